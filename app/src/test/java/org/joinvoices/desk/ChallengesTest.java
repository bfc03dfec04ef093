package org.joinvoices.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChallengesTest {

  private final DeskHouse house = new DeskHouse();
  private final Challenges challenges = house.challenges;
  private final byte[] issued = challenges.issue("sign in");

  @Test
  void countsOnce() {
    assertThat(challenges.redeem("sign in", issued)).isTrue();
    assertThat(challenges.redeem("sign in", issued)).isFalse();
  }

  @Test
  void isForOneThingOnly() {
    assertThat(challenges.redeem("add", issued)).isFalse();
    assertThat(challenges.redeem("sign in", issued)).isTrue();
  }

  @Test
  void isVoidAfterItsTimeAndThenForgotten() {
    byte[] answered = challenges.issue("sign in");
    assertThat(challenges.redeem("sign in", answered)).isTrue();

    house.pass(Challenges.LIFETIME);
    assertThat(challenges.redeem("sign in", issued)).isFalse();

    house.pass(Challenges.LIFETIME);
    challenges.forget();
    assertThat(rows()).isZero();
  }

  @Test
  void cannotBeMadeUpOrLengthenedByOthers() {
    byte[] longer = issued.clone();
    longer[20]++; // within its end of validity

    assertThat(challenges.redeem("sign in", longer)).isFalse();
    assertThat(challenges.redeem("sign in", new byte[0])).isFalse();
    assertThat(challenges.redeem("sign in", new byte[56])).isFalse();
    assertThat(rows()).isZero();
  }

  private long rows() {
    return house.jdbc.sql("SELECT count(*) FROM desk_challenge").query(Long.class).single();
  }
}
