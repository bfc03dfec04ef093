package org.joinvoices.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.joinvoices.signing.SampleForms.letter;
import static org.joinvoices.signing.SampleForms.with;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditEntry;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.switches.Switch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whether counts agree with signatures and events, what is said where not, and what mends it. */
class RecountTest {

  private final SigningHouse house = new SigningHouse();
  private final Recount recount = new Recount(house.database, house.clock);
  private final CountCheck check = new CountCheck(house.database, recount, house.clock);

  @AfterEach
  void close() {
    house.close();
  }

  private SignatureKey confirmed(int number) {
    return house.confirmed(with(letter(), "email", "signer" + number + "@mail.example"));
  }

  private Recount.Line line() {
    return recount.list().getFirst();
  }

  private void miscount(int by) {
    house.jdbc.sql("UPDATE signature_count SET counted = counted + ?").param(by).update();
    house.count();
  }

  @Test
  void takesIntoAccountWhatIsNotCountedYet() {
    SignatureKey first = confirmed(1);
    confirmed(2);
    house.count();
    confirmed(3);
    house.signing.withdraw(first);

    Recount.Line line = line();
    assertThat(line.signatures()).isEqualTo(2);
    assertThat(line.events()).isEqualTo(2);
    assertThat(line.counted()).isEqualTo(2);
    assertThat(line.unread()).isZero();
    assertThat(line.agrees()).isTrue();
  }

  @Test
  void findsNothingWrongWhilePeopleSignAndAreCounted() throws Exception {
    var going = new AtomicBoolean(true);
    try (var threads = Executors.newFixedThreadPool(2)) {
      var counting =
          threads.submit(
              () -> {
                while (going.get()) {
                  house.count();
                }
              });
      var signing =
          threads.submit(
              () -> {
                for (int i = 0; i < 40; i++) {
                  house.signing.withdraw(confirmed(i));
                  confirmed(100 + i);
                }
              });
      while (!signing.isDone()) {
        assertThat(line()).satisfies(line -> assertThat(line.agrees()).as("%s", line).isTrue());
      }
      signing.get();
      going.set(false);
      counting.get();
    }
    assertThat(line().signatures()).isEqualTo(40);
  }

  @Test
  void setsAWrongCountRightAndNotesWhoDidIt() {
    confirmed(1);
    house.count();
    miscount(5);
    confirmed(2);
    assertThat(house.counts.of(house.action.id()).confirmed()).isEqualTo(6);
    assertThat(line().countDrift()).isEqualTo(5);

    assertThat(recount.mend(new Actor.CommandLine(), Optional.of(house.action.id()))).hasSize(1);

    assertThat(house.counts.of(house.action.id()).confirmed())
        .as("what was read by then")
        .isEqualTo(1);
    house.count();
    assertThat(house.counts.of(house.action.id()).confirmed()).isEqualTo(2);
    assertThat(line().agrees()).isTrue();
    assertThat(new AuditTrail(house.database, InstantSource.system()).list(Long.MAX_VALUE, 1))
        .extracting(AuditEntry::act)
        .containsExactly(AuditAct.COUNT_CORRECTED);
    assertThat(recount.mend(new Actor.CommandLine(), Optional.empty())).isEmpty();
  }

  @Test
  void leavesFrozenNumbersAlone() {
    confirmed(1);
    house.count();
    house.pause(Switch.COUNTS);
    miscount(-1);

    recount.mend(new Actor.CommandLine(), Optional.empty());

    assertThat(line().counted()).isEqualTo(1);
    assertThat(house.counts.of(house.action.id()).confirmed()).isEqualTo(1);
  }

  @Test
  void changesNoEventsWhereTheseDiffer() {
    confirmed(1);
    house.count();
    house.jdbc.sql("UPDATE signature SET state = 'withdrawn', ended_at = signed_at").update();
    assertThat(line().eventDrift()).isEqualTo(1);

    recount.mend(new Actor.CommandLine(), Optional.empty());

    assertThat(house.counts.of(house.action.id()).confirmed()).isZero();
    assertThat(line().countDrift()).isZero();
    assertThat(line().eventDrift()).isEqualTo(1);
  }

  @Test
  void looksOnceANightAndRaisesAnAlarmUntilItIsMended() {
    confirmed(1);
    house.count();
    check.runNightly();
    miscount(2);
    check.runNightly();
    assertThat(CountAlarm.list(house.database)).as("it looked already").isEmpty();

    house.advance(Duration.ofDays(1));
    check.runNightly();
    assertThat(CountAlarm.list(house.database))
        .singleElement()
        .satisfies(
            alarm -> {
              assertThat(alarm.countDrift()).isEqualTo(2);
              assertThat(alarm.sentence()).contains("sample-letter", "by +2");
            });

    recount.mend(new Actor.CommandLine(), Optional.empty());
    assertThat(CountAlarm.list(house.database)).isEmpty();
  }
}
