package org.joinvoices.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.joinvoices.signing.SampleForms.letter;
import static org.joinvoices.signing.SampleForms.request;
import static org.joinvoices.signing.SampleForms.send;
import static org.joinvoices.signing.SampleForms.with;

import java.time.Duration;
import org.joinvoices.action.ActionStore;
import org.joinvoices.action.SampleActions;
import org.joinvoices.districts.BuiltIn;
import org.joinvoices.districts.Match;
import org.joinvoices.districts.Seat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SigningTest {

  private final SigningHouse house = new SigningHouse();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void storesASignatureWithItsConsentsAndMail() {
    var outcome = (SignOutcome.Signed) house.signing.sign(request(send()));

    assertThat(outcome.match()).isInstanceOf(Match.Ambiguous.class);
    SignatureView view = house.signatures.find(outcome.key()).orElseThrow();
    assertThat(view.state()).isEqualTo(SignatureState.PENDING);
    assertThat(house.signatures.match(view, BuiltIn.DISTRICTS)).isEqualTo(outcome.match());
    assertThat(view.seats()).extracting(Seat::value).containsExactly("OH-S1", "OH-S3");
    assertThat(view.language()).isEqualTo("es");
    assertThat(house.rows("consent")).isEqualTo(2);
    assertThat(house.rows("consent WHERE kind = 'deliver' AND cardinality(text_hashes) = 3"))
        .isEqualTo(1);
    assertThat(house.rows("mail WHERE kind = 'confirm'")).isEqualTo(1);
  }

  @Test
  void opensWhatWasTypedAgain() {
    Constituent person = house.signatures.findConstituent(house.sign(send())).orElseThrow();

    assertThat(person.name().given()).isEqualTo("Sample-Amira");
    assertThat(person.email().value()).isEqualTo("amira.testperson@mail.example");
    assertThat(person.address().line()).isEqualTo("1 Samplestreet");
    assertThat(person.ownWords()).isEqualTo("Please read these sample words.");
  }

  @Test
  void fixesTheWordingWithTheFirstSignature() {
    assertThat(house.rows("letter_version WHERE frozen_at IS NULL")).isEqualTo(1);

    house.sign(letter());

    assertThat(house.rows("letter_version WHERE frozen_at IS NULL")).isZero();
  }

  @Test
  void joinsNobodyToWordsTheyHaveNotRead() {
    SignRequest read = request(letter());
    new ActionStore(house.database).save(SampleActions.reworded(house.action), SampleActions.OPEN);

    assertThat(house.signing.sign(read)).isEqualTo(new SignOutcome.LetterChanged());
    assertThat(house.rows("signature")).isZero();
    assertThat(house.rows("consent")).isZero();
  }

  @Test
  void takesTheSameFormTwiceForOne() {
    assertThat(house.sign(send())).isEqualTo(house.sign(send()));
    assertThat(house.rows("signature")).isEqualTo(1);
    assertThat(house.rows("mail")).isEqualTo(1);
  }

  @Test
  void takesNobodyBeforeTheLetterOpensOrAfterItCloses() {
    house.advance(Duration.ofDays(-40));
    assertThat(house.signing.sign(request(letter()))).isEqualTo(new SignOutcome.NotOpen());

    house.advance(Duration.ofDays(400));
    assertThat(house.signing.sign(request(letter()))).isEqualTo(new SignOutcome.NotOpen());
  }

  @Test
  void matchesNobodyWhoSignsTheLetterOnly() {
    SignatureView view =
        house.signatures.find(house.sign(with(letter(), "postal_code", "44113"))).orElseThrow();

    assertThat(view.seats()).isEmpty();
    assertThat(view.match()).isInstanceOf(Match.Unmatched.class);
  }

  @Test
  void sendsAMailboxAtMostFiveMailsAndAnswersTheSixthAlike() {
    for (int i = 0; i < 6; i++) {
      house.sign(with(letter(), "family_name", "Testperson " + (char) ('A' + i)));
    }

    assertThat(house.rows("mail")).isEqualTo(IntakeWriter.MAILS_PER_MAILBOX);
    assertThat(house.rows("signature WHERE state = 'pending'")).isEqualTo(6);
    assertThat(house.rows("signature WHERE muted")).isEqualTo(1);
  }

  @Test
  void neverMailsAgainWhoSaidThisWasNotMe() {
    SignatureKey key = house.sign(send());
    house.signing.refuse(key);

    SignatureKey later = house.sign(with(send(), "email", "AMIRA.testperson@mail.example"));

    assertThat(house.rows("mail")).isEqualTo(1);
    assertThat(house.signatures.findConfirmationDue(key)).isEmpty();
    assertThat(house.signatures.findConfirmationDue(later)).isEmpty();
    assertThat(house.signatures.find(later)).isPresent();
    assertThat(house.signing.confirm(later)).isEqualTo(new ConfirmOutcome.Unknown());
  }

  @Test
  void leavesNothingOfAPersonInARefusedSignature() {
    SignatureKey key = house.sign(send());

    house.signing.refuse(key);

    assertThat(
            house.rows(
                "signature WHERE sealed_contact IS NOT NULL OR sealed_own_words IS NOT NULL"
                    + " OR mailbox_hash IS NOT NULL OR content_hash IS NOT NULL"))
        .isZero();
    assertThat(house.rows("consent")).isZero();
    assertThat(house.signing.confirm(key)).isEqualTo(new ConfirmOutcome.Unknown());
    assertThat(house.rows("signature_event")).isZero();
  }

  @Test
  void doesNotRefuseWhatIsConfirmed() {
    SignatureKey key = house.confirmed(send());

    house.signing.refuse(key);

    assertThat(house.signatures.findConstituent(key)).isPresent();
    assertThat(house.rows("suppressed_mailbox")).isZero();
  }

  @Test
  void tellsTheMailWhatItNeedsAndNothingTyped() {
    SignatureKey key = house.sign(send());

    ConfirmationDue due = house.signatures.findConfirmationDue(key).orElseThrow();

    assertThat(due.to().value()).isEqualTo("amira.testperson@mail.example");
    assertThat(due.language()).isEqualTo("es");
    assertThat(due.code()).matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
    house.advance(Duration.ofDays(14));
    assertThat(house.signatures.findConfirmationDue(key)).isEmpty();
  }

  @Test
  void forgetsWhatWasNeverConfirmed() {
    house.sign(send());
    SignatureKey kept = house.confirmed(letter());

    house.advance(Duration.ofDays(31));
    new ForgetJob(house.database, house.clock).run();

    assertThat(house.rows("signature")).isEqualTo(1);
    assertThat(house.signatures.find(kept)).isPresent();
  }

  @Test
  void mailsAgainWhenTheSameFormIsSentAfterItsLinkHasExpired() {
    SignatureKey late = house.sign(send());
    house.advance(Duration.ofDays(14));

    SignatureKey again = house.sign(send());

    assertThat(again).isNotEqualTo(late);
    assertThat(house.signing.confirm(again)).isEqualTo(new ConfirmOutcome.Confirmed(again));
    assertThat(house.rows("mail")).isEqualTo(2);
  }

  @Test
  void doesNotLetExpiredLinksFillAMailbox() {
    for (int i = 0; i < IntakeWriter.MAILS_PER_MAILBOX; i++) {
      house.sign(with(letter(), "family_name", "Testperson " + (char) ('A' + i)));
    }
    house.advance(Duration.ofDays(14));

    assertThat(house.signatures.findConfirmationDue(house.sign(letter()))).isPresent();
  }

  @Test
  void mailsWhenTheSameFormIsSentAgainOnceTheMailboxIsNoLongerFull() {
    SignatureKey first = house.sign(with(letter(), "family_name", "Testperson A"));
    for (char other = 'B'; other < 'F'; other++) {
      house.sign(with(letter(), "family_name", "Testperson " + other));
    }
    SignatureKey muted = house.sign(letter());
    assertThat(house.signatures.findConfirmationDue(muted)).isEmpty();
    house.signing.erase(first);

    assertThat(house.signatures.findConfirmationDue(house.sign(letter()))).isPresent();
  }

  @Test
  void saysWhetherARefusalWasOne() {
    SignatureKey pending = house.sign(send());
    SignatureKey counted = house.confirmed(letter());

    assertThat(house.signing.refuse(pending)).isTrue();
    assertThat(house.signing.refuse(pending)).isTrue();
    assertThat(house.signing.refuse(counted)).isFalse();
  }
}
