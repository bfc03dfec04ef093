package org.joinvoices.torture;

import java.util.Random;

/** Takes the mail server down at times, and the gateways, for some seconds. */
final class Weather implements AutoCloseable {

  private static final int FAIR_MILLIS = 8_000;
  private static final int FOUL_MILLIS = 3_000;

  private final MailSink mails;
  private final FlappingGateway gateway;
  private final Random random;
  private final Thread thread = Thread.ofVirtual().unstarted(this::change);
  private volatile boolean changing = true;
  private volatile long downs;

  Weather(MailSink mails, FlappingGateway gateway, Random random) {
    this.mails = mails;
    this.gateway = gateway;
    this.random = random;
  }

  void start() {
    thread.start();
  }

  /** How often something was down. */
  long downs() {
    return downs;
  }

  private void change() {
    while (changing) {
      Pause.millis(random.nextInt(FAIR_MILLIS));
      if (random.nextBoolean()) {
        mails.down();
        Pause.millis(random.nextInt(FOUL_MILLIS));
        mails.up();
      } else {
        gateway.down();
        Pause.millis(random.nextInt(FOUL_MILLIS));
        gateway.up();
      }
      downs++;
    }
  }

  /** Everything is up when this returns. */
  @Override
  public void close() {
    changing = false;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
