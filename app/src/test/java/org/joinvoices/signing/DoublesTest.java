package org.joinvoices.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.joinvoices.signing.SampleForms.letter;
import static org.joinvoices.signing.SampleForms.request;
import static org.joinvoices.signing.SampleForms.send;
import static org.joinvoices.signing.SampleForms.with;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.joinvoices.districts.BuiltIn;
import org.joinvoices.districts.StreetMatcher;
import org.joinvoices.signing.ConfirmOutcome.Confirmed;
import org.joinvoices.signing.ConfirmOutcome.UnderReview;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who signs again, and who is looked at before they count. */
class DoublesTest {

  private final SigningHouse house = new SigningHouse();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void tellsWhoIsCountedInsteadOfAskingThemAgain() {
    SignatureKey first = house.confirmed(send());
    SignatureKey again = house.sign(with(send(), "given_name", "SAMPLE AMÍRA"));
    SignatureKey partner = house.sign(with(send(), "given_name", "Sample-Omar"));

    assertThat(due(again).earlier()).contains(new ConfirmationDue.Earlier(first, true));
    assertThat(due(partner).earlier()).as("another person of the mailbox").isEmpty();
    house.signing.withdraw(first);
    assertThat(due(again).earlier()).as("counted no more").isEmpty();
  }

  @Test
  void sendsAMailboxFiveMailsThoseOfWhoIsCountedIncluded() {
    house.confirmed(letter());
    for (int i = 0; i < 6; i++) {
      house.sign(with(letter(), "consent_updates", i % 2 == 0 ? "true" : "false"));
      house.sign(with(letter(), "family_name", "Testperson " + (char) ('A' + i)));
    }

    assertThat(house.rows("mail WHERE kind = 'confirm'")).isEqualTo(IntakeWriter.MAILS_PER_MAILBOX);
  }

  @Test
  void looksAtWhatWasUnusualBeforeItCounts() {
    SignatureKey key = flagged(Flag.BUSY_NETWORK, Flag.HONEYPOT);
    assertThat(house.rows("signature WHERE flags = '{busy_network,honeypot}'")).isEqualTo(1);

    assertThat(house.signing.confirm(key)).isEqualTo(new UnderReview(key));
    assertThat(house.signing.confirm(key)).as("pressed again").isEqualTo(new UnderReview(key));

    SignatureView view = house.signatures.find(key).orElseThrow();
    assertThat(view.state()).isEqualTo(SignatureState.UNDER_REVIEW);
    assertThat(view.confirmedAt()).isEmpty();
    assertThat(house.rows("signature WHERE review_since IS NOT NULL")).isEqualTo(1);
    assertThat(house.rows("signature_event")).isZero();
    house.count();
    assertThat(house.counts.of(house.action.id()).confirmed()).isZero();
  }

  @Test
  void confirmsByItsCodeOnceMoreWhileItIsLookedAt() {
    SignatureKey key = flagged(Flag.THROWAWAY_DOMAIN);
    String code = due(key).code();

    assertThat(house.signing.confirmByCode(key, code)).isEqualTo(new UnderReview(key));
    assertThat(house.signing.confirmByCode(key, code)).isEqualTo(new UnderReview(key));
  }

  @Test
  void countsNobodyASecondTimeWhileTheFirstIsLookedAt() {
    SignatureKey first = flagged(Flag.BUSY_DOMAIN);
    house.signing.confirm(first);

    SignatureKey again = house.sign(with(send(), "consent_updates", "true"));
    SignatureKey partner = house.sign(with(send(), "given_name", "Sample-Omar"));

    assertThat(due(again).earlier()).contains(new ConfirmationDue.Earlier(first, false));
    assertThat(house.signing.confirm(again)).isEqualTo(new UnderReview(first));
    assertThat(house.signing.confirm(partner)).isEqualTo(new Confirmed(partner));
  }

  @Test
  void withdrawsAndErasesWhatIsLookedAtWithoutATrace() {
    SignatureKey key = flagged(Flag.BUSY_NETWORK);
    house.signing.confirm(key);

    assertThat(house.signing.refuse(key)).as("its owner has confirmed it").isFalse();
    house.signing.askForData(key);
    assertThat(house.rows("mail WHERE kind = 'own_data'")).isEqualTo(1);
    house.signing.withdraw(key);
    house.signing.erase(key);

    SignatureView view = house.signatures.find(key).orElseThrow();
    assertThat(view.state()).isEqualTo(SignatureState.WITHDRAWN);
    assertThat(view.erased()).isTrue();
    assertThat(house.rows("signature_event")).isZero();
  }

  @Test
  void keepsWhatItsSignerConfirmedUntilTheTimeOfTheLetterIsOver() {
    SignatureKey key = flagged(Flag.BUSY_NETWORK);
    house.signing.confirm(key);
    house.advance(Duration.ofDays(40));

    new UnconfirmedStep(house.database).erase(house.action.id().value(), house.clock.instant());
    new ForgetJob(house.database, house.clock).run();
    assertThat(house.signatures.findConstituent(key)).isPresent();

    new ContactStep(house.database, house.actions)
        .erase(house.action.id().value(), house.clock.instant());
    assertThat(house.signatures.findConstituent(key)).isEmpty();
    assertThat(house.rows("signature_event")).isZero();
  }

  @Test
  void keepsTheMailboxRulesALetterWasFirstSignedUnder(@TempDir Path folder) throws IOException {
    SignatureKey first = house.confirmed(with(send(), "email", "amira.sample@gmail.com"));
    var none = MailboxRules.read(Files.writeString(folder.resolve("none.txt"), "# no rule\n"));

    try (var later = under(none)) {
      var signed =
          (SignOutcome.Signed)
              later.sign(request(with(send(), "email", "amirasample+x@gmail.com")));
      assertThat(later.confirm(signed.key())).isEqualTo(new ConfirmOutcome.AlreadyCounted(first));
    }
    assertThat(
            new Persons(house.database, house.vault, house.signatures)
                .find(house.action.id(), new EmailAddress("a.mirasample@gmail.com")))
        .contains(first);
  }

  @Test
  void neverMailsAnAddressThatWasRefusedWhateverTheRulesBecome(@TempDir Path folder)
      throws IOException {
    house.signing.refuse(house.sign(with(send(), "email", "amira.sample+x@gmail.com")));
    var none = MailboxRules.read(Files.writeString(folder.resolve("none.txt"), "# no rule\n"));

    try (var later = under(none)) {
      var signed =
          (SignOutcome.Signed)
              later.sign(request(with(send(), "email", "Amira.Sample+x@gmail.com")));
      assertThat(
              new Signatures(house.database, house.vault, house.clock, none)
                  .findConfirmationDue(signed.key()))
          .isEmpty();
    }
  }

  private Signing under(MailboxRules rules) {
    var districts = BuiltIn.DISTRICTS;
    return new Signing(
        house.database,
        house.vault,
        house.actions,
        districts,
        StreetMatcher.off(districts),
        rules,
        house.clock,
        house.switches);
  }

  private SignatureKey flagged(Flag... flags) {
    return ((SignOutcome.Signed) house.signing.sign(request(send()), Set.of(flags))).key();
  }

  private ConfirmationDue due(SignatureKey key) {
    return house.signatures.findConfirmationDue(key).orElseThrow();
  }
}
