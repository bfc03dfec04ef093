package org.joinvoices.delivery;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.joinvoices.action.ActionId;

/**
 * Whose messages go first: of the letter whose deadline is nearest, and of those whose deadline is
 * past the one that has waited longest. For one look; not for threads.
 */
final class Precedence {

  private final Function<ActionId, Instant> deadlines;
  private final Map<ActionId, Instant> known = new HashMap<>();
  private final Instant now;

  /**
   * @param deadlines of a letter, in civic time; asked once for each
   * @param now civic time
   */
  Precedence(Function<ActionId, Instant> deadlines, Instant now) {
    this.deadlines = deadlines;
    this.now = now;
  }

  /** Letter by letter; within one, whichever office has waited longest. */
  List<Waiting> sorted(List<Waiting> waiting) {
    Map<ActionId, Instant> oldest = new HashMap<>();
    waiting.forEach(
        one -> oldest.merge(one.action(), one.since(), (a, b) -> a.isBefore(b) ? a : b));
    Comparator<Waiting> byLetter =
        comparing((Waiting one) -> isPast(one.action()))
            .thenComparing(
                one ->
                    isPast(one.action())
                        ? oldest.getOrDefault(one.action(), one.since())
                        : deadline(one.action()))
            .thenComparing(one -> one.action().value());
    return waiting.stream()
        .sorted(byLetter.thenComparing(Waiting::since).thenComparing(Waiting::office))
        .toList();
  }

  boolean isPast(ActionId action) {
    return !now.isBefore(deadline(action));
  }

  /** Whether a letter is so near its deadline that its messages leave at any hour. */
  boolean isPressing(ActionId action) {
    return !isPast(action) && !now.plus(OfficeHours.NEAR_DEADLINE).isBefore(deadline(action));
  }

  private Instant deadline(ActionId action) {
    return known.computeIfAbsent(action, deadlines);
  }
}
