package org.joinvoices.torture;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports that stay ours while nobody listens on them. */
final class Ports {

  /** Below those that systems give to connections going out, which would take one in a pause. */
  private static final int FIRST = 20_000;

  private static final int LAST = 32_000;

  private Ports() {}

  static int free() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
      try (var free = new ServerSocket(port)) {
        return free.getLocalPort();
      } catch (IOException taken) {
        // another one
      }
    }
  }
}
