package org.joinvoices.bench;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Contestants measured by turns, because a machine's own pace changes from minute to minute. */
final class Rounds {

  /**
   * Whoever is measured.
   *
   * @param connections at once
   * @param weight what one answer counts for
   */
  record Contestant(String name, int connections, int weight, Load.Opening opening) {}

  private record Stretch(String name, Measured measured) {}

  private final List<Stretch> stretches;

  private Rounds(List<Stretch> stretches) {
    this.stretches = stretches;
  }

  static Rounds run(Bench.Plan plan, List<Contestant> contestants) throws InterruptedException {
    List<Stretch> stretches = new ArrayList<>();
    for (int round = 0; round < plan.rounds(); round++) {
      for (Contestant one : contestants) {
        Measured measured = Load.run(one.connections(), plan.time(), one.opening());
        stretches.add(new Stretch(one.name(), measured.times(one.weight())));
      }
    }
    return new Rounds(stretches);
  }

  /** Answers as expected, of all rounds. */
  long answered() {
    return sum(stretches);
  }

  /** Answers as expected to this one, of all rounds. */
  long answered(String name) {
    return sum(stretches.stream().filter(one -> one.name().equals(name)).toList());
  }

  private static long sum(List<Stretch> stretches) {
    return stretches.stream().mapToLong(one -> one.measured().answered()).sum();
  }

  /** The middle round of each, in the order they ran in. */
  Map<String, Measured> medians() {
    return stretches.stream()
        .collect(
            groupingBy(
                Stretch::name,
                LinkedHashMap::new,
                collectingAndThen(
                    toList(),
                    rounds -> Measured.median(rounds.stream().map(Stretch::measured).toList()))));
  }
}
