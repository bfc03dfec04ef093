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
  void anyFieldsGetAnAnswer(
      @ForAll @Size(max = 12) List<@From("fieldNames") String> names,
      @ForAll @Size(12) List<String> values) {
    Map<String, List<String>> fields = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      fields.put(names.get(i), List.of(values.get(i)));
    }

    SignForm.Parsed parsed = SignForm.parse(fields, SampleActions.letter());

    if (parsed instanceof SignForm.Parsed.Invalid invalid) {
      assertThat(invalid.errors()).isNotEmpty();
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

  @Provide
  Arbitrary<String> fieldNames() {
    return Arbitraries.of(SignForm.FIELDS);
  }
}
