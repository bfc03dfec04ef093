package org.joinvoices.demo;

import java.net.InetAddress;
import org.springframework.context.SmartLifecycle;
import org.subethamail.smtp.server.SMTPServer;

/** Takes every mail, on the loopback address, whoever it is for. */
final class MailboxServer implements SmartLifecycle {

  private final SMTPServer server;

  MailboxServer(int port, MailboxStore store) {
    this.server =
        SMTPServer.port(port)
            .bindAddress(InetAddress.getLoopbackAddress())
            .hostName("localhost")
            .messageHandler((context, from, to, data) -> store.keep(data))
            .build();
  }

  @Override
  public void start() {
    server.start();
  }

  @Override
  public void stop() {
    server.stop();
  }

  @Override
  public boolean isRunning() {
    return server.isRunning();
  }

  /** Up before the workers that send, and down after them. */
  @Override
  public int getPhase() {
    return 0;
  }
}
