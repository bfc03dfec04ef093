package org.joinvoices.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.joinvoices.districts.Seat;

class OfficePaceProperties {

  private static final Seat OFFICE = new Seat("OH-11");
  private static final Instant START = Instant.parse("2026-11-24T15:00:00Z");

  @Property(tries = 200)
  void neverSendsMoreInAnyMinute(
      @ForAll @IntRange(min = 1, max = 2_000) int perMinute,
      @ForAll @Size(min = 5, max = 60)
          List<@net.jqwik.api.constraints.IntRange(max = 90_000) Integer> pauses) {
    var pace = new OfficePace(perMinute);
    var lastMinute = new ArrayDeque<Instant>();
    Instant now = START;
    for (int pause : pauses) {
      now = now.plusMillis(pause);
      while (pace.room(OFFICE, now) > 0) {
        pace.take(OFFICE, now);
        lastMinute.add(now);
      }
      Instant ago = now.minus(Duration.ofMinutes(1));
      lastMinute.removeIf(then -> !then.isAfter(ago));
      assertThat(lastMinute.size()).isLessThanOrEqualTo(perMinute);
    }
  }

  @Property(tries = 50)
  void wastesLittleWhenItIsAskedOnceASecond(@ForAll @IntRange(min = 6, max = 3_000) int perMinute) {
    var pace = new OfficePace(perMinute);
    List<Instant> sent = new ArrayList<>();
    for (int second = 0; second < 600; second++) {
      Instant now = START.plusSeconds(second);
      while (pace.room(OFFICE, now) > 0) {
        pace.take(OFFICE, now);
        sent.add(now);
      }
    }
    assertThat((double) sent.size()).isGreaterThan(9.5 * perMinute);
  }

  @Example
  void givesRoomForAsManyAsMayBeTaken() {
    var pace = new OfficePace(600);

    int room = pace.room(OFFICE, START);
    for (int i = 0; i < room; i++) {
      assertThat(pace.room(OFFICE, START)).isPositive();
      pace.take(OFFICE, START);
    }

    assertThat(pace.room(OFFICE, START)).isZero();
    assertThat(pace.room(new Seat("OH-S1"), START)).isEqualTo(room);
  }
}
