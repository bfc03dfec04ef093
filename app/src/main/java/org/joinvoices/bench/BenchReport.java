package org.joinvoices.bench;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a measurement came to.
 *
 * @param medians by contestant, ours first
 * @param memory mebibytes the server held at the end
 * @param kept where something was stored
 * @param failedWhileWarmingUp answers other than expected before anything was measured
 */
public record BenchReport(
    Map<String, Measured> medians,
    OptionalLong memory,
    Optional<Kept> kept,
    long failedWhileWarmingUp) {

  /**
   * Whether all that was thanked for is there.
   *
   * @param acknowledged answers and statements that said so
   * @param stored rows that are there
   */
  public record Kept(long acknowledged, long stored) {}
}
