package org.joinvoices.platform.database;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after an embedded server while it is used: whatever kills it, it is started anew within
 * seconds, and recovers what it had committed.
 */
final class PostgresKeeper implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresKeeper.class);
  private static final int SECONDS_BETWEEN_LOOKS = 1;

  private final EmbeddedPostgres server;
  private final Consumer<Runnable> inTurn;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread thread;

  /**
   * @param inTurn runs something while no other process starts or stops the server
   */
  PostgresKeeper(EmbeddedPostgres server, Consumer<Runnable> inTurn) {
    this.server = server;
    this.inTurn = inTurn;
    this.thread = Thread.ofPlatform().name("postgres-keeper").daemon().unstarted(this::keep);
  }

  void start() {
    thread.start();
  }

  private void keep() {
    try {
      while (!ended.await(SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS)) {
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The top of the work: whatever fails, the next look comes. */
  private void look() {
    try {
      if (!server.answers()) {
        inTurn.accept(this::revive);
      }
    } catch (RuntimeException e) {
      LOG.warn("PostgreSQL could not be looked after: {}", e.getClass().getName());
    }
  }

  private void revive() {
    if (server.revive()) {
      LOG.warn("PostgreSQL had died and was started anew");
    }
  }

  /** Returns when a start under way has ended; never stops the server. */
  @Override
  public void close() {
    ended.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
