package org.joinvoices.delivery.cwc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.joinvoices.delivery.Chamber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource({"Sean,O'Brien-Núñez y López", "小龍,李", "A<b>&amp;,]]>\"'", "\uD83D\uDE00,👩‍👩‍👧"})
  void carriesAnyName(String first, String last) {
    var message =
        SampleMessages.with("HOH11", SampleMessages.constituent("Ms.", first, last), "Words.");

    byte[] xml = CwcXml.of(message, Chamber.HOUSE);

    assertThat(CwcGrammar.of(Chamber.HOUSE).faults(xml)).isEmpty();
    assertThat(XmlTexts.of(xml)).containsEntry("FirstName", first).containsEntry("LastName", last);
  }

  @ParameterizedTest
  @CsvSource({"x,500", "👋,500"})
  void carriesFieldsAsLongAsTheSchemaAllows(String character, int times) {
    String name = character.repeat(times);
    var message =
        SampleMessages.with("SOH01", SampleMessages.constituent("Dr.", name, name), "Words.");

    byte[] xml = CwcXml.of(message, Chamber.SENATE);

    assertThat(CwcGrammar.of(Chamber.SENATE).faults(xml)).isEmpty();
  }

  @Test
  void leavesOutOwnWordsThatAreOnlySpaces() {
    assertThat(xml(withOwnWords(" \n\t "), Chamber.HOUSE)).doesNotContain("ConstituentMessage");
  }

  @Test
  void carriesOwnWordsTooShortForTheSchema() {
    byte[] xml = CwcXml.of(withOwnWords("Yes!"), Chamber.HOUSE);

    assertThat(CwcGrammar.of(Chamber.HOUSE).faults(xml)).isEmpty();
    assertThat(XmlTexts.of(xml).get("ConstituentMessage")).isEqualTo("Yes!  ");
  }

  @Test
  void dropsWhatXmlCannotCarry() {
    String typed = "Good\u0000 \u0008day\uFFFE \uD83D done";

    assertThat(XmlTexts.of(CwcXml.of(withOwnWords(typed), Chamber.HOUSE)).get("ConstituentMessage"))
        .isEqualTo("Good day  done");
  }

  @Property(tries = 200)
  void isWellFormedAndValidWhateverIsTyped(@ForAll @StringLength(max = 300) String ownWords) {
    byte[] xml = CwcXml.of(withOwnWords(ownWords), Chamber.HOUSE);

    assertThat(CwcGrammar.of(Chamber.HOUSE).faults(xml)).isEmpty();
  }

  private static CwcMessage withOwnWords(String words) {
    return SampleMessages.with("HOH11", SampleMessages.constituent("Ms.", "Rosa", "Sample"), words);
  }

  private static String xml(CwcMessage message, Chamber chamber) {
    return new String(CwcXml.of(message, chamber), UTF_8);
  }

  private static String golden(String file) throws IOException {
    try (InputStream golden = CwcXmlTest.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(golden).readAllBytes(), UTF_8);
    }
  }
}
