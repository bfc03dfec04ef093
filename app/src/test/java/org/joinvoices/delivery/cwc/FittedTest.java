package org.joinvoices.delivery.cwc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.joinvoices.delivery.Chamber;
import org.joinvoices.delivery.cwc.Fitted.Ready;
import org.joinvoices.delivery.cwc.Fitted.Unfit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bad input at this channel: what each comes to at the House and at the Senate. Every message that
 * is ready has passed the grammar of its chamber, and the text named is in it as it stands here.
 */
class FittedTest {

  private static final String MOST = "x".repeat(500);
  private static final String TOO_MUCH = "x".repeat(501);

  /** What is typed into one field, and what becomes of it: {@code ready}, repairs, or a misfit. */
  static Stream<Arguments> corpus() {
    return Stream.of(
        // names
        typed("FirstName", "Seán", "ready", "ready", "Seán"),
        typed("LastName", "O'Brien-Núñez y López", "ready", "ready", "O'Brien-Núñez y López"),
        typed("LastName", "李小龍", "ready", "ready", "李小龍"),
        typed("FirstName", "", "single_name_doubled", "single_name_doubled", "Sample"),
        typed("LastName", "", "single_name_doubled", "single_name_doubled", "Rosa"),
        typed("LastName", MOST, "ready", "ready", MOST),
        typed("LastName", "👋".repeat(500), "ready", "ready", "👋".repeat(500)),
        typed("LastName", TOO_MUCH, "name_too_long", "name_too_long", ""),
        typed("FirstName", "👋".repeat(501), "name_too_long", "name_too_long", ""),
        typed("FirstName", "😀", "ready", "ready", "😀"),
        typed("FirstName", "A<b>&amp;,]]>\"'", "ready", "ready", "A<b>&amp;,]]>\"'"),
        typed("FirstName", "  Rosa \t Maria ", "ready", "ready", "Rosa Maria"),
        typed("FirstName", "Ro\u0000sa", "characters_left_out", "characters_left_out", "Rosa"),
        typed("FirstName", "Rosa\uD83D", "characters_left_out", "characters_left_out", "Rosa"),
        typed("FirstName", "\u200Fروزا\u200E", "ready", "ready", "\u200Fروزا\u200E"),
        // forms of address
        typed("Prefix", "Miss", "ready", "ready", "Miss"),
        typed("Prefix", "mr", "ready", "title_spelled", ""),
        typed("Prefix", "Rev.", "ready", "no_title", "Rev."),
        typed("Prefix", "", "no_title", "no_title", ""),
        // addresses
        typed("Address1", "#4", "address_too_short", "address_too_short", ""),
        typed("Address1", "", "address_too_short", "address_too_short", ""),
        typed("Address1", "12 <Oak> & Elm \"B\"", "ready", "ready", "12 <Oak> & Elm \"B\""),
        typed("Address1", TOO_MUCH, "address_too_long", "address_too_long", ""),
        typed("Address2", "#4", "address2_joined", "ready", ""),
        typed("Address2", "4", "address2_joined", "address2_joined", ""),
        typed("Address2", "Apt 4", "ready", "ready", "Apt 4"),
        typed("City", "Ai", "city_padded", "city_padded", "Ai "),
        typed("City", "X", "city_too_short", "city_too_short", ""),
        typed("City", " ", "city_too_short", "city_too_short", ""),
        typed("City", "🌆🌆🌆", "ready", "ready", "🌆🌆🌆"),
        typed("City", TOO_MUCH, "address_too_long", "address_too_long", ""),
        typed("StateAbbreviation", "oh", "ready", "ready", "OH"),
        typed("StateAbbreviation", "AE", "state_not_served", "state_not_served", ""),
        typed("StateAbbreviation", "PW", "state_not_served", "state_not_served", ""),
        typed("StateAbbreviation", "", "state_not_served", "state_not_served", ""),
        typed("Zip", "44113-0012", "ready", "ready", "44113-0012"),
        typed("Zip", "441130012", "ready", "ready", "44113-0012"),
        typed("Zip", "4411", "invalid_message", "invalid_message", ""),
        // telephones
        typed("Phone", "(202) 555-0142", "ready", "ready", "202-555-0142"),
        typed("Phone", "2025550142", "ready", "ready", "202-555-0142"),
        typed("Phone", "+1 202 555 0142", "ready", "ready", "202-555-0142"),
        typed("Phone", "1-202-555-0142", "ready", "ready", "202-555-0142"),
        typed(
            "Phone",
            "202.555.0142 ext. 12",
            "phone_extension_left_out",
            "phone_extension_left_out",
            "202-555-0142"),
        typed("Phone", "+44 20 7946 0958", "phone_left_out", "phone_left_out", ""),
        typed("Phone", "+65 6223 4567", "phone_left_out", "phone_left_out", ""),
        typed("Phone", "911-555-0142", "phone_left_out", "phone_left_out", ""),
        typed("Phone", "000-000-0000", "phone_left_out", "phone_left_out", ""),
        typed("Phone", "call me", "phone_left_out", "phone_left_out", ""),
        typed("Email", "rosa@example", "invalid_message", "invalid_message", ""),
        // own words
        typed("ConstituentMessage", "Yes!", "own_words_padded", "own_words_padded", "Yes!  "),
        typed("ConstituentMessage", " \n\t \u00A0", "ready", "ready", ""),
        typed("ConstituentMessage", "a < b & ]]> \"c\"", "ready", "ready", "a < b & ]]> \"c\""),
        typed("ConstituentMessage", "one\r\ntwo\rthree", "ready", "ready", "one\ntwo\nthree"),
        typed("ConstituentMessage", "é".repeat(10_000), "ready", "ready", "é".repeat(10_000)),
        typed("ConstituentMessage", "👋".repeat(10_000), "ready", "ready", "👋".repeat(10_000)),
        typed("ConstituentMessage", "x".repeat(10_001), "words_too_long", "words_too_long", ""),
        typed(
            "ConstituentMessage",
            "Good\u0000 \u0008day\uFFFE \uD83D done",
            "characters_left_out",
            "characters_left_out",
            "Good day  done"));
  }

  private static Arguments typed(
      String field, String text, String house, String senate, String posted) {
    return Arguments.of(field, text, house, senate, posted);
  }

  @ParameterizedTest(name = "{0} {index}: {2}, {3}")
  @MethodSource("corpus")
  void comesToWhatIsSaid(String field, String text, String house, String senate, String posted) {
    assertThat(outcome(Chamber.HOUSE, field, text)).isEqualTo(house);
    assertThat(outcome(Chamber.SENATE, field, text)).isEqualTo(senate);
    if (!posted.isEmpty()) {
      var ready = (Ready) Fitted.to(Chamber.HOUSE, with("HOH11", field, text));
      assertThat(XmlTexts.of(ready.xml())).containsEntry(field, posted);
    }
  }

  @Test
  void joinsAShortSecondLineToTheStreet() {
    var ready = (Ready) Fitted.to(Chamber.HOUSE, with("HOH11", "Address2", "#4"));

    assertThat(XmlTexts.of(ready.xml()))
        .containsEntry("Address1", "1 Sample Street #4")
        .doesNotContainKey("Address2");
  }

  @Test
  void leavesOutWhatIsEmpty() {
    var ready = (Ready) Fitted.to(Chamber.HOUSE, with("HOH11", "Phone", ""));

    assertThat(XmlTexts.of(ready.xml())).doesNotContainKeys("Phone", "Bills", "ProOrCon");
  }

  @Test
  void namesNothingOfThePersonWhenPrinted() {
    Fitted ready = Fitted.to(Chamber.HOUSE, with("HOH11", "Phone", "x"));

    assertThat(ready).hasToString("Ready[hidden, [PHONE_LEFT_OUT]]");
  }

  @Test
  void everyRepairAndEveryMisfitIsInTheCorpus() {
    Set<String> named = new HashSet<>();
    corpus()
        .map(Arguments::get)
        .forEach(row -> named.addAll(List.of((String) row[2], (String) row[3])));
    var repairs = EnumSet.complementOf(EnumSet.of(Repair.ORGANIZATION_PADDED));

    assertThat(named)
        .containsAll(repairs.stream().map(Repair::word).toList())
        .containsAll(EnumSet.allOf(Misfit.class).stream().map(Misfit::word).toList());
  }

  @Test
  void padsTheShortNameOfAnOrganizationWhereTheHouseAsksForSixCharacters() {
    UnaryOperator<CwcMessage.Organization> named =
        was ->
            new CwcMessage.Organization(
                "ACME", was.contactName(), was.contactEmail(), was.contactPhone(), was.about());

    assertThat(Fitted.to(Chamber.HOUSE, SampleMessages.from("HOH11", named)))
        .isInstanceOfSatisfying(
            Ready.class, ready -> assertThat(ready.repairs()).contains(Repair.ORGANIZATION_PADDED));
    assertThat(Fitted.to(Chamber.SENATE, SampleMessages.from("SOH01", named)))
        .isInstanceOfSatisfying(
            Ready.class,
            ready -> assertThat(ready.repairs()).doesNotContain(Repair.ORGANIZATION_PADDED));
  }

  private static String outcome(Chamber chamber, String field, String text) {
    String office = chamber == Chamber.HOUSE ? "HOH11" : "SOH01";
    return switch (Fitted.to(chamber, with(office, field, text))) {
      case Unfit(var why) -> why.word();
      case Ready(var xml, var repairs) -> {
        assertThat(CwcGrammar.of(chamber).faults(xml)).isEmpty();
        yield repairs.isEmpty()
            ? "ready"
            : String.join(" ", repairs.stream().map(Repair::word).toList());
      }
    };
  }

  private static CwcMessage with(String office, String field, String text) {
    UnaryOperator<String> typed =
        usual -> usual.startsWith(field + "=") ? text : usual.substring(usual.indexOf('=') + 1);
    return SampleMessages.with(
        office,
        new CwcMessage.Constituent(
            typed.apply("Prefix=Ms."),
            typed.apply("FirstName=Rosa"),
            typed.apply("LastName=Sample"),
            typed.apply("Address1=1 Sample Street"),
            typed.apply("Address2="),
            typed.apply("City=Sampletown"),
            typed.apply("StateAbbreviation=OH"),
            typed.apply("Zip=44113"),
            typed.apply("Phone=216-555-0100"),
            typed.apply("Email=rosa@sample.example"),
            false),
        typed.apply("ConstituentMessage=My own words."));
  }
}
