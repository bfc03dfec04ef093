package org.joinvoices.torture;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a tortured house.
 *
 * @param seconds in all
 * @param troubles that befell it, each how often
 * @param lines what must agree
 * @param facts numbers that say how hard it was
 * @param kept folder with the house and its logs, where something disagrees
 */
public record TortureReport(
    long seconds,
    Map<String, Integer> troubles,
    List<Line> lines,
    Map<String, Long> facts,
    Optional<Path> kept) {

  /** Two numbers from different books that must be the same. */
  public record Line(String what, long expected, long found) {

    public boolean agrees() {
      return expected == found;
    }
  }

  public TortureReport {
    lines = List.copyOf(lines);
  }

  /** The same, where there is something to look at. */
  TortureReport keptIn(Path folder) {
    return new TortureReport(seconds, troubles, lines, facts, Optional.of(folder));
  }

  /** Whether everything does. */
  public boolean agrees() {
    return lines.stream().allMatch(Line::agrees);
  }
}
