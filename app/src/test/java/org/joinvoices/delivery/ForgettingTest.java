package org.joinvoices.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.joinvoices.delivery.DeliveryHouse.in;
import static org.joinvoices.signing.SampleForms.letter;
import static org.joinvoices.signing.SampleForms.send;
import static org.joinvoices.signing.SampleForms.with;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.joinvoices.action.Actions;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.clock.CivicWeek;
import org.joinvoices.platform.retention.Forgotten;
import org.joinvoices.platform.retention.Retention;
import org.joinvoices.platform.retention.Retention.Line;
import org.joinvoices.signing.BookEntry;
import org.joinvoices.signing.ConfirmOutcome;
import org.joinvoices.signing.SampleForms;
import org.joinvoices.signing.SignOutcome;
import org.joinvoices.signing.SignatureKey;
import org.joinvoices.signing.SignatureState;
import org.joinvoices.signing.SignatureView;
import org.joinvoices.signing.SigningHouse;
import org.joinvoices.signing.SigningRetention;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a house forgets in time, and what it says afterwards. */
@SuppressWarnings("NullAway.Init")
class ForgettingTest {

  @TempDir private Path folder;
  private DeliveryHouse delivering;
  private SigningHouse house;
  private Retention retention;

  @BeforeEach
  void open() {
    delivering = new DeliveryHouse(folder);
    house = delivering.house;
    var actions = new Actions(house.database);
    retention =
        new Retention(
            house.database,
            house.clock,
            List.of(
                new SigningRetention(house.database, house.vault, actions),
                new DeliveryRetention(house.database, actions)));
  }

  @AfterEach
  void close() {
    delivering.close();
  }

  private Line line(Forgotten kind, long count) {
    return new Line(kind, house.action.id().value(), count);
  }

  private long rows(String tableAndCondition) {
    return JdbcClient.create(house.database)
        .sql("SELECT count(*) FROM " + tableAndCondition)
        .query(Long.class)
        .single();
  }

  private void goTo(Instant civic) {
    house.advance(Duration.between(house.clock.instant(), civic));
  }

  @Test
  void blanksWhatNobodyConfirmedInFourteenDaysAndStillTellsALateClick() {
    SignatureKey late = house.sign(send());
    SignatureKey counted = house.confirmed(letter());
    house.advance(Duration.ofDays(14).minusSeconds(1));
    assertThat(retention.due()).isEmpty();
    house.advance(Duration.ofSeconds(1));

    assertThat(retention.due()).containsExactly(line(Forgotten.UNCONFIRMED, 1));
    assertThat(house.signatures.findConstituent(late)).as("only shown so far").isPresent();
    assertThat(retention.run()).containsExactly(line(Forgotten.UNCONFIRMED, 1));
    assertThat(retention.run()).as("a second run").isEmpty();

    assertThat(house.signatures.findConstituent(late)).isEmpty();
    assertThat(
            rows(
                "signature WHERE state = 'pending' AND sealed_contact IS NULL AND sealed_own_words IS NULL"
                    + " AND mailbox_hash IS NULL AND person_hash IS NULL AND household_hash IS NULL"
                    + " AND content_hash IS NULL AND zip3 = ''"))
        .isEqualTo(1);
    assertThat(rows("consent WHERE signature_id = '" + late.signature() + "'")).isZero();
    assertThat(house.signing.confirm(late)).isEqualTo(new ConfirmOutcome.Expired());
    assertThat(house.signatures.findConstituent(counted)).isPresent();
    assertThat(rows("suppressed_mailbox")).as("nobody said it was not them").isZero();
  }

  @Test
  void erasesContactDataInItsTimeAndCountsOn() {
    SignatureKey key = delivering.confirmed(in("OH", DeliveryHouse.ZIP));
    delivering.send();
    house.count();
    goTo(house.action.contactEnds().minusSeconds(1));
    retention.run();
    assertThat(house.signatures.findConstituent(key)).isPresent();
    goTo(house.action.contactEnds());

    assertThat(retention.due())
        .contains(line(Forgotten.CONTACT, 1), line(Forgotten.KEY, 1))
        .isEqualTo(retention.run());
    assertThat(retention.run()).isEmpty();

    SignatureView view = house.signatures.find(key).orElseThrow();
    assertThat(view.erased()).isTrue();
    assertThat(view.state()).isEqualTo(SignatureState.CONFIRMED);
    assertThat(house.signatures.findConstituent(key)).isEmpty();
    house.count();
    assertThat(house.counts.of(house.action.id()).confirmed()).isEqualTo(1);
    assertThat(delivering.deliveries.list(key))
        .allMatch(each -> each.state() == DeliveryState.ACCEPTED);
    assertThat(house.vault.isDestroyed(house.action.id().value())).isTrue();
  }

  @Test
  void withdrawsWhatStillWaitsWhenNobodyIsLeftToSpeak() {
    SignatureKey key = delivering.confirmed("GA", "30303"); // one seat is empty
    goTo(house.action.contactEnds());

    retention.run();
    delivering.plan();

    assertThat(delivering.deliveries.list(key))
        .isNotEmpty()
        .allMatch(each -> each.state() == DeliveryState.WITHDRAWN);
  }

  @Test
  void forgetsManyInBatches() {
    JdbcClient.create(house.database)
        .sql(
            """
            INSERT INTO signature (action_id, id, letter_version, state, act, language, display, reply_wanted,
              own_words_public, minor, country, region, zip3, seats, match, mailbox_hash, person_hash, muted, signed_at,
              confirmed_at)
            SELECT ?, gen_random_uuid(), 1, 'confirmed', 'letter', 'en', 'count_only', false, false, false, 'US', '', '',
              '{}', '{}', decode(lpad(to_hex(n), 8, '0'), 'hex'), 'p', false, now(), now()
            FROM generate_series(1, 1203) AS n
            """)
        .param(house.action.id().value())
        .update();
    goTo(house.action.contactEnds());

    assertThat(retention.run()).contains(line(Forgotten.CONTACT, 1203));
    assertThat(rows("signature WHERE mailbox_hash IS NOT NULL")).isZero();
    assertThat(rows("signature_event WHERE kind = 'erased'")).isEqualTo(1203);
  }

  @Test
  void forgetsOwnWordsThirtyDaysAfterTheLastAttemptAndSaysSo() {
    SignatureKey key =
        delivering.confirmed(with(in("OH", DeliveryHouse.ZIP), "consent_own_words", "false"));
    house.advance(Duration.ofDays(5));
    delivering.send();
    house.advance(Duration.ofDays(23).minusSeconds(1));
    offer();
    assertThat(rows("mail WHERE kind = 'words_going'")).as("not yet").isZero();
    house.advance(Duration.ofSeconds(1));
    offer();
    offer();
    assertThat(rows("mail WHERE kind = 'words_going'")).as("a copy is offered once").isEqualTo(1);
    house.advance(Duration.ofDays(7).minusSeconds(1));
    assertThat(retention.run()).isEmpty();
    assertThat(house.signatures.findConstituent(key).orElseThrow().ownWords()).isNotEmpty();

    house.advance(Duration.ofSeconds(1));
    assertThat(retention.due()).containsExactly(line(Forgotten.OWN_WORDS, 1));
    assertThat(retention.run()).containsExactly(line(Forgotten.OWN_WORDS, 1));

    assertThat(house.signatures.findConstituent(key).orElseThrow().ownWords()).isEmpty();
    assertThat(house.signatures.find(key).orElseThrow().ownWordsErased()).isTrue();
    assertThat(rows("delivery WHERE message_hash IS NULL")).as("the hash stays").isZero();
    assertThat(retention.run()).isEmpty();
  }

  @Test
  void keepsOwnWordsWhileAMessageWaitsOrTheBookIsNotMade() {
    delivering.confirmed(
        with(
            with(in("GA", "30303"), "consent_own_words", "false"),
            "email",
            "ruth.testperson@mail.example"));
    delivering.confirmed(with(in("OH", DeliveryHouse.ZIP), "consent_own_words", "true"));
    delivering.send();
    house.advance(Duration.ofDays(40));
    offer();
    house.advance(Duration.ofDays(7));

    assertThat(retention.due()).isEmpty();

    var books = new PetitionBooks(house.database, house.signatures, house.clock);
    books.makeAll(house.action.id(), folder.resolve("book"));
    assertThat(retention.due()).as("nobody was offered a copy").isEmpty();
    offer();
    house.advance(Duration.ofDays(7));
    assertThat(retention.due()).containsExactly(line(Forgotten.OWN_WORDS, 1));
  }

  @Test
  void keepsOfficeAndWeekOfAnAttemptAndForgetsTheMomentAfterSixMonths() {
    SignatureKey key = delivering.confirmed(in("OH", DeliveryHouse.ZIP));
    house.advance(Duration.ofDays(2).plusMinutes(7));
    delivering.send();
    Instant sent = house.clock.instant();
    delivering.deliveries.note(key, new Seat("OH-11"), SupporterAct.CALLED);
    List<String> before = columns("id || delivery_code");
    goTo(sent.atZone(CivicClock.CONGRESS).plusMonths(6).toInstant());
    retention.run();
    assertThat(columns("coarse")).as("to the second").containsOnly("false");

    house.advance(Duration.ofSeconds(1));
    var due = retention.due();
    assertThat(due).contains(line(Forgotten.MOMENTS, 6)).isEqualTo(retention.run());
    assertThat(retention.run()).as("a second run").isEmpty();

    Instant week = CivicWeek.of(sent).begin();
    assertThat(delivering.deliveries.list(key))
        .hasSize(3)
        .allMatch(each -> each.state() == DeliveryState.ACCEPTED && each.attempts() == 1)
        .allMatch(each -> each.lastAttempt().filter(week::equals).isPresent());
    assertThat(
            rows(
                "delivery d JOIN delivery_attempt a ON a.delivery_id = d.id WHERE a.took_ms = 0 AND d.target IN"
                    + " ('OH-11', 'OH-S1', 'OH-S3')"))
        .as("per office the number stays")
        .isEqualTo(3);
    for (String moment : List.of("created_at", "due_at", "settled_at", "supporter_did_at")) {
      assertThat(rows("delivery WHERE " + moment + " <> civic_week(" + moment + ")"))
          .as(moment)
          .isZero();
    }
    assertThat(rows("delivery WHERE substr(id::text, 15, 1) = '7'"))
        .as("ids that tell a time")
        .isZero();
    assertThat(columns("id || delivery_code")).doesNotContainAnyElementsOf(before);
  }

  /** Only by the function that rounds, and never the other way. */
  @Test
  void letsTheServerRoundAttemptsAndChangeNothingElseInThem() {
    delivering.confirmed(in("OH", DeliveryHouse.ZIP));
    delivering.send();

    assertThatThrownBy(
            () ->
                JdbcClient.create(house.database)
                    .sql("UPDATE delivery_attempt SET result = 'refused'")
                    .update())
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void leavesTheMomentsOfWhatStillWaits() {
    SignatureKey key = delivering.confirmed("GA", "30303"); // one seat is empty
    delivering.send();
    house.advance(Duration.ofDays(200));

    retention.run();

    assertThat(
            JdbcClient.create(house.database)
                .sql("SELECT state FROM delivery WHERE NOT coarse")
                .query(String.class)
                .list())
        .containsExactly("held");
    assertThat(delivering.deliveries.list(key)).hasSize(3);
  }

  private void offer() {
    new WordsOffer(house.database, house.actions, house.clock).run();
  }

  private List<String> columns(String column) {
    return JdbcClient.create(house.database)
        .sql("SELECT (" + column + ")::text FROM delivery")
        .query(String.class)
        .list();
  }

  /** As where a backup of the database is brought back after its key was destroyed. */
  @Test
  void answersThatAllIsErasedWhereOnlyTheKeyIsGone() {
    SignatureKey key = house.confirmed(with(send(), "display", "full"));
    SignatureKey pending = house.sign(with(send(), "email", "sam.testperson@mail.example"));
    String code = house.signatures.findConfirmationDue(pending).orElseThrow().code();
    house.vault.destroy(house.action.id().value());

    assertThat(house.signatures.find(key).orElseThrow().erased()).isTrue();
    assertThat(house.signatures.findConstituent(key)).isEmpty();
    assertThat(house.signatures.findConfirmationDue(pending)).isEmpty();
    assertThat(house.signing.confirmByCode(pending, code)).isEqualTo(new ConfirmOutcome.Unknown());
    assertThat(house.signing.refuse(pending)).isTrue();
    assertThat(house.signing.sign(SampleForms.request(send())))
        .isEqualTo(new SignOutcome.NotOpen());
    List<BookEntry> book = new ArrayList<>();
    house.signatures.forEachConfirmed(
        house.action.id(),
        house.action.closes(),
        Instant.EPOCH,
        house.action.closes(),
        Instant.EPOCH,
        book::add);
    assertThat(book).extracting(BookEntry::shownAs).containsExactly("");
  }
}
