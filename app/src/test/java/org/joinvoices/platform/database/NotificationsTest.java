package org.joinvoices.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

final class NotificationsTest {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final DataSource database = TestDatabase.fresh();
  private final SynchronousQueue<String> told = new SynchronousQueue<>();
  private final Notifications notifications =
      new Notifications(
          database, List.of(new NotificationListener("letters", () -> hand("letters"))));

  @BeforeEach
  void start() {
    notifications.start();
  }

  @AfterEach
  void stop() {
    notifications.stop();
  }

  @Test
  void tellsOnceConnectedAndAtEachNotification() throws InterruptedException {
    assertThat(heard()).isEqualTo("letters");

    JdbcClient.create(database).sql("NOTIFY letters").update();

    assertThat(heard()).isEqualTo("letters");
  }

  @Test
  void tellsAgainWhenTheConnectionWasLost() throws InterruptedException {
    assertThat(heard()).isEqualTo("letters");

    JdbcClient.create(database)
        .sql(
            """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid()
            """)
        .query(Boolean.class)
        .list();

    assertThat(heard()).isEqualTo("letters");
  }

  private @Nullable String heard() throws InterruptedException {
    return told.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
  }

  private void hand(String word) {
    try {
      told.offer(word, LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
