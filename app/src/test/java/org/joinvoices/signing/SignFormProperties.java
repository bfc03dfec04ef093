package org.joinvoices.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.joinvoices.action.SampleActions;

class SignFormProperties {

  @Property
  void anyFieldsAreTakenOrNamedWithWhatIsWrong(
      @ForAll @Size(max = 12) List<@From("fieldNames") String> names,
      @ForAll @Size(12) List<@Size(max = 3) List<String>> values) {
    Map<String, List<String>> fields = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      fields.put(names.get(i), values.get(i));
    }

    SignForm.Parsed parsed = SignForm.parse(fields, SampleActions.letter());

    assertThat(SignForm.FIELDS).containsAll(parsed.typed().values().keySet());
    if (parsed instanceof SignForm.Parsed.Invalid invalid) {
      var errors = invalid.errors();
      assertThat(errors).isNotEmpty().doesNotHaveDuplicates();
      assertThat(errors).extracting(SignForm.FieldError::field).isSubsetOf(SignForm.FIELDS);
      assertThat(errors)
          .extracting(SignForm.FieldError::messageKey)
          .isSubsetOf(SignForm.MESSAGE_KEYS);
    }
  }

  @Property
  void whatWasTakenIsTakenAgainAsItIs(
      @ForAll("words") String family,
      @ForAll("words") String street,
      @ForAll("words") String ownWords,
      @ForAll("domains") String domain,
      @ForAll("phones") String phone) {
    var typed = new HashMap<>(SampleForms.send());
    typed.put("family_name", List.of("Q" + family));
    typed.put("address_line", List.of("1 " + street));
    typed.put("own_words", List.of("Please " + ownWords));
    typed.put("email", List.of(" sample@" + domain));
    typed.put("phone", List.of(phone));

    if (SignForm.parse(typed, SampleActions.letter()) instanceof SignForm.Parsed.Valid once) {
      SignRequest taken = once.request();
      typed.put("family_name", List.of(taken.name().family()));
      typed.put("address_line", List.of(taken.address().line()));
      typed.put("own_words", List.of(taken.ownWords()));
      typed.put("email", List.of(taken.email().value()));
      typed.put("phone", List.of(taken.phone()));

      assertThat(SampleForms.request(typed)).isEqualTo(taken);
    }
  }

  @Property
  void whateverIsTakenAsANameCanBeStoredAndSent(@ForAll String name) {
    var parsed =
        SignForm.parse(
            SampleForms.with(SampleForms.send(), "family_name", name), SampleActions.letter());

    if (parsed instanceof SignForm.Parsed.Valid valid) {
      String family = valid.request().name().family();
      assertThat(family).isNotBlank().isEqualTo(family.strip());
      assertThat(Normalizer.isNormalized(family, Normalizer.Form.NFC)).isTrue();
      assertThat(family.codePoints().anyMatch(PlainText::isUnshowable)).isFalse();
      assertThat(family.codePoints().anyMatch(PlainText::isLineBreak)).isFalse();
    }
  }

  @Property
  void tidyingTwiceChangesNothing(@ForAll String text) {
    assertThat(PlainText.line(PlainText.line(text))).isEqualTo(PlainText.line(text));
    assertThat(PlainText.lines(PlainText.lines(text))).isEqualTo(PlainText.lines(text));
  }

  @Property
  void anyTextIsAnswered(@ForAll String email, @ForAll String phone) {
    var form =
        SampleForms.with(SampleForms.with(SampleForms.send(), "email", email), "phone", phone);

    if (SignForm.parse(form, SampleActions.letter()) instanceof SignForm.Parsed.Valid valid) {
      assertThat(valid.request().email().value()).matches("[^@]+@[^.@]+\\..+");
      assertThat(valid.request().phone()).matches("([0-9]{3}-[0-9]{3}-[0-9]{4})?");
    }
  }

  @Property
  void tidyingAddsNoFault(@ForAll String text) {
    if (PlainText.faultIn(text).isEmpty()) {
      assertThat(PlainText.faultIn(PlainText.line(text))).isEmpty();
      assertThat(PlainText.faultIn(PlainText.lines(text))).isEmpty();
    }
  }

  /** What people write, with all that is tidied; most of it is taken. */
  @Provide
  Arbitrary<String> words() {
    return Arbitraries.of(
            "a",
            "\u00e9",
            "e\u0301",
            "\u1e9b\u0323",
            "\u0958",
            "\ufb2c",
            " ",
            "\u00a0",
            "\u3000",
            "\u200b",
            "\u00ad",
            "\ufeff",
            "\u200d",
            "\t",
            "\r\n",
            "\u2028",
            "'",
            "\u0645",
            "\ud83d\ude00",
            "\u212b")
        .list()
        .ofMaxSize(20)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> domains() {
    return Arbitraries.of(
        "mail.example",
        "MAIL.Example",
        "b\u00fccher.example",
        "bu\u0308cher.example",
        "xn--bcher-kva.example",
        "stra\u00dfe.example",
        "mail\u3002example",
        "\uff4dail.example",
        "mail\u00ad.example",
        "a-b.example ");
  }

  @Provide
  Arbitrary<String> phones() {
    return Arbitraries.of(
        "",
        "202-555-0142",
        "+1 (202) 555.0142",
        "\u0662\u0660\u0662-555-0142",
        "2025550142\u200b",
        "202\u2013555\u20130142");
  }

  @Provide
  Arbitrary<String> fieldNames() {
    return Arbitraries.of(SignForm.FIELDS);
  }
}
