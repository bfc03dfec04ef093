package org.joinvoices.cli;

import java.util.concurrent.CountDownLatch;

/** Holds a process open until it is asked to end, and then until all it opened is closed. */
final class EndInOrder {

  /** What is opened, held open by {@link #await}, and closed. */
  @FunctionalInterface
  interface Work {
    void run(EndInOrder end) throws InterruptedException;
  }

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);

  private EndInOrder() {}

  /** Returns when the work has, or lets the machine go on ending this process by then. */
  static void run(Work work) throws InterruptedException {
    var end = new EndInOrder();
    Runtime.getRuntime().addShutdownHook(new Thread(end::ask));
    try {
      work.run(end);
    } finally {
      end.ended.countDown();
    }
  }

  /** Waits for Ctrl-C or SIGTERM. */
  void await() throws InterruptedException {
    asked.await();
  }

  /** The machine ends this process when its hooks return. */
  private void ask() {
    asked.countDown();
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
