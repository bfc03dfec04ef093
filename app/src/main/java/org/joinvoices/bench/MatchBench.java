package org.joinvoices.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.joinvoices.bench.Rounds.Contestant;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.GeoPoint;
import org.joinvoices.districts.Seat;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/**
 * Points matched on one core, beside the polygons of the same borders asked one after the other.
 */
final class MatchBench {

  /** As many points in the box around each district, so that most lie where people live. */
  private static final int POINTS = 100_000;

  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  private final Districts districts = Districts.builtIn();
  private final Map<Seat, Geometry> outlines = districts.outlines(DAY);
  private final List<GeoPoint> points = new ArrayList<>();

  private MatchBench() {
    Random random = new Random(119);
    List<Envelope> boxes = outlines.values().stream().map(Geometry::getEnvelopeInternal).toList();
    for (int i = 0; i < POINTS; i++) {
      Envelope box = boxes.get(i % boxes.size());
      points.add(
          new GeoPoint(
              random.nextDouble(box.getMinY(), box.getMaxY()),
              random.nextDouble(box.getMinX(), box.getMaxX())));
    }
  }

  /** Warms up for a stretch before anything is measured. */
  static BenchReport run(Bench.Plan plan) throws InterruptedException {
    var bench = new MatchBench();
    List<Contestant> both =
        List.of(
            new Contestant("match", 1, 1_000, () -> bench.worker(1_000, bench::match)),
            new Contestant("plain JTS", 1, 10, () -> bench.worker(10, bench::search)));
    Rounds.run(new Bench.Plan(plan.main(), plan.time(), plan.connections(), 1), both);
    var rounds = Rounds.run(plan, both);
    return new BenchReport(rounds.medians(), OptionalLong.empty(), Optional.empty(), 0);
  }

  @FunctionalInterface
  private interface Asking {
    boolean ask(GeoPoint point);
  }

  private boolean match(GeoPoint point) {
    return !districts.match(point, DAY).release().isEmpty();
  }

  private boolean search(GeoPoint point) {
    Coordinate at = new Coordinate(point.lon(), point.lat());
    return outlines.values().stream()
            .filter(outline -> outline.getEnvelopeInternal().contains(at))
            .filter(o -> SimplePointInAreaLocator.locate(at, o) == Location.INTERIOR)
            .count()
        <= 1;
  }

  private Load.Worker worker(int together, Asking asking) {
    return new Load.Worker() {

      private int next;

      @Override
      public Optional<Boolean> once() {
        boolean expected = true;
        for (int i = 0; i < together; i++) {
          expected &= asking.ask(points.get(next++ % POINTS));
        }
        return Optional.of(expected);
      }

      @Override
      public void close() {}
    };
  }
}
