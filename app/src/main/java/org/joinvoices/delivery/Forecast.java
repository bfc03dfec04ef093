package org.joinvoices.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.joinvoices.districts.Seat;

/**
 * When what waits on one lane will have left, at a pace that holds while the lane is open. Knows no
 * database and no clock.
 *
 * @param perSecond of the lane
 * @param perOfficePerSecond of one office
 * @param open whether the lane sends at an instant; asked every five minutes
 * @param now from when on
 */
record Forecast(double perSecond, double perOfficePerSecond, Predicate<Instant> open, Instant now) {

  private static final Duration STEP = Duration.ofMinutes(5);

  /** Nobody plans further ahead. */
  private static final Duration HORIZON = Duration.ofDays(400);

  private static final Comparator<OfficeLetters> LARGEST_FIRST =
      Comparator.comparingLong(OfficeLetters::letters)
          .reversed()
          .thenComparing(OfficeLetters::office);

  /**
   * When messages have left.
   *
   * @param ahead of others that go first
   * @param offices how many wait for each
   * @return empty if that takes more than 400 days
   */
  Optional<Instant> end(long ahead, Map<Seat, Long> offices) {
    long largest = offices.values().stream().mapToLong(Long::longValue).max().orElse(0);
    return end(Math.max((ahead + sum(offices)) / perSecond, largest / perOfficePerSecond));
  }

  private Optional<Instant> end(double seconds) {
    double left = seconds;
    Instant last = now.plus(HORIZON);
    for (Instant at = now; at.isBefore(last); at = at.plus(STEP)) {
      if (left <= STEP.toSeconds() && (left <= 0 || open.test(at))) {
        return Optional.of(at.plusMillis(Math.round(Math.max(left, 0) * 1_000)));
      }
      left -= open.test(at) ? STEP.toSeconds() : 0;
    }
    return Optional.empty();
  }

  /** Seconds until an instant in which the lane is open. */
  double openSeconds(Instant until) {
    double seconds = 0;
    for (Instant at = now; at.isBefore(until); at = at.plus(STEP)) {
      double step = Math.min(STEP.toSeconds(), Duration.between(at, until).toMillis() / 1e3);
      seconds += open.test(at) ? step : 0;
    }
    return seconds;
  }

  /**
   * What to print, so that the rest leaves in time; nothing where all does.
   *
   * @param ahead of others that go first
   * @param offices how many wait for each
   */
  PacketProposal proposal(long ahead, Map<Seat, Long> offices, Instant deadline) {
    double seconds = openSeconds(deadline);
    long perOffice = (long) Math.floor(seconds * perOfficePerSecond);
    long all = Math.max(0, (long) Math.floor(seconds * perSecond) - ahead);
    // What an office cannot take in time goes on paper whatever the lane does.
    long excess =
        sum(offices) - all - offices.values().stream().mapToLong(n -> over(n, perOffice)).sum();
    List<OfficeLetters> packets = new ArrayList<>();
    for (OfficeLetters one : largestFirst(offices)) {
      long over = over(one.letters(), perOffice);
      long more = Math.clamp(excess, 0, one.letters() - over);
      excess -= more;
      if (over + more > 0) {
        packets.add(new OfficeLetters(one.office(), over + more));
      }
    }
    packets.sort(LARGEST_FIRST);
    long letters = packets.stream().mapToLong(OfficeLetters::letters).sum();
    return new PacketProposal(letters, packets, needed(ahead, offices, seconds, perOffice));
  }

  private static OptionalInt needed(
      long ahead, Map<Seat, Long> offices, double seconds, long perOffice) {
    boolean fitsOffices = offices.values().stream().allMatch(n -> n <= perOffice);
    return fitsOffices && seconds > 0
        ? OptionalInt.of((int) Math.ceil((ahead + sum(offices)) / seconds))
        : OptionalInt.empty();
  }

  private static long over(long waiting, long room) {
    return Math.max(0, waiting - room);
  }

  private static List<OfficeLetters> largestFirst(Map<Seat, Long> offices) {
    return offices.entrySet().stream()
        .map(entry -> new OfficeLetters(entry.getKey(), entry.getValue()))
        .sorted(LARGEST_FIRST)
        .toList();
  }

  private static long sum(Map<Seat, Long> offices) {
    return offices.values().stream().mapToLong(Long::longValue).sum();
  }
}
