package org.joinvoices.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** New people, some every second, each of whom goes on until the house has answered. */
final class Crowd implements AutoCloseable {

  /** So that in the mean four come in a second. */
  private static final int LONGEST_PAUSE_MILLIS = 500;

  private final long seed;
  private final Browser browser;
  private final MailSink mailbox;
  private final Queue<Supporter> people = new ConcurrentLinkedQueue<>();
  private final ExecutorService lives = Executors.newVirtualThreadPerTaskExecutor();
  private final Thread door = Thread.ofVirtual().unstarted(this::open);
  private volatile boolean open = true;

  Crowd(long seed, Browser browser, MailSink mailbox) {
    this.seed = seed;
    this.browser = browser;
    this.mailbox = mailbox;
  }

  void start() {
    door.start();
  }

  private void open() {
    Random random = new Random(seed);
    for (int number = 1; open; number++) {
      Supporter one = new Supporter(number, seed);
      people.add(one);
      lives.execute(() -> one.live(browser, mailbox));
      Pause.millis(random.nextInt(LONGEST_PAUSE_MILLIS));
    }
  }

  /** Lets nobody in any more; all who came, when they are done. */
  List<Supporter> leave() throws InterruptedException {
    open = false;
    door.join();
    lives.close();
    return new ArrayList<>(people);
  }

  @Override
  public void close() {
    open = false;
    lives.shutdownNow();
  }
}
