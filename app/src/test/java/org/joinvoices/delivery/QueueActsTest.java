package org.joinvoices.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.util.Bytes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.joinvoices.action.Channel;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditEntry;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.signing.SampleForms;
import org.joinvoices.signing.SignatureKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What organizers can do with messages, and what nobody can. */
class QueueActsTest {

  private static final Actor WHO = new Actor.CommandLine();
  private static final Seat HOUSE = new Seat("OH-11");
  private static final Seat SENATE = new Seat("OH-S1");

  /** Every way a message can stand: state, and why it is held. */
  private static final List<String> STANDINGS =
      List.of(
          "queued",
          "held vacant_seat",
          "held new_lines",
          "held office_off",
          "held retries_exhausted",
          "held invalid_message",
          "held message_changed",
          "held sent_before",
          "held in_packet",
          "held by_organizer",
          "sending",
          "accepted",
          "refused",
          "needs_review",
          "withdrawn",
          "handed_over");

  /** What becomes of the standings that an act changes; all others stay. */
  private static final Map<QueueAct, Map<String, String>> CHANGES =
      Map.of(
          QueueAct.RETRY,
          Map.of(
              "refused", "queued",
              "held retries_exhausted", "queued",
              "held invalid_message", "queued",
              "held message_changed", "queued"),
          QueueAct.HOLD,
          Map.of("queued", "held by_organizer"),
          QueueAct.RELEASE,
          Map.of("held by_organizer", "queued", "held office_off", "queued"),
          QueueAct.MOVE,
          Map.of(
              "queued", "queued",
              "refused", "queued",
              "held office_off", "queued",
              "held retries_exhausted", "queued",
              "held invalid_message", "queued",
              "held message_changed", "queued",
              "held by_organizer", "queued"),
          QueueAct.SETTLE_ARRIVED,
          Map.of("needs_review", "accepted"),
          QueueAct.SETTLE_AGAIN,
          Map.of("needs_review", "queued"));

  private final DeliveryHouse house;
  private final QueueActs acts;
  private final JdbcClient jdbc;
  private final AuditTrail audit;

  QueueActsTest(@TempDir Path folder) {
    house = new DeliveryHouse(folder);
    jdbc = JdbcClient.create(house.house.database);
    audit = new AuditTrail(house.house.database, house::machineTime);
    acts = acts(audit);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void changesWhatMayBeChangedAndNothingElse() {
    SignatureKey key = house.confirmed("OH", DeliveryHouse.ZIP);
    for (QueueAct act : QueueAct.values()) {
      for (String standing : STANDINGS) {
        stand(key, standing);
        var order = order(act, whole().with(HOUSE));
        String becomes = CHANGES.getOrDefault(act, Map.of()).get(standing);

        assertThat(acts.count(order))
            .as("%s of %s", act, standing)
            .isEqualTo(becomes == null ? 0 : 1);
        assertThat(acts.run(WHO, order))
            .as("%s of %s", act, standing)
            .isEqualTo(becomes == null ? 0 : 1);
        assertThat(standing(key))
            .as("%s of %s", act, standing)
            .isEqualTo(becomes == null ? standing : becomes);
        assertThat(offered(act, standing))
            .as("%s is offered for %s", act, standing)
            .isEqualTo(becomes != null);
      }
    }
  }

  private static boolean offered(QueueAct act, String standing) {
    String[] words = standing.split(" ");
    return act.suits(
        DeliveryState.valueOf(words[0].toUpperCase(java.util.Locale.ROOT)),
        words.length > 1 ? Optional.of(words[1]) : Optional.empty());
  }

  @Test
  void doesAThingOnceHoweverOftenItIsAskedForAndNotesItOnce() {
    SignatureKey key = house.confirmed("OH", DeliveryHouse.ZIP);

    assertThat(acts.run(WHO, QueueOrder.of(QueueAct.HOLD, whole()))).isEqualTo(3);
    assertThat(acts.run(WHO, QueueOrder.of(QueueAct.HOLD, whole()))).isZero();
    assertThat(house.states(key).values()).containsOnly("held by_organizer");
    house.send();
    assertThat(house.gateway.accepted()).isZero();

    assertThat(acts.run(WHO, QueueOrder.of(QueueAct.RELEASE, whole()))).isEqualTo(3);
    house.send();
    assertThat(house.gateway.accepted()).isEqualTo(3);
    assertThat(trail()).containsExactly(AuditAct.MESSAGES_RELEASED, AuditAct.MESSAGES_HELD);
    assertThat(audit.list(Long.MAX_VALUE, 10))
        .extracting(AuditEntry::subject)
        .containsOnly(key.action().value());
  }

  @Test
  void meansOnlyTheMessagesOfItsScope() {
    house.confirmed("OH", DeliveryHouse.ZIP);
    SignatureKey other =
        house.confirmed(
            SampleForms.with(DeliveryHouse.in("GA", "30303"), "email", "second@mail.example"));
    UUID row = row(other, new Seat("GA-S3"));

    assertThat(acts.count(QueueOrder.of(QueueAct.HOLD, whole()))).isEqualTo(5);
    assertThat(acts.count(QueueOrder.of(QueueAct.HOLD, whole().with(SENATE)))).isEqualTo(1);
    assertThat(acts.count(QueueOrder.of(QueueAct.HOLD, whole().with(Route.HOUSE)))).isEqualTo(2);
    assertThat(acts.count(QueueOrder.of(QueueAct.HOLD, whole().with(DeliveryState.HELD)))).isZero();
    assertThat(acts.count(QueueOrder.of(QueueAct.HOLD, whole().with(row)))).isEqualTo(1);
    assertThat(acts.count(QueueOrder.of(QueueAct.HOLD, whole().with(SENATE).with(row)))).isZero();
    assertThat(acts.count(QueueOrder.of(QueueAct.HOLD, whole().with(new UUID(1, 1))))).isZero();
    var elsewhere = QueueScope.of(new org.joinvoices.action.ActionId(new UUID(1, 1)));
    assertThat(acts.run(WHO, QueueOrder.of(QueueAct.HOLD, elsewhere))).isZero();
    assertThat(acts.run(WHO, QueueOrder.of(QueueAct.HOLD, whole().with(row)))).isEqualTo(1);
    assertThat(house.states(other).values()).containsOnlyOnce("held by_organizer");
  }

  @Test
  void leavesAloneWhatAWorkerHasForItself() {
    SignatureKey key = house.confirmed("OH", DeliveryHouse.ZIP);
    var claim = house.claim(Route.HOUSE, Duration.ofMinutes(1)).orElseThrow();

    assertThat(acts.run(WHO, QueueOrder.of(QueueAct.HOLD, whole().with(HOUSE)))).isZero();
    assertThat(acts.run(WHO, QueueOrder.move(whole().with(HOUSE), Channel.PACKET))).isZero();
    assertThat(house.store.markSending(List.of(composed(claim)), Duration.ofMinutes(1))).hasSize(1);
    assertThat(standing(key)).isEqualTo("sending");
  }

  @Test
  void takesFromAWorkerThatDiedWhatItHadClaimed() {
    SignatureKey key = house.confirmed("OH", DeliveryHouse.ZIP);
    var claim = house.claim(Route.HOUSE, Duration.ofMinutes(1)).orElseThrow();
    house.pass(Duration.ofMinutes(2));

    assertThat(acts.run(WHO, QueueOrder.of(QueueAct.HOLD, whole().with(HOUSE)))).isEqualTo(1);
    assertThat(house.store.markSending(List.of(composed(claim)), Duration.ofMinutes(1)))
        .as("should it not be dead after all")
        .isEmpty();
    assertThat(standing(key)).isEqualTo("held by_organizer");
  }

  @Test
  void sendsWhatWasRefusedOnceMore() {
    SignatureKey key = house.confirmed("OH", DeliveryHouse.ZIP);
    house.gateway.next(Chamber.HOUSE, "400");
    house.send();
    assertThat(standing(key)).isEqualTo("refused");

    assertThat(acts.run(WHO, QueueOrder.of(QueueAct.RETRY, whole()))).isEqualTo(1);
    house.send();

    assertThat(standing(key)).isEqualTo("accepted");
    assertThat(house.gateway.accepted()).isEqualTo(3);
  }

  @Test
  void retriesNothingThatTheSupporterDidByOwnHands() {
    SignatureKey key = house.confirmed("OH", DeliveryHouse.ZIP);
    stand(key, "refused");
    jdbc.sql("UPDATE delivery SET supporter_did = 'called', supporter_did_at = now()").update();

    assertThat(acts.run(WHO, QueueOrder.of(QueueAct.RETRY, whole()))).isZero();
    assertThat(acts.run(WHO, QueueOrder.move(whole().with(HOUSE), Channel.PACKET))).isZero();
    assertThat(standing(key)).isEqualTo("refused");
  }

  @Test
  void movesToAnotherLaneWithNothingLeftOfTheFirst() {
    SignatureKey key = house.confirmed("OH", DeliveryHouse.ZIP);
    stand(key, "refused");

    assertThat(acts.run(WHO, QueueOrder.move(whole().with(HOUSE), Channel.CWC))).isZero();
    assertThat(acts.run(WHO, QueueOrder.move(whole().with(HOUSE), Channel.PACKET))).isEqualTo(1);

    assertThat(
            jdbc.sql(
                    "SELECT lane || ' ' || channel || ' ' || state FROM delivery WHERE message_hash IS NULL"
                        + " AND settled_at IS NULL AND target = 'OH-11'")
                .query(String.class)
                .list())
        .containsExactly("packet packet queued");
    assertThat(acts.run(WHO, QueueOrder.move(whole(), Channel.CWC))).isEqualTo(1);
    house.send();
    assertThat(house.states(key).values()).containsOnly("accepted");
    assertThat(acts.run(WHO, QueueOrder.move(whole(), Channel.MAIL))).isZero();
  }

  @Test
  void movesNothingThatMayBeAtTheOfficeButWhatCameBack() {
    SignatureKey key = house.confirmed("OH", DeliveryHouse.ZIP);
    for (String result : List.of("uncertain", "accepted", "handed_over")) {
      stand(key, "refused");
      attempt(key, result);
      assertThat(acts.run(WHO, QueueOrder.move(whole().with(HOUSE), Channel.PACKET)))
          .as(result)
          .isZero();
    }
    TestRows.forgetAttempts(house.house.database);
    stand(key, "refused");
    attempt(key, "accepted");
    attempt(key, "bounced");

    assertThat(acts.run(WHO, QueueOrder.move(whole().with(HOUSE), Channel.PACKET))).isEqualTo(1);
  }

  @Test
  void keepsTheImprintOfWhatMayHaveArrived() {
    SignatureKey key = house.confirmed("OH", DeliveryHouse.ZIP);
    stand(key, "held message_changed");
    attempt(key, "uncertain");

    assertThat(acts.run(WHO, QueueOrder.of(QueueAct.RETRY, whole()))).isZero();
    stand(key, "held retries_exhausted");
    assertThat(acts.run(WHO, QueueOrder.of(QueueAct.RETRY, whole()))).isEqualTo(1);
    assertThat(imprints()).isEqualTo(1);

    TestRows.forgetAttempts(house.house.database);
    stand(key, "held message_changed");
    assertThat(acts.run(WHO, QueueOrder.of(QueueAct.RETRY, whole()))).isEqualTo(1);
    assertThat(imprints()).isZero();
  }

  @Test
  void settlesWhatWasUnclearByTheWordOfTheOffice() {
    SignatureKey key = house.confirmed("OH", DeliveryHouse.ZIP);
    house.gateway.next(Chamber.HOUSE, "timeout_after_storing");
    house.send();
    assertThat(standing(key)).isEqualTo("needs_review");

    assertThat(acts.run(WHO, QueueOrder.of(QueueAct.SETTLE_ARRIVED, whole()))).isEqualTo(1);

    assertThat(standing(key)).isEqualTo("accepted");
    assertThat(house.attemptCodes()).contains("accepted settled_by_organizer");
    assertThat(house.deliveries.list(key)).allMatch(line -> line.receipt().isPresent());
    house.send();
    assertThat(house.gateway.accepted()).isEqualTo(3);
  }

  /** The Senate's gateway knows the id; then there is no second message. */
  @Test
  void sendsWhatDidNotArriveUnderTheSameId() {
    SignatureKey key = house.confirmed("OH", DeliveryHouse.ZIP);
    house.gateway.next(Chamber.SENATE, "timeout_after_storing");
    house.send();
    assertThat(house.states(key).values()).contains("needs_review");

    assertThat(acts.run(WHO, QueueOrder.of(QueueAct.SETTLE_AGAIN, whole()))).isEqualTo(1);
    house.send();

    assertThat(house.states(key).values()).containsOnly("accepted");
    assertThat(house.attemptCodes()).contains("unavailable settled_by_organizer");
    assertThat(house.gateway.accepted()).as("no double").isEqualTo(3);
  }

  @Test
  void twoOrganizersAtOnceDoItOnce() throws Exception {
    for (int i = 0; i < 8; i++) {
      house.confirmed(
          SampleForms.with(
              DeliveryHouse.in("OH", DeliveryHouse.ZIP), "email", "sample" + i + "@mail.example"));
    }
    var order = QueueOrder.of(QueueAct.HOLD, whole());
    Callable<Long> press = () -> acts.run(WHO, order);
    List<Long> changed = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (var done : threads.invokeAll(List.of(press, press, press, press))) {
        changed.add(done.get());
      }
    }

    assertThat(changed.stream().mapToLong(Long::longValue).sum()).isEqualTo(24);
    assertThat(trail()).hasSize((int) changed.stream().filter(one -> one > 0).count());
  }

  @Test
  void changesMoreThanOneStatementTakes() {
    TestRows.add(house.house.database, house.house.action.id(), 10_003);

    assertThat(acts.run(WHO, QueueOrder.of(QueueAct.HOLD, whole()))).isEqualTo(10_003);
    assertThat(trail()).containsExactly(AuditAct.MESSAGES_HELD);
  }

  @Test
  void changesNothingWhereItCannotBeNoted() {
    SignatureKey key = house.confirmed("OH", DeliveryHouse.ZIP);
    var broken =
        acts(
            new AuditTrail(
                house.house.database,
                () -> {
                  throw new IllegalStateException("no time");
                }));

    assertThatThrownBy(() -> broken.run(WHO, QueueOrder.of(QueueAct.HOLD, whole())))
        .isInstanceOf(RuntimeException.class);
    assertThat(house.states(key).values()).containsOnly("queued");
  }

  @Test
  void aMoveGoesSomewhereAndNothingElseDoes() {
    assertThatThrownBy(() -> QueueOrder.of(QueueAct.MOVE, whole()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(QueueAct.find("settle_arrived")).contains(QueueAct.SETTLE_ARRIVED);
    assertThat(QueueAct.find("nonsense")).isEmpty();
  }

  private QueueActs acts(AuditTrail trail) {
    return new QueueActs(
        house.house.database,
        house.house.actions,
        new ChannelChoice(house.lanes),
        trail,
        house.house.clock,
        house::machineTime);
  }

  private static DeliveryStore.Composed composed(ClaimedDelivery claim) {
    return new DeliveryStore.Composed(
        claim, Bytes.copyFrom(new byte[32]), _ -> new DeliveryResult.Uncertain("never posted"));
  }

  private QueueScope whole() {
    return QueueScope.of(house.house.action.id());
  }

  private static QueueOrder order(QueueAct act, QueueScope scope) {
    return act == QueueAct.MOVE
        ? QueueOrder.move(scope, Channel.PACKET)
        : QueueOrder.of(act, scope);
  }

  /** Puts the message to the House so that it stands as wanted, with an imprint as if posted. */
  private void stand(SignatureKey key, String standing) {
    String[] words = standing.split(" ");
    jdbc.sql(
            """
            UPDATE delivery SET state = :state, held_reason = nullif(:reason, ''), lane = 'house', channel = 'cwc',
              lease_until = CASE WHEN :state = 'sending' THEN now() END, message_hash = decode(repeat('00', 32), 'hex'),
              supporter_did = NULL, supporter_did_at = NULL
            WHERE signature_id = :id AND target = 'OH-11'
            """)
        .param("state", words[0])
        .param("reason", words.length > 1 ? words[1] : "")
        .param("id", key.signature().value())
        .update();
  }

  private String standing(SignatureKey key) {
    return jdbc.sql(
            "SELECT concat_ws(' ', state, held_reason) FROM delivery WHERE signature_id = ? AND target = 'OH-11'")
        .param(key.signature().value())
        .query(String.class)
        .single();
  }

  private UUID row(SignatureKey key, Seat seat) {
    return jdbc.sql("SELECT id FROM delivery WHERE signature_id = ? AND target = ?")
        .params(key.signature().value(), seat.value())
        .query(UUID.class)
        .single();
  }

  private void attempt(SignatureKey key, String result) {
    jdbc.sql(
            """
            INSERT INTO delivery_attempt (action_id, delivery_id, attempt_no, started_at, took_ms, result)
            SELECT d.action_id, d.id, 1 + (SELECT count(*) FROM delivery_attempt a WHERE a.delivery_id = d.id), now(), 0, ?
            FROM delivery d WHERE d.signature_id = ? AND d.target = 'OH-11'
            """)
        .params(result, key.signature().value())
        .update();
  }

  private long imprints() {
    return jdbc.sql(
            "SELECT count(*) FROM delivery WHERE target = 'OH-11' AND message_hash IS NOT NULL")
        .query(Long.class)
        .single();
  }

  private List<AuditAct> trail() {
    return audit.list(Long.MAX_VALUE, 100).stream().map(AuditEntry::act).toList();
  }
}
