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

/** Lets trouble befall a house under load, waits until it has settled, and reckons. */
public final class Torture {

  /**
   * What to do.
   *
   * @param main the class whose {@code serve} is tortured
   * @param nodes how many servers on one database
   * @param troubles what is to befall them
   * @param seed of everything that is random here; the machine's own timing is not
   * @param limit after which nothing more befalls them
   */
  public record Plan(String main, int nodes, Troubles troubles, long seed, Duration limit) {}

  private static final int SHORTEST_PAUSE_MILLIS = 200;
  private static final int LONGEST_PAUSE_MILLIS = 1_500;

  /** Troubles come in storms; between them whoever waits is served, unless the house is broken. */
  private static final int STORM = 10;

  private static final int CALM_MILLIS = 10_000;

  private final Plan plan;

  private final Consumer<String> progress;
  private final Random random;
  private final long begin = System.nanoTime();
  private final Map<Trouble, Integer> done = new TreeMap<>();

  private Torture(Plan plan, Consumer<String> progress) {
    this.plan = plan;
    this.progress = progress;
    this.random = new Random(plan.seed());
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
    TortureReport report;
    try (var mails = new MailSink();
        var gateway = new FlappingGateway(new Random(random.nextLong()))) {
      mails.up();
      gateway.up();
      try (var house = TorturedHouse.start(shape(), folder, mails.port(), gateway.port())) {
        report = torture(house, mails, gateway);
        if (!report.agrees()) {
          house.keep();
        }
      }
    }
    if (report.agrees()) {
      FileSystemUtils.deleteRecursively(folder);
      return report;
    }
    return report.keptIn(folder);
  }

  private TorturedHouse.Shape shape() {
    Troubles troubles = plan.troubles();
    return new TorturedHouse.Shape(
        plan.main(), plan.nodes(), troubles.fullDisks() > 0, troubles.clockJumps() > 0);
  }

  /** All who take part. */
  private record Scene(
      TorturedHouse house,
      MailSink mails,
      FlappingGateway gateway,
      Browser browser,
      Weather weather,
      Blows blows,
      Commands commands) {}

  private TortureReport torture(TorturedHouse house, MailSink mails, FlappingGateway gateway)
      throws IOException, InterruptedException {
    List<Integer> ports = house.nodes().stream().map(Node::port).toList();
    try (var browser = new Browser(ports);
        var crowd = new Crowd(plan.seed(), browser, mails);
        var weather = new Weather(mails, gateway, new Random(random.nextLong()))) {
      var blows = new Blows(house, mails, browser, random);
      var commands = house.commands();
      crowd.start();
      weather.start();
      befallAll(blows, new Paper(commands), asked(house));
      progress.accept("no more troubles; waiting until all has settled");
      weather.close();
      blows.end();
      List<Supporter> people = crowd.leave();
      return reckon(new Scene(house, mails, gateway, browser, weather, blows, commands), people);
    }
  }

  /** What can befall this house here: only who may mount can fill a disk that harms nobody else. */
  private Troubles asked(TorturedHouse house) {
    return house.disk().isPresent() ? plan.troubles() : plan.troubles().withoutFullDisks();
  }

  private int leftOut(TorturedHouse house) {
    return plan.troubles().fullDisks() - asked(house).fullDisks();
  }

  private void befallAll(Blows blows, Paper paper, Troubles asked) throws IOException {
    if (asked.fullDisks() < plan.troubles().fullDisks()) {
      progress.accept("LEFT OUT: full disks. Only who may mount a file system, as root, has them");
    }
    int all = 0;
    for (Trouble what : Trouble.plan(asked, plan.nodes(), random)) {
      Pause.millis(random.nextInt(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS));
      if (elapsed().compareTo(plan.limit()) > 0) {
        return;
      }
      blows.deal(what);
      done.merge(what, 1, Integer::sum);
      all++;
      if (all % STORM == 0) {
        rest(paper);
      }
      if (all % 20 == 0) {
        progress.accept(all + " troubles, " + elapsed().toSeconds() + " s");
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

  private TortureReport reckon(Scene scene, List<Supporter> people) throws IOException {
    List<Browser> nodes =
        scene.house().nodes().stream().map(node -> new Browser(List.of(node.port()))).toList();
    try (var database = scene.house().database()) {
      var books = new Books(database.dataSource(), nodes);
      var paper = new Paper(scene.commands());
      books.awaitSettled();
      long onPaper = paper.handOver();
      books.awaitSettled(); // people may be told of it by mail
      List<FlappingGateway.Taken> taken = new ArrayList<>(scene.gateway().list());
      taken.addAll(scene.mails().atOffices());
      return report(scene, new Reckoning(books, people, scene.mails().list(), taken, onPaper));
    } finally {
      nodes.forEach(Browser::close);
    }
  }

  private TortureReport report(Scene scene, Reckoning reckoning) throws IOException {
    Browser browser = scene.browser();
    List<TortureReport.Line> lines = new ArrayList<>(asked(scene.house()).lines(done));
    lines.addAll(reckoning.lines());
    lines.add(none("letters that a recount counts otherwise", differing(scene.commands())));
    lines.add(none("apologies that do not say when to come again", browser.bareApologies()));
    lines.add(none("full disks that nobody noticed", scene.blows().unnoticed()));
    lines.add(none("clock jumps after which no mail came for a minute", scene.blows().stuck()));
    lines.add(none("lines of logs that tell of a person", scene.house().tellingLines()));
    Map<String, Long> facts = reckoning.facts(scene.weather().downs(), scene.gateway().unclear());
    facts.put("answers of 503", browser.apologies());
    facts.put("of these while the disk was full", scene.blows().apologiesOfFullDisks());
    facts.put("answers of 500 and the like", browser.otherFailures());
    facts.put("most milliseconds that an answer took", browser.longestMillis());
    facts.put("seconds of full disk or standstill", scene.blows().troubledSeconds());
    facts.put("full disks left out", (long) leftOut(scene.house()));
    return new TortureReport(elapsed().toSeconds(), counted(), lines, facts, Optional.empty());
  }

  /** 1 where {@code recount} finds anything that differs. */
  private static long differing(Commands commands) {
    return commands.run("recount").status() == 0 ? 0 : 1;
  }

  private Map<String, Integer> counted() {
    Map<String, Integer> counted = new TreeMap<>();
    done.forEach((what, times) -> counted.put(what.word(), times));
    return counted;
  }

  private static TortureReport.Line none(String what, long found) {
    return new TortureReport.Line(what, 0, found);
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
