package org.joinvoices.delivery.cwc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joinvoices.delivery.Chamber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CwcXmlTest {

  @Test
  void writesTheHouseProfileAsInTheGoldenFile() throws IOException {
    assertThat(xml(SampleMessages.to("HOH11"), Chamber.HOUSE))
        .isEqualTo(golden("house-golden.xml"));
  }

  @Test
  void writesTheSenateProfileAsInTheGoldenFile() throws IOException {
    assertThat(xml(SampleMessages.to("SOH01"), Chamber.SENATE))
        .isEqualTo(golden("senate-golden.xml"));
  }

  @Test
  void writesBillsInTheWordsOfEachChamber() {
    var bill = new CwcMessage.Bill(119, BillType.HCONRES, 22);

    assertThat(xml(about("HOH11", bill), Chamber.HOUSE))
        .contains("<BillCongress>119</BillCongress>\n<BillTypeAbbreviation>hconres</")
        .contains("<BillNumber>22</BillNumber>\n</Bill>\n</Bills>\n<ProOrCon>Con</ProOrCon>\n<Org");
    assertThat(xml(about("SOH01", bill), Chamber.SENATE))
        .contains("<BillTypeAbbreviation>H.Con.Res</BillTypeAbbreviation>");
  }

  @ParameterizedTest
  @EnumSource
  void writesEveryKindOfBillAsBothSchemasTakeIt(BillType type) {
    var bill = new CwcMessage.Bill(119, type, 22);

    assertThat(Fitted.to(Chamber.HOUSE, about("HOH11", bill))).isInstanceOf(Fitted.Ready.class);
    assertThat(Fitted.to(Chamber.SENATE, about("SOH01", bill))).isInstanceOf(Fitted.Ready.class);
  }

  private static CwcMessage about(String office, CwcMessage.Bill bill) {
    CwcMessage message = SampleMessages.to(office);
    var said = message.message();
    return new CwcMessage(
        message.delivery(),
        message.recipient(),
        message.constituent(),
        new CwcMessage.Message(
            said.subject(),
            said.topics(),
            List.of(bill),
            Optional.of(CwcMessage.Stance.CON),
            said.statement(),
            said.ownWords()));
  }

  private static String xml(CwcMessage message, Chamber chamber) {
    return new String(((Fitted.Ready) Fitted.to(chamber, message)).xml(), UTF_8);
  }

  private static String golden(String file) throws IOException {
    try (InputStream golden = CwcXmlTest.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(golden).readAllBytes(), UTF_8);
    }
  }
}
