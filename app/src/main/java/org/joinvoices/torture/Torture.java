package org.joinvoices.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.util.FileSystemUtils;

/** Kills a house so many times under load, waits until it has settled, and reckons. */
public final class Torture {

  /**
   * What to do.
   *
   * @param main the class whose {@code serve} is tortured
   * @param kills how many
   * @param seed of everything that is random here; the machine's own timing is not
   * @param limit after which nothing more is killed
   */
  public record Plan(String main, int kills, long seed, Duration limit) {}

  private static final int SHORTEST_PAUSE_MILLIS = 200;
  private static final int LONGEST_PAUSE_MILLIS = 1_500;

  /** Kills come in storms; between them whoever waits is served, unless the house is broken. */
  private static final int STORM = 10;

  private static final int CALM_MILLIS = 10_000;

  private final Plan plan;
  private final Consumer<String> progress;
  private final long begin = System.nanoTime();
  private final Map<String, Integer> kills = new TreeMap<>();
  private int done;

  private Torture(Plan plan, Consumer<String> progress) {
    this.plan = plan;
    this.progress = progress;
  }

  /**
   * @param progress told in a few words now and then
   */
  public static TortureReport run(Plan plan, Consumer<String> progress)
      throws InterruptedException {
    try {
      return new Torture(plan, progress)
          .run(Files.createTempDirectory("joinvoices-torture").toRealPath());
    } catch (IOException e) {
      throw new UncheckedIOException("the house could not be tortured: " + e.getMessage(), e);
    }
  }

  private TortureReport run(Path folder) throws IOException, InterruptedException {
    Random random = new Random(plan.seed());
    TortureReport report;
    try (var mails = new MailSink();
        var gateway = new FlappingGateway(new Random(random.nextLong()))) {
      mails.up();
      gateway.up();
      try (var house = TorturedHouse.start(plan.main(), folder, mails.port(), gateway.port());
          var browser = new Browser(house.port());
          var crowd = new Crowd(plan.seed(), browser, mails);
          var weather = new Weather(mails, gateway, new Random(random.nextLong()))) {
        crowd.start();
        weather.start();
        var paper = new Paper(plan.main(), house.config());
        killAll(house, paper, random);
        progress.accept("no more kills; waiting until all has settled");
        weather.close();
        List<Supporter> people = crowd.leave();
        report = reckon(house, paper, browser, people, mails, gateway, weather, folder);
      }
    }
    if (report.agrees()) {
      FileSystemUtils.deleteRecursively(folder);
    }
    return report;
  }

  private void killAll(TorturedHouse house, Paper paper, Random random) throws IOException {
    for (Killing what : Killing.plan(plan.kills(), random)) {
      Pause.millis(random.nextInt(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS));
      if (elapsed().compareTo(plan.limit()) > 0) {
        return;
      }
      house.kill(what);
      kills.merge(what.word(), 1, Integer::sum);
      done++;
      if (done % STORM == 0) {
        rest(paper);
      }
      if (done % 20 == 0) {
        progress.accept(done + " kills, " + elapsed().toSeconds() + " s");
      }
    }
  }

  /** Letters are printed meanwhile: its commands would start what is being killed. */
  private static void rest(Paper paper) {
    long begin = System.nanoTime();
    paper.make();
    long left = CALM_MILLIS - (System.nanoTime() - begin) / 1_000_000;
    Pause.millis(Math.max(0, left));
  }

  private TortureReport reckon(
      TorturedHouse house,
      Paper paper,
      Browser browser,
      List<Supporter> people,
      MailSink mails,
      FlappingGateway gateway,
      Weather weather,
      Path folder)
      throws IOException {
    try (var database = house.database()) {
      var books = new Books(database.dataSource(), browser);
      books.awaitSettled();
      long onPaper = paper.handOver();
      books.awaitSettled(); // people may be told of it by mail
      List<FlappingGateway.Taken> taken = new ArrayList<>(gateway.list());
      taken.addAll(mails.atOffices());
      var reckoning = new Reckoning(books, people, mails.list(), taken, onPaper);
      List<TortureReport.Line> lines = new ArrayList<>();
      lines.add(new TortureReport.Line("kills asked for = done", plan.kills(), done));
      lines.addAll(reckoning.lines());
      lines.add(
          new TortureReport.Line("lines of logs that tell of a person", 0, house.tellingLines()));
      boolean agrees = lines.stream().allMatch(TortureReport.Line::agrees);
      return new TortureReport(
          elapsed().toSeconds(),
          Map.copyOf(kills),
          lines,
          reckoning.facts(weather.downs(), gateway.unclear()),
          agrees ? Optional.empty() : Optional.of(folder));
    }
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
