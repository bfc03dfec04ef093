package org.joinvoices.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.joinvoices.bench.Rounds.Contestant;
import org.joinvoices.districts.BulkMatcher;
import org.joinvoices.districts.BulkOutcome;
import org.joinvoices.districts.BulkTask;
import org.joinvoices.districts.Districts;
import org.locationtech.jts.geom.Envelope;

/**
 * Whole files of points, read, matched and written, beside the same lines read and written by the
 * JDK alone.
 */
final class RowsBench {

  private static final int ROWS = 1_000_000;

  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  private final Districts districts = Districts.builtIn();
  private final Path folder;
  private final Path in;

  private RowsBench(Path folder) throws IOException {
    this.folder = folder;
    this.in = folder.resolve("people.csv");
    List<Envelope> boxes =
        districts.outlines(DAY).values().stream().map(box -> box.getEnvelopeInternal()).toList();
    Random random = new Random(119);
    try (BufferedWriter people = Files.newBufferedWriter(in)) {
      people.write("id,name,lat,lng,postal_code,region,email\n");
      for (int id = 0; id < ROWS; id++) {
        Envelope box = boxes.get(id % boxes.size());
        people.write(
            String.format(
                Locale.ROOT,
                "%d,\"Testperson, Sample\",%.6f,%.6f,,,sample%d@mail.example\n",
                id,
                random.nextDouble(box.getMinY(), box.getMaxY()),
                random.nextDouble(box.getMinX(), box.getMaxX()),
                id));
      }
    }
  }

  /** Warms up for a stretch before anything is measured. */
  static BenchReport run(Bench.Plan plan) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("joinvoices-bench");
    try {
      var bench = new RowsBench(folder);
      List<Contestant> both =
          List.of(
              new Contestant("match --csv", 1, ROWS, () -> bench.worker(bench::match)),
              new Contestant("plain copy by lines", 1, ROWS, () -> bench.worker(bench::copy)));
      Rounds.run(new Bench.Plan(plan.main(), plan.time(), plan.connections(), 1), both);
      var rounds = Rounds.run(plan, both);
      return new BenchReport(rounds.medians(), OptionalLong.empty(), Optional.empty(), 0);
    } finally {
      Files.deleteIfExists(folder.resolve("people.csv"));
      Files.deleteIfExists(folder);
    }
  }

  @FunctionalInterface
  private interface WholeFile {
    boolean write(Path out) throws IOException, InterruptedException;
  }

  private boolean match(Path out) throws IOException, InterruptedException {
    var task = new BulkTask(in, out, DAY, Optional.empty(), "off");
    return BulkMatcher.run(districts, task, _ -> {}) instanceof BulkOutcome.Done done
        && done.rows() == ROWS
        && done.rejects().isEmpty();
  }

  private boolean copy(Path out) throws IOException {
    try (BufferedReader from = Files.newBufferedReader(in);
        BufferedWriter to = Files.newBufferedWriter(out, UTF_8)) {
      for (String line = from.readLine(); line != null; line = from.readLine()) {
        to.write(line);
        to.write('\n');
      }
    }
    return true;
  }

  private Load.Worker worker(WholeFile file) {
    Path out = folder.resolve("out.csv");
    return new Load.Worker() {

      @Override
      public Optional<Boolean> once() throws Exception {
        boolean expected = file.write(out);
        Files.delete(out);
        return Optional.of(expected);
      }

      @Override
      public void close() {}
    };
  }
}
