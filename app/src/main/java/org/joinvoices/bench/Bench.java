package org.joinvoices.bench;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joinvoices.action.SeedAction;

/** Runs one measurement in rounds, the house and its references by turns. */
public final class Bench {

  /**
   * What to do.
   *
   * @param main the class whose {@code demo} is measured
   * @param time of one stretch
   * @param connections at once
   * @param rounds of every contestant
   */
  public record Plan(String main, Duration time, int connections, int rounds) {}

  /** Whoever is measured by turns. */
  private record Contestant(String name, int connections, int weight, Load.Opening opening) {}

  private record Stretch(String name, Measured measured) {}

  private static final Duration WARM_UP = Duration.ofSeconds(8);

  /** As many as the intake groups at most. */
  private static final int BATCH = 500;

  private Bench() {}

  /**
   * Durable signatures: forms over HTTP, beside single rows and beside one connection with batches.
   *
   * @param rows signatures that are there before
   */
  public static BenchReport sign(Plan plan, long rows) throws InterruptedException {
    try (var house = BenchHouse.start(plan.main())) {
      var forms = new SampleForms(Long.MAX_VALUE);
      Load.Opening signing = () -> new HttpWorker(house.port(), 303, forms);
      Measured warm = Load.run(plan.connections(), WARM_UP, signing);
      var copies = new SignatureCopies(house.database().dataSource());
      copies.fill(rows);
      long before = copies.count();
      var stretches =
          byTurns(
              plan,
              List.of(
                  new Contestant("sign", plan.connections(), 1, signing),
                  new Contestant("single rows", plan.connections(), 1, copies.inserting(1)),
                  new Contestant("one batched connection", 1, BATCH, copies.inserting(BATCH))));
      long acknowledged = written(stretches);
      return new BenchReport(
          medians(stretches),
          house.memory(),
          Optional.of(new BenchReport.Kept(acknowledged, copies.count() - before)),
          warm.failed());
    }
  }

  /** The action page, as a browser asks for it, beside the smallest answer there is. */
  public static BenchReport page(Plan plan) throws InterruptedException {
    try (var house = BenchHouse.start(plan.main())) {
      String path = "/actions/" + SeedAction.SLUG;
      Load.Opening page = getting(house, path);
      Measured warm = Load.run(plan.connections(), WARM_UP, page);
      var stretches =
          byTurns(
              plan,
              List.of(
                  new Contestant("page", plan.connections(), 1, page),
                  new Contestant(
                      "count.json", plan.connections(), 1, getting(house, path + "/count.json"))));
      return new BenchReport(medians(stretches), house.memory(), Optional.empty(), warm.failed());
    }
  }

  private static Load.Opening getting(BenchHouse house, String path) {
    Optional<byte[]> request = Optional.of(HttpWorker.get(path));
    return () -> new HttpWorker(house.port(), 200, () -> request);
  }

  private static List<Stretch> byTurns(Plan plan, List<Contestant> contestants)
      throws InterruptedException {
    List<Stretch> stretches = new ArrayList<>();
    for (int round = 0; round < plan.rounds(); round++) {
      for (Contestant one : contestants) {
        Measured measured = Load.run(one.connections(), plan.time(), one.opening());
        stretches.add(new Stretch(one.name(), measured.times(one.weight())));
      }
    }
    return stretches;
  }

  private static long written(List<Stretch> stretches) {
    return stretches.stream().mapToLong(one -> one.measured().answered()).sum();
  }

  private static Map<String, Measured> medians(List<Stretch> stretches) {
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
