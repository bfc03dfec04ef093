package org.joinvoices.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.joinvoices.signing.SignatureKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is mailed how their messages went on, and that nobody is mailed too often. */
@SuppressWarnings("NullAway.Init")
class NoticesTest {

  private final DeliveryHouse house;
  private final JdbcClient jdbc;
  private SignatureKey key;

  NoticesTest(@TempDir Path folder) {
    house = new DeliveryHouse(folder);
    jdbc = JdbcClient.create(house.house.database);
  }

  @BeforeEach
  void confirm() {
    key = house.confirmed("OH", DeliveryHouse.ZIP);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void tellsOnceOfAllMessagesThatFailedWithinTheHour() {
    settle("OH-11", "state = 'refused', settled_at = :now");
    run();
    assertThat(told()).as("another may fail in this hour").isEmpty();

    settle("OH-S1", "state = 'held', held_reason = 'retries_exhausted', due_at = :now");
    house.pass(Duration.ofHours(1));
    run();
    assertThat(told()).containsExactly("message_failed");

    settle("OH-S3", "state = 'refused', settled_at = :now");
    house.pass(Duration.ofHours(2));
    run();
    run();
    assertThat(told()).as("never a second one").containsExactly("message_failed");
  }

  @Test
  void tellsWhoCanReachTheOfficeThemselvesUnlessTheyHave() {
    settle(
        "OH-11",
        "channel = 'hand_off', lane = 'hand_off', state = 'handed_over', settled_at = :now");
    house.deliveries.note(key, new org.joinvoices.districts.Seat("OH-11"), SupporterAct.CALLED);
    house.pass(Duration.ofHours(2));
    run();
    assertThat(told()).isEmpty();

    jdbc.sql("UPDATE delivery SET supporter_did = NULL, supporter_did_at = NULL").update();
    run();
    assertThat(told()).containsExactly("message_failed");
  }

  @Test
  void saysNothingOfWhatWaitsOrIsUnclearOrOld() {
    settle("OH-11", "state = 'held', held_reason = 'vacant_seat', due_at = :now");
    settle("OH-S1", "state = 'needs_review', settled_at = :now");
    house.pass(Duration.ofHours(2));
    run();
    settle("OH-S3", "state = 'refused', settled_at = :now");
    house.pass(Duration.ofDays(8));
    run();

    assertThat(told()).isEmpty();
  }

  @Test
  void tellsThatAllWereTakenWhereThatTookLongerThanTheReceiptIsFresh() {
    take("OH-11", Duration.ofMinutes(2));
    take("OH-S1", Duration.ofMinutes(2));
    house.pass(Duration.ofHours(2));
    run();
    assertThat(told()).as("one is open").isEmpty();

    house.pass(Duration.ofDays(20));
    take("OH-S3", Duration.ofDays(20));
    run();
    house.pass(Duration.ofHours(2));
    run();
    run();

    assertThat(told()).containsExactly("messages_delivered");
    assertThat(jdbc.sql("SELECT count(*) FROM delivery_notice").query(Long.class).single())
        .isEqualTo(1);
  }

  @Test
  void leavesItToTheReceiptWhereAllWereTakenAtOnce() {
    for (String seat : List.of("OH-11", "OH-S1", "OH-S3")) {
      take(seat, Duration.ofMinutes(2));
    }
    house.pass(Duration.ofHours(2));
    run();
    assertThat(told()).isEmpty();
  }

  @Test
  void doesNotCallATextThatWasHandedToTheSignerTaken() {
    house.pass(Duration.ofDays(3));
    take("OH-11", Duration.ofDays(3));
    take("OH-S1", Duration.ofDays(3));
    settle(
        "OH-S3",
        "channel = 'hand_off', lane = 'hand_off', state = 'handed_over', settled_at = :now");
    house.pass(Duration.ofHours(2));
    run();

    assertThat(told()).containsExactly("message_failed");
  }

  private void run() {
    new Notices(house.house.database, house.house.clock, house::machineTime).run();
  }

  private void settle(String seat, String set) {
    jdbc.sql("UPDATE delivery SET " + set + " WHERE target = :seat")
        .param("now", house.machineTime().atOffset(java.time.ZoneOffset.UTC))
        .param("seat", seat)
        .update();
  }

  /** Accepted that long after it was planned. */
  private void take(String seat, Duration after) {
    settle(seat, "state = 'accepted', settled_at = :now");
    jdbc.sql(
            """
            INSERT INTO delivery_attempt (action_id, delivery_id, attempt_no, started_at, took_ms, result, code)
            SELECT action_id, id, 1, created_at + :after * interval '1 second', 0, 'accepted', '200'
            FROM delivery WHERE target = :seat
            """)
        .param("after", after.toSeconds())
        .param("seat", seat)
        .update();
  }

  private List<String> told() {
    return jdbc.sql(
            "SELECT kind FROM mail WHERE kind IN ('message_failed', 'messages_delivered') ORDER BY id")
        .query(String.class)
        .list();
  }
}
