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
 * past the one that has waited longest.
 *
 * @param deadline of a letter, in civic time
 * @param now civic time
 */
record Precedence(Function<ActionId, Instant> deadline, Instant now) {

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
                        : deadline.apply(one.action()))
            .thenComparing(one -> one.action().value());
    return waiting.stream()
        .sorted(byLetter.thenComparing(Waiting::since).thenComparing(Waiting::office))
        .toList();
  }

  boolean isPast(ActionId action) {
    return !now.isBefore(deadline.apply(action));
  }

  /** Whether a letter is so near its deadline that its messages leave at any hour. */
  boolean isPressing(ActionId action) {
    return !isPast(action) && !now.plus(OfficeHours.NEAR_DEADLINE).isBefore(deadline.apply(action));
  }
}
