package org.joinvoices.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.joinvoices.platform.crypto.Tokens.Claim;
import org.joinvoices.platform.crypto.Tokens.Purpose;
import org.joinvoices.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;

final class TokensTest {

  private static final Instant START = Instant.parse("2021-01-10T17:00:00Z");

  private Instant now = START;
  private final InstantSource civic = () -> now;
  private final Tokens tokens = new Tokens(TestKeys.vault(TestDatabase.fresh()), civic);
  private final Claim claim = new Claim(Purpose.CONFIRM, UUID.randomUUID(), UUID.randomUUID());

  @Test
  void endsWithItsLifetime() {
    var token = tokens.issue(claim, Duration.ofHours(48));

    now = START.plus(Duration.ofHours(48)).minusSeconds(1);
    assertThat(tokens.read(Purpose.CONFIRM, token)).contains(claim);

    now = START.plus(Duration.ofHours(48));
    assertThat(tokens.read(Purpose.CONFIRM, token)).isEmpty();
  }

  @Test
  void opensNothingButWhatItIsFor() {
    var token = tokens.issue(claim, Duration.ofDays(1));

    assertThat(tokens.read(Purpose.RECEIPT, token)).isEmpty();
  }

  @Test
  void countsTheMinutesOfALinkToOwnDataOnTheMachinesClock() {
    var machine = new AtomicReference<>(START);
    var both = new Tokens(TestKeys.vault(TestDatabase.fresh()), civic, machine::get);
    var own = new Claim(Purpose.OWN_DATA, UUID.randomUUID(), UUID.randomUUID());
    var token = both.issue(own, Duration.ofMinutes(15));

    now = START.plus(Duration.ofDays(100));
    assertThat(both.read(Purpose.OWN_DATA, token)).contains(own);
    machine.set(START.plus(Duration.ofMinutes(15)));
    assertThat(both.read(Purpose.OWN_DATA, token)).isEmpty();
  }

  @Test
  void isNeverTheSameTwice() {
    assertThat(tokens.issue(claim, Duration.ofDays(1)))
        .isNotEqualTo(tokens.issue(claim, Duration.ofDays(1)));
  }
}
