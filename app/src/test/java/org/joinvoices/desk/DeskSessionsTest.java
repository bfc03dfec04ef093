package org.joinvoices.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.joinvoices.platform.principal.Role;
import org.junit.jupiter.api.Test;

class DeskSessionsTest {

  private final DeskHouse house = new DeskHouse();
  private final String token =
      house
          .signIns
          .byInvitation(house.invite(DeskHouse.OWNER, Role.OWNER), DeskHouse.DEVICE)
          .orElseThrow();

  @Test
  void endsWhenNobodyUsesIt() {
    house.pass(DeskSessions.IDLE.minusMinutes(1));
    assertThat(house.sessions.find(token)).isPresent();
    house.pass(DeskSessions.IDLE.minusMinutes(1));
    assertThat(house.sessions.find(token)).isPresent();
    house.pass(DeskSessions.IDLE);
    assertThat(house.sessions.find(token)).isEmpty();
    assertThat(house.sessions.list()).isEmpty();
  }

  @Test
  void endsAfterSevenDaysHoweverOftenItIsUsed() {
    for (var used = Duration.ZERO;
        used.compareTo(DeskSessions.LONGEST.minusHours(7)) < 0;
        used = used.plusHours(7)) {
      assertThat(house.sessions.find(token)).as("after " + used).isPresent();
      house.pass(Duration.ofHours(7));
    }
    house.pass(Duration.ofHours(7));
    assertThat(house.sessions.find(token)).isEmpty();

    house.sessions.forget();
    assertThat(house.jdbc.sql("SELECT count(*) FROM desk_session").query(Long.class).single())
        .isZero();
  }

  @Test
  void notesItsLastUseToTheMinute() {
    house.pass(Duration.ofSeconds(30));
    house.sessions.find(token);
    assertThat(seenAgo()).isEqualTo(Duration.ofSeconds(30));

    house.pass(Duration.ofMinutes(2));
    house.sessions.find(token);
    assertThat(seenAgo()).isZero();
  }

  @Test
  void aCopyOfTheDatabaseSignsNobodyIn() {
    String row = house.jdbc.sql("SELECT s::text FROM desk_session s").query(String.class).single();

    assertThat(row).contains(DeskHouse.DEVICE).doesNotContain(token);
    assertThat(house.sessions.find("")).isEmpty();
  }

  private Duration seenAgo() {
    return Duration.between(house.sessions.list().getFirst().seenAt(), house.now());
  }
}
