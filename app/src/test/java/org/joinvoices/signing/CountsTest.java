package org.joinvoices.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.joinvoices.signing.SampleForms.letter;
import static org.joinvoices.signing.SampleForms.send;
import static org.joinvoices.signing.SampleForms.with;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.joinvoices.platform.switches.Switch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CountsTest {

  private final SigningHouse house = new SigningHouse();

  @AfterEach
  void close() {
    house.close();
  }

  private Count counted() {
    house.count();
    return house.counts.of(house.action.id());
  }

  @Test
  void knowsNobodyAtFirst() {
    assertThat(house.counts.of(house.action.id()))
        .isEqualTo(new Count(0, 0, 0, 0, house.clock.instant()));
  }

  @Test
  void tellsConfirmedFromAwaitedAndWhen() {
    house.confirmed(send());
    house.sign(letter());

    assertThat(counted()).isEqualTo(new Count(1, 0, 1, 0, house.clock.instant()));

    house.advance(Duration.ofDays(14));
    assertThat(counted()).isEqualTo(new Count(1, 0, 0, 0, house.clock.instant()));
  }

  @Test
  void addsOnlyWhatIsNew() {
    SignatureKey key = house.confirmed(send());
    counted();
    house.confirmed(letter());
    counted();
    house.signing.erase(key);

    assertThat(counted().confirmed()).isEqualTo(1);
    assertThat(counted().confirmed()).isEqualTo(1);
  }

  @Test
  void awaitsNobodyOnceTheLetterHasClosed() {
    house.advance(Duration.ofDays(105));
    house.sign(letter());
    assertThat(counted().awaiting()).isEqualTo(1);

    house.advance(Duration.ofDays(7));

    assertThat(counted()).isEqualTo(new Count(0, 0, 0, 0, house.clock.instant()));
  }

  @Test
  void tellsWhoIsUnderReviewFromWhoIsCounted() {
    house.sign(send());
    house
        .jdbc
        .sql("UPDATE signature SET state = 'under_review', confirmed_at = signed_at")
        .update();

    assertThat(counted()).isEqualTo(new Count(0, 0, 0, 1, house.clock.instant()));
  }

  @Test
  void countsEachOnceHoweverManyServersCount() throws Exception {
    int signers = 40;
    var going = new AtomicBoolean(true);
    try (var servers = Executors.newFixedThreadPool(3)) {
      var counting =
          IntStream.range(0, 3)
              .mapToObj(
                  _ ->
                      servers.submit(
                          () -> {
                            while (going.get()) {
                              house.count();
                            }
                          }))
              .toList();
      for (int i = 0; i < signers; i++) {
        SignatureKey key = house.confirmed(with(letter(), "email", "s" + i + "@mail.example"));
        if (i % 4 == 0) {
          house.signing.withdraw(key);
        }
      }
      going.set(false);
      for (var each : counting) {
        each.get();
      }
    }

    assertThat(counted().confirmed()).isEqualTo(signers - signers / 4);
  }

  @Test
  void publishesNoNewNumbersWhileTheyAreFrozenAndAllOfThemAfterwards() {
    house.confirmed(send());
    Count before = counted();
    house.pause(Switch.COUNTS);
    house.advance(Duration.ofMinutes(5));
    house.confirmed(letter());
    house.sign(with(letter(), "email", "waiting@mail.example"));

    assertThat(counted()).isEqualTo(before);
    assertThat(recount().countDrift()).isZero();
    assertThat(recount().counted()).isEqualTo(2);

    house.resume(Switch.COUNTS);
    assertThat(counted()).isEqualTo(new Count(2, 0, 1, 0, house.clock.instant()));
  }

  private Recount.Line recount() {
    return new Recount(house.database, house.clock).list().getFirst();
  }
}
