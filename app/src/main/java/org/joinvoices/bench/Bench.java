package org.joinvoices.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joinvoices.action.SeedAction;
import org.joinvoices.bench.Rounds.Contestant;

/** Runs one measurement in rounds, the house and its references by turns. */
public final class Bench {

  /**
   * What to do.
   *
   * @param main the class whose {@code serve} is measured
   * @param time of one stretch
   * @param connections at once
   * @param rounds of every contestant
   */
  public record Plan(String main, Duration time, int connections, int rounds) {

    /** Enough for so many a second in all rounds of one contestant. */
    private long enoughFor(int perSecond) {
      return time.toSeconds() * rounds * perSecond;
    }
  }

  private static final Duration WARM_UP = Duration.ofSeconds(20);

  /** Nothing here takes longer. */
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  /** As many as the intake groups at most. */
  private static final int BATCH = 500;

  private static final int MAILS = 1_000;
  private static final int MAIL_LINES = 8;

  /** So many that the first and the last of them, which meet idle lanes, weigh little. */
  private static final int CONFIRMED = 3_000;

  private static final int CONFIRMED_A_SECOND = 250;

  /** Java is still compiling then what is used most, which a crowd and a queue outlast. */
  private static final Duration FIRST_MINUTE = Duration.ofSeconds(60);

  /** Connections over which they are confirmed at once. */
  private static final int CONFIRMING = 16;

  /** Both Senators and the House member. */
  private static final int OFFICES = 3;

  private static final int GATEWAY_CALLS = 8;

  /** The most that can be set; nothing here reaches it. */
  private static final String UNBOUNDED = "10000";

  static final Map<String, String> FAST_MAIL =
      Map.of("mail.per-second", UNBOUNDED, "mail.per-second-per-provider", UNBOUNDED);

  /** Of each of three uses. */
  private static final Duration TRAINING = Duration.ofSeconds(2);

  private static final int TRAINERS = 4;
  private static final int TRAINING_RUN = 10;

  private Bench() {}

  /**
   * Durable signatures: forms over HTTP, beside single rows and beside one connection with batches.
   *
   * @param rows signatures that are there before
   */
  public static BenchReport sign(Plan plan, long rows) throws InterruptedException {
    try (var mail = new MailSink();
        var house = BenchHouse.start(plan.main(), mail, Map.of())) {
      var forms = new SampleForms(Long.MAX_VALUE);
      Load.Opening signing = () -> new HttpWorker(house.port(), 303, forms);
      Measured warm = Load.run(plan.connections(), FIRST_MINUTE, signing);
      var copies = new SignatureCopies(house.database().dataSource());
      copies.fill(rows);
      long before = copies.count();
      Rounds rounds =
          Rounds.run(
              plan,
              List.of(
                  new Contestant("sign", plan.connections(), 1, signing),
                  new Contestant("single rows", plan.connections(), 1, copies.inserting(1)),
                  new Contestant("one batched connection", 1, BATCH, copies.inserting(BATCH))));
      return report(
          house,
          rounds,
          Optional.of(new BenchReport.Kept(rounds.answered(), copies.count() - before)),
          warm);
    }
  }

  /** The action page, as a browser asks for it, beside the smallest answer there is. */
  public static BenchReport page(Plan plan) throws InterruptedException {
    try (var mail = new MailSink();
        var house = BenchHouse.start(plan.main(), mail, Map.of())) {
      String path = "/actions/" + SeedAction.SLUG;
      Load.Opening page = getting(house, path);
      Measured warm = Load.run(plan.connections(), WARM_UP, page);
      Rounds rounds =
          Rounds.run(
              plan,
              List.of(
                  new Contestant("page", plan.connections(), 1, page),
                  new Contestant(
                      "count.json", plan.connections(), 1, getting(house, path + "/count.json"))));
      return report(house, rounds, Optional.empty(), warm);
    }
  }

  private static Load.Opening getting(BenchHouse house, String path) {
    Optional<byte[]> request = Optional.of(HttpWorker.get(path));
    return () -> new HttpWorker(house.port(), 200, () -> request);
  }

  /** Confirmations over HTTP, beside as many plain updates of single rows. */
  public static BenchReport confirm(Plan plan) throws InterruptedException {
    try (var mail = new MailSink();
        var house = BenchHouse.start(plan.main(), mail, Map.of())) {
      long needed = plan.enoughFor(4_000);
      Measured signed = sign(house, plan.connections(), 2 * needed);
      var waiting = new WaitingSignatures(house);
      Load.Opening confirming = () -> new HttpWorker(house.port(), 303, waiting.confirmations());
      Rounds rounds =
          Rounds.run(
              plan,
              List.of(
                  new Contestant("confirm", plan.connections(), 1, confirming),
                  new Contestant("single updates", plan.connections(), 1, waiting.updates())));
      long acknowledged = rounds.answered("confirm");
      return report(
          house,
          rounds,
          Optional.of(new BenchReport.Kept(acknowledged, waiting.awaitCounted(acknowledged))),
          signed);
    }
  }

  /**
   * Mails from the queue to a local SMTP server, beside the same mails on as many lines by the
   * library alone.
   */
  public static BenchReport mail(Plan plan) throws InterruptedException {
    try (var mail = new MailSink();
        var house = BenchHouse.start(plan.main(), mail, FAST_MAIL)) {
      Measured signed = sign(house, plan.connections(), MAILS);
      Load.Opening queue = () -> new MailDrain(house.database().dataSource(), mail);
      Load.run(1, WARM_UP, queue);
      Rounds rounds =
          Rounds.run(
              plan,
              List.of(
                  new Contestant("mail", 1, MAILS, queue),
                  new Contestant("plain SMTP", MAIL_LINES, 1, () -> new MailLine(mail.port()))));
      return report(house, rounds, Optional.empty(), signed);
    }
  }

  /** Matches points; needs no house. */
  public static BenchReport match(Plan plan) throws InterruptedException {
    return MatchBench.run(plan);
  }

  /** Matches the rows of a file; needs no house. */
  public static BenchReport matchRows(Plan plan) throws IOException, InterruptedException {
    return RowsBench.run(plan);
  }

  /**
   * Claims from a queue of so many messages, beside claims from a short one; needs no server.
   *
   * @param rows messages that wait in the long queue
   */
  public static BenchReport claim(Plan plan, long rows) throws IOException {
    return ClaimBench.run(plan, rows);
  }

  /**
   * Messages from the confirmation to the gateways' yes, beside plain posts of the same size on
   * kept connections.
   */
  public static BenchReport deliver(Plan plan) throws InterruptedException {
    try (var mail = new MailSink();
        var gateway = new GatewaySink();
        var house = BenchHouse.start(plan.main(), mail, withFastMail(gateways(gateway)))) {
      Measured signed =
          sign(
              house,
              plan.connections(),
              plan.enoughFor(CONFIRMED_A_SECOND) + FIRST_MINUTE.toSeconds() * CONFIRMED_A_SECOND);
      Patience.await(() -> mail.taken() >= signed.answered()); // as they were read before a click
      var waiting = new WaitingSignatures(house);
      Load.Opening delivering =
          () ->
              new MessageRun(
                  house, waiting, gateway, new MessageRun.Size(CONFIRMED, OFFICES, CONFIRMING));
      Load.run(1, FIRST_MINUTE, delivering);
      long before = gateway.taken();
      Rounds rounds =
          Rounds.run(
              plan,
              List.of(
                  new Contestant("deliver", 1, CONFIRMED * OFFICES, delivering),
                  new Contestant("plain posts", GATEWAY_CALLS, 1, gateway::posting)));
      return report(
          house,
          rounds,
          Optional.of(new BenchReport.Kept(rounds.answered(), gateway.taken() - before)),
          signed);
    }
  }

  /**
   * Uses a house for some seconds, whose process writes what Java learns of it when it ends.
   *
   * @param main the class whose {@code serve} is used
   * @param learned the file it writes
   * @throws IllegalStateException if it did not write it
   */
  public static void train(String main, Path learned) throws InterruptedException {
    var recording = List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + learned);
    try (var mail = new MailSink();
        var gateway = new GatewaySink();
        var house = BenchHouse.start(main, mail, gateways(gateway), recording)) {
      Load.run(TRAINERS, TRAINING, getting(house, "/actions/" + SeedAction.SLUG));
      var forms = new SampleForms(Long.MAX_VALUE);
      Load.run(TRAINERS, TRAINING, () -> new HttpWorker(house.port(), 303, forms));
      var waiting = new WaitingSignatures(house);
      Load.run(
          1,
          TRAINING,
          () ->
              new MessageRun(
                  house, waiting, gateway, new MessageRun.Size(TRAINING_RUN, OFFICES, 1)));
    }
    if (!Files.exists(learned)) {
      throw new IllegalStateException("The server did not write " + learned + ".");
    }
  }

  private static Map<String, String> withFastMail(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.putAll(FAST_MAIL);
    return all;
  }

  private static Map<String, String> gateways(GatewaySink gateway) {
    return Map.ofEntries(
        Map.entry("house.url", gateway.address()),
        Map.entry("house.key", "bench"),
        Map.entry("house.per-second", UNBOUNDED),
        Map.entry("senate.url", gateway.address()),
        Map.entry("senate.key", "bench"),
        Map.entry("senate.per-second", UNBOUNDED),
        Map.entry("delivery.per-office-per-minute", UNBOUNDED),
        Map.entry("agent.name", "Sample Letters"),
        Map.entry("agent.ack-email", "ack@bench.example"),
        Map.entry("agent.contact-name", "Sample Operator"),
        Map.entry("agent.contact-email", "operator@bench.example"),
        Map.entry("agent.contact-phone", "202-555-0142"));
  }

  private static Measured sign(BenchHouse house, int connections, long forms)
      throws InterruptedException {
    var some = new SampleForms(forms);
    return Load.run(connections, PATIENCE, () -> new HttpWorker(house.port(), 303, some));
  }

  private static BenchReport report(
      BenchHouse house, Rounds rounds, Optional<BenchReport.Kept> kept, Measured before) {
    return new BenchReport(rounds.medians(), house.memory(), kept, before.failed());
  }
}
