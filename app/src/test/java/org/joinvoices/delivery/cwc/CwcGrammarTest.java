package org.joinvoices.delivery.cwc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.joinvoices.delivery.Chamber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CwcGrammarTest {

  @ParameterizedTest
  @CsvSource({"HOUSE,house-full.xml", "HOUSE,house-minimal.xml", "SENATE,senate-full.xml"})
  void takesTheSamples(Chamber chamber, String sample) throws IOException {
    assertThat(CwcGrammar.of(chamber).faults(read(sample).getBytes(UTF_8))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<Prefix>Ms.</Prefix>|''",
        "<Prefix>Ms.</Prefix>|<Prefix></Prefix>",
        "<City>Oakland</City>|<City>Oakland</City><Phone></Phone>",
        "<City>Oakland</City>|<City>Oakland</City><Phone>5551234</Phone>",
        "<City>Oakland</City>|<City>Oakland</City><Address2>#4</Address2>",
        "<StateAbbreviation>CA</StateAbbreviation>|<StateAbbreviation>AE</StateAbbreviation>",
        "<Zip>94612</Zip>|<Zip>9461</Zip>",
        "<Email>rosa@example.org</Email>|<Email>rosa@example</Email>",
        "<MemberOffice>HCA12</MemberOffice>|<MemberOffice>SCA01</MemberOffice>",
        "<DeliveryId>0f8d2c54b7e14a9c9d3b6a1e5f704233</DeliveryId>|<DeliveryId>short</DeliveryId>",
        "<Subject>Please protect the delta</Subject>|<Subject>Short</Subject>",
        ">Environmental Protection<|>Weather<",
        "<Recipient>|<Recipient lang=\"en\">",
        "</Message>|<ProOrCon>Undecided</ProOrCon></Message>",
        "</Message>|<Extra>x</Extra></Message>",
        "<CWC>|<!DOCTYPE CWC><CWC>",
        "</CWC>|''"
      })
  void refusesWhatTheHouseRefuses(String from, String to) throws IOException {
    String broken = read("house-minimal.xml").replace(from, to);

    assertThat(CwcGrammar.of(Chamber.HOUSE).faults(broken.getBytes(UTF_8))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mx.", "Ms", "Señora"})
  void theSenateTakesFivePrefixesOnly(String prefix) throws IOException {
    String broken = read("senate-full.xml").replace(">Dr.<", ">" + prefix + "<");

    assertThat(CwcGrammar.of(Chamber.SENATE).faults(broken.getBytes(UTF_8))).isNotEmpty();
  }

  @Test
  void judgesEachMessageByItselfWhateverCameBefore() throws IOException {
    byte[] right = read("house-minimal.xml").getBytes(UTF_8);
    byte[] cut = Arrays.copyOf(right, right.length / 2);
    var grammar = CwcGrammar.of(Chamber.HOUSE);

    assertThat(List.of(grammar.faults(cut).isEmpty(), grammar.faults(right).isEmpty()))
        .containsExactly(false, true);
    assertThat(List.of(grammar.faults(cut).isEmpty(), grammar.faults(right).isEmpty()))
        .containsExactly(false, true);
  }

  @Test
  void namesEachFaultOnce() throws IOException {
    String broken = read("house-minimal.xml").replace("94612", "9461");

    assertThat(CwcGrammar.of(Chamber.HOUSE).faults(broken.getBytes(UTF_8)))
        .singleElement()
        .asString()
        .contains("Zip");
  }

  private static String read(String sample) throws IOException {
    try (InputStream file = CwcGrammarTest.class.getResourceAsStream(sample)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
    }
  }
}
