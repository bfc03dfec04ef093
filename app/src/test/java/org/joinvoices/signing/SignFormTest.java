package org.joinvoices.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.joinvoices.signing.SampleForms.letter;
import static org.joinvoices.signing.SampleForms.request;
import static org.joinvoices.signing.SampleForms.send;
import static org.joinvoices.signing.SampleForms.with;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.joinvoices.action.LetterMark;
import org.joinvoices.action.SampleActions;
import org.joinvoices.signing.SignForm.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignFormTest {

  private static List<String> faults(Map<String, List<String>> form) {
    return switch (SignForm.parse(form, SampleActions.letter())) {
      case SignForm.Parsed.Valid _ -> List.of();
      case SignForm.Parsed.Invalid invalid ->
          invalid.errors().stream().map(SignFormTest::fault).toList();
    };
  }

  private static String fault(FieldError error) {
    assertThat(SignForm.MESSAGE_KEYS).contains(error.messageKey());
    assertThat(SignForm.FIELDS).contains(error.field());
    return error.field() + " " + error.messageKey();
  }

  @Test
  void takesACompleteForm() {
    SignRequest request = request(send());

    assertThat(request.act()).isEqualTo(Act.SEND);
    assertThat(request.name()).isEqualTo(new PersonName("Ms.", "Sample-Amira", "Testperson"));
    assertThat(request.address().postalCode()).isEqualTo("44109");
    assertThat(request.address().country()).isEqualTo("US");
    assertThat(request.language()).isEqualTo("es");
    assertThat(request.display()).isEqualTo(Display.COUNT_ONLY);
    assertThat(request.replyWanted()).isTrue();
    assertThat(request.consentUpdates()).isFalse();
  }

  @Test
  void namesEverythingThatSendingNeeds() {
    assertThat(faults(Map.of("consent_deliver", List.of("true"))))
        .containsExactly(
            "prefix fault.prefix_missing",
            "family_name fault.family_name_missing",
            "email fault.email_missing",
            "address_line fault.address_line_missing",
            "locality fault.locality_missing",
            "region fault.region_missing",
            "postal_code fault.postal_code_missing");
  }

  @Test
  void needsOnlyNameAndMailForTheLetter() {
    assertThat(faults(Map.of()))
        .containsExactly("family_name fault.family_name_missing", "email fault.email_missing");
    assertThat(faults(letter())).isEmpty();
  }

  @Test
  void joinsTheWordsThatWereShownAndNoOthers() {
    LetterMark present = SampleActions.letter().letter().mark();
    LetterMark other = SampleActions.reworded(SampleActions.letter()).letter().mark();

    assertThat(request(with(send(), "letter_version", present.shown())).letter())
        .isEqualTo(present);
    assertThat(request(send()).letter()).isEqualTo(present);
    assertThat(faults(with(send(), "letter_version", other.shown())))
        .containsExactly("letter_version fault.letter_changed");
  }

  @Test
  void takesASingleName() {
    assertThat(request(with(send(), "given_name", "")).name().given()).isEmpty();
  }

  @Test
  void keepsNothingThatTheLetterAloneDoesNotNeed() {
    SignRequest request = request(with(send(), "consent_deliver", "false"));

    assertThat(request.act()).isEqualTo(Act.LETTER);
    assertThat(request.address().line() + request.address().locality()).isEmpty();
    assertThat(request.name().prefix() + request.phone() + request.ownWords()).isEmpty();
    assertThat(request.replyWanted()).isFalse();
  }

  @Test
  void keepsOwnWordsOfTheLetterForTheBook() {
    SignRequest request =
        request(with(with(send(), "consent_deliver", "false"), "consent_own_words", "on"));

    assertThat(request.ownWords()).isNotEmpty();
    assertThat(request.consentOwnWords()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "prefix, Prof., fault.prefix_unknown",
    "given_name, 12345, fault.name_without_letters",
    "family_name, see www.win.example, fault.name_looks_like_link",
    "email, nobody, fault.email_form",
    "email, a b@mail.example, fault.email_form",
    "email, .a@mail.example, fault.email_form",
    "email, a@mail..example, fault.email_form",
    "email, a@-mail.example, fault.email_form",
    "email, a@127.0.0.1, fault.email_form",
    "email, user@gmail, fault.email_without_dot",
    "email, user@gm\u0430il.com, fault.email_mixed_scripts",
    "email, user@\u0430\u0440\u0440\u04cf\u0435.com, fault.email_mixed_scripts",
    "email, user@xn--80ak6aa92e.com, fault.email_mixed_scripts",
    "phone, 12345, fault.phone_form",
    "phone, 555-CALL-NOW, fault.phone_form",
    "postal_code, 4410, fault.zip_form",
    "region, XX, fault.region_unknown",
    "region, AP, fault.region_military",
    "region, PW, fault.region_freely_associated",
    "country, QQ, fault.country_unknown",
    "country, DE, fault.country_cannot_send",
    "locality, Ed, fault.too_short",
    "own_words, Hello, fault.too_short",
    "display, big, fault.choice_unknown",
    "reply_wanted, perhaps, fault.choice_unknown",
    "minor, true, fault.minor_cannot_send",
    "letter_version, 1, fault.letter_changed"
  })
  void saysWhatIsWrongWithAField(String field, String value, String key) {
    assertThat(faults(with(send(), field, value))).containsExactly(field + " " + key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A\u0000B", "A\u0007B", "A\u009bB", "A\uffffB"})
  void refusesControlCharacters(String name) {
    assertThat(faults(with(send(), "family_name", name)))
        .containsExactly("family_name fault.control_characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A\u202eB", "A\u2066B", "A\u202aB"})
  void refusesCharactersThatTurnTheReadingDirection(String name) {
    assertThat(faults(with(send(), "family_name", name)))
        .containsExactly("family_name fault.direction_characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A\ufffdB", "A\ud800B"})
  void refusesBrokenEncoding(String name) {
    assertThat(faults(with(send(), "family_name", name)))
        .containsExactly("family_name fault.unreadable");
  }

  @Test
  void keepsMarkupAsPlainText() {
    assertThat(request(with(send(), "own_words", "<b>No</b> & \"so\" on")).ownWords())
        .isEqualTo("<b>No</b> & \"so\" on");
  }

  @Test
  void tidiesWhatHasNoMeaning() {
    SignRequest request =
        request(with(send(), "family_name", "\u200bMu\u0308ller\u00a0\t  Test\r\nperson "));

    assertThat(request.name().family()).isEqualTo("M\u00fcller Test person");
  }

  @Test
  void keepsParagraphsOfOwnWords() {
    assertThat(request(with(send(), "own_words", "One line.  \r\n\r\nTwo\tlines.\r\n")).ownWords())
        .isEqualTo("One line.\n\nTwo lines.");
  }

  @ParameterizedTest
  @CsvSource({
    "(202) 555-0142, 202-555-0142",
    "+1 202.555.0142, 202-555-0142",
    "2025550142, 202-555-0142",
    "٢٠٢ ٥٥٥ ٠١٤٢, 202-555-0142",
    "'', ''"
  })
  void writesAPhoneNumberAsCongressAsksForIt(String typed, String number) {
    assertThat(request(with(send(), "phone", typed)).phone()).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({
    "44109-1234, 44109-1234",
    "441091234, 44109-1234",
    "' 44109 ', 44109",
    "٤٤١٠٩, 44109"
  })
  void takesTheFormsOfAZip(String typed, String zip) {
    assertThat(request(with(send(), "postal_code", typed)).address().postalCode()).isEqualTo(zip);
  }

  @Test
  void takesATerritoryForACountryAsARegion() {
    PostalAddress address =
        request(with(with(send(), "country", "PR"), "postal_code", "00901")).address();

    assertThat(address.country() + " " + address.region()).isEqualTo("US PR");
  }

  @Test
  void takesInternationalDomainsOfOneScript() {
    assertThat(request(with(send(), "email", "a@B\u00fccher.example")).email())
        .isEqualTo(new EmailAddress("a@xn--bcher-kva.example"));
    assertThat(faults(with(send(), "email", "a@\u4f8b\u3048.example"))).isEmpty();
  }

  @Test
  void noticesTheSameFieldTwiceWithDifferentValues() {
    assertThat(faults(with(send(), "email", "a@mail.example", "b@mail.example")))
        .containsExactly("email fault.duplicate_field");
    assertThat(faults(with(send(), "minor", "false", "false"))).isEmpty();
  }

  @Test
  void boundsTheLengths() {
    assertThat(faults(with(send(), "family_name", "n".repeat(101))))
        .containsExactly("family_name fault.too_long");
    assertThat(faults(with(send(), "own_words", "w".repeat(10_001))))
        .containsExactly("own_words fault.too_long");
    assertThat(faults(with(send(), "own_words", "\ud83d\udd4a".repeat(10_000)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "My number is A012345678.",
        "my number is a 012-345-678",
        "Case MSC2190012345",
        "123-45-6789 is mine",
        "123456789",
        "A\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18"
      })
  void asksTwiceAboutNumbersThatIdentifyAPerson(String words) {
    assertThat(faults(with(send(), "own_words", words)))
        .containsExactly("own_words fault.own_words_numbers");
    assertThat(faults(with(with(send(), "own_words", words), "own_words_checked", "true")))
        .isEmpty();
  }

  @Test
  void leavesOtherNumbersAlone() {
    assertThat(faults(with(send(), "own_words", "Since 2019, in 44113, call 202-555-0142!")))
        .isEmpty();
  }

  @Test
  void keepsEverythingTypedForShowingItAgain() {
    var typed = SignForm.parse(with(send(), "email", " no\u0000body "), SampleActions.letter());

    assertThat(typed.typed().value("email")).isEqualTo(" nobody ");
    assertThat(typed.typed().value("own_words")).isEqualTo("Please read these sample words.");
    assertThat(typed.typed().isOn("reply_wanted")).isTrue();
    assertThat(typed.typed().value("country")).isEqualTo("US");
    assertThat(typed).asString().doesNotContain("nobody", "Testperson");
  }

  @Test
  void isNotKeptBusyByEndlessSpacesOrAccents() {
    for (String endless : List.of(" ", "\u00A0", "\u0301\u0316")) {
      String words = "Sample words" + endless.repeat(200_000) + "end";
      assertTimeoutPreemptively(
          Duration.ofSeconds(2),
          () -> assertThat(faults(with(send(), "own_words", words))).isNotEmpty());
    }
  }
}
