package org.joinvoices.signing;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.joinvoices.action.SampleActions;
import org.joinvoices.platform.web.Texts;
import org.junit.jupiter.api.Test;

class ConsentWordingTest {

  @Test
  void hasOneVersionAndEveryTextInEveryLanguage() {
    for (String language : Texts.LANGUAGES) {
      ConsentWording wording = ConsentWording.in(language);

      assertThat(wording.language()).isEqualTo(language);
      assertThat(wording.version()).isEqualTo(ConsentWording.in("en").version());
      assertThat(wording.texts()).containsOnlyKeys(Consent.values()).doesNotContainValue("");
    }
  }

  @Test
  void keepsTheHashOfEachTextAndMessageShown() {
    var given = ConsentGiven.of(SampleForms.request(SampleForms.send()), SampleActions.letter());

    assertThat(given)
        .extracting(ConsentGiven::kind)
        .containsExactly(Consent.LETTER, Consent.DELIVER);
    assertThat(given)
        .last()
        .extracting(ConsentGiven::textHashes, as(InstanceOfAssertFactories.LIST))
        .hasSize(3)
        .contains(
            TextHash.of("Please act, Senator: sample text."),
            TextHash.of(ConsentWording.in("es").shown(Consent.DELIVER, SampleActions.letter())));
  }

  @Test
  void notesNoConsentThatWasNotGiven() {
    assertThat(ConsentGiven.of(SampleForms.request(SampleForms.letter()), SampleActions.letter()))
        .extracting(ConsentGiven::kind)
        .containsExactly(Consent.LETTER);
  }
}
