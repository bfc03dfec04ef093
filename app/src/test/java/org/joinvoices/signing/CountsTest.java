package org.joinvoices.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.joinvoices.signing.SampleForms.letter;
import static org.joinvoices.signing.SampleForms.send;

import java.time.Duration;
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
        .isEqualTo(new Count(0, 0, 0, house.clock.instant()));
  }

  @Test
  void tellsConfirmedFromAwaitedAndWhen() {
    house.confirmed(send());
    house.sign(letter());

    assertThat(counted()).isEqualTo(new Count(1, 0, 1, house.clock.instant()));

    house.advance(Duration.ofDays(14));
    assertThat(counted()).isEqualTo(new Count(1, 0, 0, house.clock.instant()));
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

    assertThat(counted()).isEqualTo(new Count(0, 0, 0, house.clock.instant()));
  }
}
