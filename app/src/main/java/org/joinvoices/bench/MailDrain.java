package org.joinvoices.bench;

import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts all mails of a house back into its queue, as if none had been sent, and waits for them. */
final class MailDrain implements Load.Worker {

  private final JdbcClient jdbc;
  private final MailSink sink;

  MailDrain(DataSource database, MailSink sink) {
    this.jdbc = JdbcClient.create(database);
    this.sink = sink;
  }

  @Override
  public Optional<Boolean> once() throws InterruptedException {
    long before = sink.taken();
    int queued =
        jdbc.sql(
                """
                UPDATE mail SET state = 'queued', due_at = '-infinity', turn_from = NULL, attempts = 0,
                  settled_at = NULL
                """)
            .update();
    return Optional.of(Patience.await(() -> sink.taken() - before >= queued));
  }

  @Override
  public void close() {
    // nothing was opened
  }
}
