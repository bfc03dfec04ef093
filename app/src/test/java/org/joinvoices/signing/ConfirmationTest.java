package org.joinvoices.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.joinvoices.signing.SampleForms.letter;
import static org.joinvoices.signing.SampleForms.send;
import static org.joinvoices.signing.SampleForms.with;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.joinvoices.action.Actions;
import org.joinvoices.platform.database.TestDatabase;
import org.joinvoices.signing.ConfirmOutcome.AlreadyCounted;
import org.joinvoices.signing.ConfirmOutcome.Confirmed;
import org.joinvoices.signing.ConfirmOutcome.Expired;
import org.joinvoices.signing.ConfirmOutcome.MailboxTaken;
import org.joinvoices.signing.ConfirmOutcome.Unknown;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConfirmationTest {

  private final SigningHouse house = new SigningHouse();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void countsASignatureOnceHoweverOftenItIsConfirmed() {
    SignatureKey key = house.sign(send());

    assertThat(house.signing.confirm(key)).isEqualTo(new Confirmed(key));
    assertThat(house.signing.confirm(key)).isEqualTo(new AlreadyCounted(key));

    SignatureView view = house.signatures.find(key).orElseThrow();
    assertThat(view.state()).isEqualTo(SignatureState.CONFIRMED);
    assertThat(view.confirmedAt()).contains(house.clock.instant());
    assertThat(house.rows("signature_event WHERE kind = 'confirmed'")).isEqualTo(1);
  }

  @Test
  void countsAPersonOnceHoweverTheNameIsWritten() {
    SignatureKey first = house.confirmed(send());

    SignatureKey second = house.sign(with(send(), "given_name", "SAMPLE AMÍRA"));

    assertThat(house.signing.confirm(second)).isEqualTo(new AlreadyCounted(first));
  }

  @Test
  void countsTwoPeopleWhoShareOneMailboxAndPostalCode() {
    house.confirmed(send());
    house.confirmed(with(send(), "given_name", "Sample-Omar"));

    SignatureKey third = house.sign(with(send(), "given_name", "Sample-Nour"));

    assertThat(house.signing.confirm(third)).isEqualTo(new MailboxTaken());
    assertThat(house.rows("signature WHERE state = 'confirmed'")).isEqualTo(2);
  }

  @Test
  void doesNotCountASecondPersonWithAnotherPostalCode() {
    house.confirmed(send());

    SignatureKey other =
        house.sign(with(with(send(), "given_name", "Sample-Omar"), "postal_code", "44113"));

    assertThat(house.signing.confirm(other)).isEqualTo(new MailboxTaken());
  }

  @Test
  void doesNotLetAnUnconfirmedSignatureBlockItsOwner() {
    house.sign(with(send(), "own_words", "Somebody else typed these words."));

    assertThat(house.signing.confirm(house.sign(send()))).isInstanceOf(Confirmed.class);
  }

  @Test
  void expiresAfterFourteenDaysAndWhenTheLetterCloses() {
    SignatureKey key = house.sign(send());
    house.advance(Duration.ofDays(14));
    assertThat(house.signing.confirm(key)).isEqualTo(new Expired());

    house.advance(Duration.ofDays(96));
    SignatureKey late = house.sign(letter());
    house.advance(Duration.ofDays(5));
    assertThat(house.signing.confirm(late)).isEqualTo(new Expired());
  }

  @Test
  void knowsNoSignatureThatIsNotThere() {
    SignatureKey nobody = new SignatureKey(house.action.id(), new SignatureId(new UUID(1, 2)));

    assertThat(house.signing.confirm(nobody)).isEqualTo(new Unknown());
    assertThat(house.signing.confirmByCode(nobody, "AAAA-AAAA")).isEqualTo(new Unknown());
  }

  @Test
  void takesTheShortCodeHoweverItIsTyped() {
    SignatureKey key = house.sign(send());
    String code = house.signatures.findConfirmationDue(key).orElseThrow().code();

    String typed = code.toLowerCase(Locale.ROOT).replace('-', ' ').replace('1', 'l');

    assertThat(house.signing.confirmByCode(key, typed)).isEqualTo(new Confirmed(key));
  }

  @Test
  void endsGuessingOfTheShortCodeButNotTheLink() {
    SignatureKey key = house.sign(send());
    String code = house.signatures.findConfirmationDue(key).orElseThrow().code();
    for (int i = 0; i < Confirmation.CODE_TRIES; i++) {
      assertThat(house.signing.confirmByCode(key, "WRNG-C0DE")).isEqualTo(new Unknown());
    }

    assertThat(house.signing.confirmByCode(key, code)).isEqualTo(new Unknown());
    assertThat(house.signing.confirm(key)).isEqualTo(new Confirmed(key));
  }

  @Test
  void keepsItsRulesWhenManyConfirmAtOnce() throws Exception {
    List<SignatureKey> keys =
        IntStream.range(0, 5)
            .mapToObj(i -> house.sign(with(send(), "given_name", "Sample " + (char) ('A' + i))))
            .toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var tries =
          IntStream.range(0, 20)
              .mapToObj(
                  i -> (Callable<ConfirmOutcome>) () -> house.signing.confirm(keys.get(i % 5)))
              .toList();
      for (var outcome : threads.invokeAll(tries)) {
        assertThat(outcome.get()).isNotInstanceOf(Expired.class);
      }
    }

    assertThat(house.rows("signature WHERE state = 'confirmed'")).isEqualTo(2);
    assertThat(house.rows("signature_event")).isEqualTo(2);
  }

  @Test
  void keepsItsRulesWithinOneCommit() throws Exception {
    SignatureKey first = house.sign(send());
    SignatureKey again = house.sign(with(send(), "given_name", "SAMPLE AMÍRA"));
    SignatureKey partner = house.sign(with(send(), "given_name", "Sample-Omar"));
    SignatureKey third = house.sign(with(send(), "given_name", "Sample-Lee"));
    SignatureKey other = house.sign(with(send(), "email", "other@mail.example"));
    SignatureKey late = house.sign(with(send(), "email", "late@mail.example"));
    var nobody = new SignatureKey(first.action(), new SignatureId(UUID.randomUUID()));
    Instant now = house.clock.instant();
    Instant tooLate = now.plus(Confirmation.LIFETIME);
    var asks =
        List.of(
            new ConfirmationWriter.Ask(other, true, now),
            new ConfirmationWriter.Ask(first, true, now),
            new ConfirmationWriter.Ask(again, true, now),
            new ConfirmationWriter.Ask(first, true, now),
            new ConfirmationWriter.Ask(nobody, true, now),
            new ConfirmationWriter.Ask(partner, true, now),
            new ConfirmationWriter.Ask(third, true, now),
            new ConfirmationWriter.Ask(late, true, tooLate),
            new ConfirmationWriter.Ask(late, false, now));

    List<Optional<ConfirmOutcome>> outcomes;
    try (var connection = house.database.getConnection()) {
      outcomes = ConfirmationWriter.write(connection, asks);
    }

    assertThat(outcomes.stream().map(Optional::orElseThrow))
        .containsExactly(
            new Confirmed(other),
            new Confirmed(first),
            new AlreadyCounted(first),
            new AlreadyCounted(first),
            new Unknown(),
            new Confirmed(partner),
            new MailboxTaken(),
            new Expired(),
            new Expired());
    assertThat(house.rows("signature WHERE state = 'confirmed'")).isEqualTo(3);
    assertThat(house.rows("signature_event WHERE kind = 'confirmed'")).isEqualTo(3);
  }

  @Test
  void needsNoSecondConnectionWhileItHoldsOne() {
    SignatureKey key = house.sign(send());
    var narrow = TestDatabase.withOneConnection(house.database);

    try (var confirmation = new Confirmation(narrow, new Actions(narrow), house.clock)) {
      assertThat(confirmation.confirm(key)).isEqualTo(new Confirmed(key));
    }
  }
}
