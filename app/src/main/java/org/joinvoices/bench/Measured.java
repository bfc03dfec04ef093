package org.joinvoices.bench;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What one stretch of load came to.
 *
 * @param perSecond answers as expected, a second
 * @param p50 milliseconds that half of them took at most
 * @param p99 milliseconds that 99 of 100 took at most
 * @param answered answers as expected
 * @param failed other answers and broken connections
 */
public record Measured(double perSecond, double p50, double p99, long answered, long failed) {

  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NANOS_PER_SECOND = 1e9;

  /**
   * @param nanos one per answer; sorted here
   */
  static Measured of(long[] nanos, long failed, long elapsedNanos) {
    Arrays.sort(nanos);
    return new Measured(
        nanos.length * NANOS_PER_SECOND / elapsedNanos,
        quantile(nanos, 0.50),
        quantile(nanos, 0.99),
        nanos.length,
        failed);
  }

  /** The same, if each answer stood for so many. */
  Measured times(int weight) {
    return new Measured(perSecond * weight, p50, p99, answered * weight, failed);
  }

  /** The stretch of the middle speed. */
  static Measured median(List<Measured> rounds) {
    return rounds.stream()
        .sorted(Comparator.comparingDouble(Measured::perSecond))
        .toList()
        .get(rounds.size() / 2);
  }

  private static double quantile(long[] sorted, double share) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
            / NANOS_PER_MILLI;
  }
}
