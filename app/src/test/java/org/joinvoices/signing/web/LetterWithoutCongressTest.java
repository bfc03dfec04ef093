package org.joinvoices.signing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.joinvoices.signing.SampleForms.letter;
import static org.joinvoices.signing.SampleForms.send;
import static org.joinvoices.signing.SampleForms.with;

import java.util.List;
import java.util.Map;
import org.joinvoices.action.Action;
import org.joinvoices.action.SampleFolders;
import org.joinvoices.signing.Act;
import org.joinvoices.signing.SignForm;
import org.joinvoices.signing.SignForm.Parsed;
import org.joinvoices.signing.SignOutcome;
import org.joinvoices.signing.SignatureKey;
import org.joinvoices.signing.SignatureState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A letter to a foreign minister: people sign it, and nothing is said of Congress anywhere. */
class LetterWithoutCongressTest {

  private static final String[] OF_CONGRESS = {
    "Congress", "Senator", "legislator", "Sign and send", "representative", "for sending"
  };

  private final PublicPages pages = new PublicPages();
  private final Action action = SampleFolders.publishedMinister(pages.house.database);
  private final String page = "/actions/" + action.slug();

  @AfterEach
  void close() {
    pages.close();
  }

  @Test
  void offersToSignAndAsksForNoAddress() throws Exception {
    assertThat(action.writesToCongress()).isFalse();
    assertThat(pages.open(page).getContentAsString())
        .contains("Ministra O'Brien-Núñez y López", "Sign the letter", "name=\"country\"")
        .doesNotContain("name=\"address_line\"", "name=\"prefix\"", "name=\"consent_deliver\"")
        .doesNotContain("name=\"phone\"", "name=\"minor\"", "name=\"reply_wanted\"")
        .contains("encrypted and given to nobody else")
        .doesNotContain("sign and send")
        .doesNotContain(OF_CONGRESS);
  }

  @Test
  void promisesNothingOfCongressOnAnyPageOrInTheMail() throws Exception {
    SignatureKey key = sign(letter());

    assertThat(pages.open(page + "/privacy").getContentAsString()).doesNotContain(OF_CONGRESS);
    assertThat(pages.open(pages.links.thanks(key)).getContentAsString())
        .contains("read your mail")
        .doesNotContain(OF_CONGRESS);
    assertThat(pages.open(pages.links.confirm(key)).getContentAsString())
        .contains("Confirm my signature")
        .doesNotContain(OF_CONGRESS);
  }

  @Test
  void takesWhoForgesAMessageToCongressForOneWhoSigns() throws Exception {
    Map<String, List<String>> forged = with(send(), "language", "en");

    assertThat(pages.send(page + "/signatures", forged).getHeader("Location"))
        .startsWith("/thanks/");
    SignatureKey key = sign(with(forged, "email", "other.testperson@mail.example"));
    pages.send(pages.links.confirm(key), Map.of());

    var signed = pages.house.signatures.find(key).orElseThrow();
    assertThat(signed.state()).isEqualTo(SignatureState.CONFIRMED);
    assertThat(signed.act()).isEqualTo(Act.LETTER);
    assertThat(pages.house.signatures.findConstituent(key).orElseThrow())
        .satisfies(
            person -> {
              assertThat(person.address().line()).isEmpty();
              assertThat(person.phone()).isEmpty();
            });
  }

  private SignatureKey sign(Map<String, List<String>> form) {
    return switch (SignForm.parse(form, action)) {
      case Parsed.Valid(var request, _) ->
          switch (pages.house.signing.sign(request)) {
            case SignOutcome.Signed signed -> signed.key();
            case SignOutcome other -> throw new IllegalStateException("not signed: " + other);
          };
      case Parsed.Invalid(var errors, _) -> throw new IllegalStateException("faults: " + errors);
    };
  }
}
