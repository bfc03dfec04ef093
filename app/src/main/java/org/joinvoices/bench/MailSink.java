package org.joinvoices.bench;

import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** An SMTP server on the loopback address that takes every mail, counts it and throws it away. */
public final class MailSink implements AutoCloseable {

  /** RFC 5321, 4.2.3: not now; come again. */
  private static final int LATER = 451;

  private final AtomicLong taken = new AtomicLong();
  private final SMTPServer server;
  private volatile boolean refusing;

  MailSink() {
    this((_, _) -> {});
  }

  /**
   * @param reader gets the mailbox and the whole mail before it is thrown away
   */
  public MailSink(BiConsumer<String, byte[]> reader) {
    server =
        SMTPServer.port(0)
            .bindAddress(InetAddress.getLoopbackAddress())
            .hostName("localhost")
            .messageHandler(
                (_, _, to, data) -> {
                  if (refusing) {
                    throw new RejectException(LATER, "later");
                  }
                  reader.accept(to, data);
                  taken.incrementAndGet();
                })
            .build();
    server.start();
  }

  public int port() {
    return server.getPortAllocated();
  }

  /** Whether from now on every mail is asked to come again. */
  public void refuse(boolean all) {
    refusing = all;
  }

  long taken() {
    return taken.get();
  }

  @Override
  public void close() {
    server.stop();
  }
}
