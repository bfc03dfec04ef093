package org.joinvoices.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.joinvoices.action.SeedAction;

/**
 * The busiest minute that is known of a petition, played in real time: who signs, who looks, the
 * mails and the clicks on their links, all at once; then the same with sixty times the signers.
 */
public final class ReplayBench {

  /** "Revoke Article 50", petition 241584 of the UK Parliament: some 2,000 a minute at its peak. */
  private static final int SIGNATURES = 33;

  private static final int VIEWS = 12_000;
  private static final int FOLD = 60;
  private static final int VIEWS_A_SIGNATURE = 6;

  /** Of each scene. */
  public static final Duration USUAL = Duration.ofSeconds(60);

  private static final int CONNECTIONS = 64;
  private static final int CLICKERS = 8;
  private static final Duration WARM_UP = Duration.ofSeconds(20);
  private static final int SEE_OTHER = 303;
  private static final int UNAVAILABLE = 503;

  /**
   * What one scene came to.
   *
   * @param asked a second: signatures, and views of the page and of its count by turns
   * @param views milliseconds from the moment at which each should have come
   * @param signatures likewise; thanked for, and durable
   * @param turnedAway signers who were asked to send again in a moment
   * @param mailWaits from the thanks to the mail
   * @param confirmed clicks that were thanked for
   * @param shown on the page
   * @param restSeconds from the end of the scene until every mail had come, was answered, and was
   *     in the count on the page
   */
  public record Scene(
      String name,
      Asked asked,
      Measured views,
      Measured signatures,
      long turnedAway,
      Measured mailWaits,
      long confirmed,
      Shown shown,
      double restSeconds) {

    /** Whether all who were thanked are in the count, and it never went back. */
    public boolean isTrue() {
      return shown.last() == shown.owed() && shown.wentBack() == 0;
    }
  }

  /** So many a second. */
  public record Asked(int signatures, int views) {}

  /**
   * What was seen of the count by somebody who looked twice a second.
   *
   * @param looks answered
   * @param oldestSeconds most that lay between the moment a count said it was of and the look
   * @param mostBehind most confirmations that had been thanked for and were not in it
   * @param wentBack looks that showed fewer than the one before
   * @param last number shown
   * @param owed how many had been thanked for their confirmation when all was done
   */
  public record Shown(
      long looks, double oldestSeconds, long mostBehind, long wentBack, long last, long owed) {}

  private final BenchHouse house;
  private final ReplayMails mails;
  private final SampleForms forms = new SampleForms(Long.MAX_VALUE);
  private final AtomicLong confirmed = new AtomicLong();
  private volatile boolean over;

  private ReplayBench(BenchHouse house, ReplayMails mails) {
    this.house = house;
    this.mails = mails;
  }

  /**
   * @param main the class whose {@code serve} is measured
   * @param time of each scene
   */
  public static List<Scene> run(String main, Duration time) throws InterruptedException {
    var mails = new ReplayMails();
    try (var sink = new MailSink(mails);
        var house = BenchHouse.start(main, sink, Bench.FAST_MAIL);
        var threads = Executors.newCachedThreadPool()) {
      var replay = new ReplayBench(house, mails);
      List<Future<Boolean>> clickers =
          Stream.generate(() -> threads.submit(replay::click)).limit(CLICKERS).toList();
      try {
        Asked peak = new Asked(SIGNATURES, VIEWS);
        int crowd = SIGNATURES * FOLD;
        replay.play("warm-up", peak, WARM_UP);
        var scenes =
            List.of(
                replay.play("the busiest minute", peak, time),
                replay.play(
                    "sixty times the signers", new Asked(crowd, crowd * VIEWS_A_SIGNATURE), time));
        replay.over = true;
        for (Future<Boolean> clicker : clickers) {
          clicker.get();
        }
        return scenes;
      } catch (ExecutionException e) {
        throw new IllegalStateException("the links could not be followed", e.getCause());
      } finally {
        replay.over = true;
      }
    }
  }

  private Scene play(String name, Asked asked, Duration time) throws InterruptedException {
    long before = confirmed.get();
    var turnedAway = new LongAdder();
    try (var threads = Executors.newCachedThreadPool();
        var watch = new CountWatch(house, confirmed)) {
      Future<Measured> viewing =
          threads.submit(() -> PacedLoad.run(CONNECTIONS, asked.views(), time, this::viewer));
      Measured signatures =
          PacedLoad.run(CONNECTIONS, asked.signatures(), time, () -> signer(turnedAway));
      Measured views = viewing.get();
      long end = System.nanoTime();
      Patience.await(() -> mails.isQuiet() && watch.shown() >= confirmed.get());
      double rest = (System.nanoTime() - end) / 1e9;
      return new Scene(
          name,
          asked,
          views,
          signatures,
          turnedAway.sum(),
          mails.takeWaits(),
          confirmed.get() - before,
          watch.end(),
          rest);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the scene could not be played", e.getCause());
    }
  }

  private Load.Worker viewer() throws IOException {
    String path = "/actions/" + SeedAction.SLUG;
    byte[] page = HttpWorker.get(path);
    byte[] count = HttpWorker.get(path + "/count.json");
    var turn = new AtomicLong();
    Supplier<Optional<byte[]>> byTurns =
        () -> Optional.of(turn.getAndIncrement() % 2 == 0 ? page : count);
    return new HttpWorker(house.port(), 200, byTurns);
  }

  private Load.Worker signer(LongAdder turnedAway) throws IOException {
    var connection = new KeptConnection(house.port());
    return new Load.Worker() {

      @Override
      public Optional<Boolean> once() throws IOException {
        SampleForms.Form form = forms.next().orElseThrow();
        int status = connection.exchange(form.request());
        if (status == UNAVAILABLE) {
          turnedAway.increment();
        } else if (status == SEE_OTHER) {
          mails.thanked(form.mailbox());
        }
        return Optional.of(status == SEE_OTHER);
      }

      @Override
      public void close() throws IOException {
        connection.close();
      }
    };
  }

  /** Whoever has mail follows its link at once. */
  private boolean click() throws IOException {
    try (var browser =
        new HttpWorker(
            house.port(),
            SEE_OTHER,
            () -> mails.nextLink().map(link -> HttpWorker.post(link, "")))) {
      while (!over) {
        Optional<Boolean> thanked = browser.once();
        if (thanked.isPresent()) {
          confirmed.addAndGet(thanked.get() ? 1 : 0);
          mails.answered();
        }
      }
    }
    return true;
  }
}
