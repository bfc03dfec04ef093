package org.joinvoices.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.joinvoices.action.ActionId;
import org.joinvoices.districts.Seat;
import org.junit.jupiter.api.Test;

class PrecedenceTest {

  private static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");
  private static final ActionId TOMORROW = new ActionId(new UUID(0, 1));
  private static final ActionId NEXT_MONTH = new ActionId(new UUID(0, 2));
  private static final ActionId LAST_WEEK = new ActionId(new UUID(0, 3));
  private static final ActionId YESTERDAY = new ActionId(new UUID(0, 4));

  private final Precedence precedence =
      new Precedence(
          action ->
              Objects.requireNonNull(
                  Map.of(
                          TOMORROW, at("2026-11-25T15:00:00Z"),
                          NEXT_MONTH, at("2026-12-24T15:00:00Z"),
                          LAST_WEEK, at("2026-11-17T15:00:00Z"),
                          YESTERDAY, at("2026-11-23T15:00:00Z"))
                      .get(action)),
          NOW);

  @Test
  void sendsWhatIsDueSoonestFirstAndWhatIsPastByHowLongItWaited() {
    var past = waiting(LAST_WEEK, "OH-11", "2026-11-24T12:00:00Z");
    var olderPast = waiting(YESTERDAY, "OH-11", "2026-11-24T11:00:00Z");
    var later = waiting(NEXT_MONTH, "OH-11", "2026-11-24T10:00:00Z");
    var soon = waiting(TOMORROW, "OH-11", "2026-11-24T14:00:00Z");

    assertThat(precedence.sorted(List.of(past, later, soon, olderPast)))
        .containsExactly(soon, later, olderPast, past);
  }

  @Test
  void asksWithinALetterTheOfficeThatWaitedLongest() {
    var first = waiting(TOMORROW, "OH-S1", "2026-11-24T10:00:00Z");
    var second = waiting(TOMORROW, "OH-11", "2026-11-24T10:00:01Z");

    assertThat(precedence.sorted(List.of(second, first))).containsExactly(first, second);
  }

  @Test
  void callsALetterPressingTwoDaysBeforeItsDeadlineAndNotAfter() {
    assertThat(precedence.isPressing(TOMORROW)).isTrue();
    assertThat(precedence.isPressing(NEXT_MONTH)).isFalse();
    assertThat(precedence.isPressing(YESTERDAY)).isFalse();
  }

  private static Waiting waiting(ActionId action, String seat, String since) {
    return new Waiting(action, new Seat(seat), at(since));
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }
}
