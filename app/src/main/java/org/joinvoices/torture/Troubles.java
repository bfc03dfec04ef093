package org.joinvoices.torture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How often what is to befall a house.
 *
 * @param kills of server or PostgreSQL
 * @param fullDisks times that nothing can be written where the database lies
 * @param standstills times that the database stands still for seconds
 * @param clockJumps times that the clock of a server leaps, forward or back
 */
public record Troubles(int kills, int fullDisks, int standstills, int clockJumps) {

  /**
   * What was asked for beside what was done.
   *
   * @param done how often what befell it
   */
  List<TortureReport.Line> lines(Map<Trouble, Integer> done) {
    Map<String, Integer> byKind = new LinkedHashMap<>();
    done.forEach((what, times) -> byKind.merge(what.kind(), times, Integer::sum));
    Map<String, Integer> asked = new LinkedHashMap<>();
    asked.put(Trouble.SERVER.kind(), kills);
    asked.put(Trouble.FULL_DISK.kind(), fullDisks);
    asked.put(Trouble.STANDSTILL.kind(), standstills);
    asked.put(Trouble.CLOCK_JUMP.kind(), clockJumps);
    return asked.entrySet().stream()
        .filter(one -> one.getValue() > 0)
        .map(
            one ->
                new TortureReport.Line(
                    one.getKey() + " asked for = done",
                    one.getValue(),
                    byKind.getOrDefault(one.getKey(), 0)))
        .toList();
  }

  /** How many in all. */
  public int all() {
    return kills + fullDisks + standstills + clockJumps;
  }

  /** The smallest of these numbers. */
  public int least() {
    return Math.min(Math.min(kills, fullDisks), Math.min(standstills, clockJumps));
  }

  /** All but full disks. */
  Troubles withoutFullDisks() {
    return new Troubles(kills, 0, standstills, clockJumps);
  }
}
