package org.joinvoices.bench;

import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.subethamail.smtp.server.SMTPServer;

/** An SMTP server on the loopback address that takes every mail, counts it and throws it away. */
final class MailSink implements AutoCloseable {

  private final AtomicLong taken = new AtomicLong();
  private final SMTPServer server;

  MailSink() {
    this((_, _) -> {});
  }

  /**
   * @param reader gets the mailbox and the whole mail before it is thrown away
   */
  MailSink(BiConsumer<String, byte[]> reader) {
    server =
        SMTPServer.port(0)
            .bindAddress(InetAddress.getLoopbackAddress())
            .hostName("localhost")
            .messageHandler(
                (_, _, to, data) -> {
                  reader.accept(to, data);
                  taken.incrementAndGet();
                })
            .build();
    server.start();
  }

  int port() {
    return server.getPortAllocated();
  }

  long taken() {
    return taken.get();
  }

  @Override
  public void close() {
    server.stop();
  }
}
