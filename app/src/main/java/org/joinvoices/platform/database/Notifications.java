package org.joinvoices.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.context.SmartLifecycle;

/**
 * Hears PostgreSQL's NOTIFY on one connection and tells whoever wants to know. After each new
 * connection all are told, because what was said in between is lost.
 */
final class Notifications implements SmartLifecycle {

  private static final int PATIENCE_MILLIS = 1_000;

  private final DataSource dataSource;
  private final List<NotificationListener> listeners;
  private volatile boolean running;

  Notifications(DataSource dataSource, List<NotificationListener> listeners) {
    this.dataSource = dataSource;
    this.listeners = listeners;
  }

  @Override
  public void start() {
    running = true;
    Thread.ofVirtual().name("notifications").start(this::listenAgainAndAgain);
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void listenAgainAndAgain() {
    while (running) {
      try (var connection = dataSource.getConnection()) {
        listen(connection);
      } catch (SQLException lost) {
        pause();
      }
    }
  }

  private void listen(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (var listener : listeners) {
        statement.execute("LISTEN " + listener.channel());
      }
    }
    listeners.forEach(listener -> listener.told().run());
    var wire = connection.unwrap(PGConnection.class);
    while (running) {
      for (var notification : wire.getNotifications(PATIENCE_MILLIS)) {
        tell(notification.getName());
      }
    }
  }

  private void tell(String channel) {
    listeners.stream()
        .filter(listener -> listener.channel().equals(channel))
        .forEach(listener -> listener.told().run());
  }

  private static void pause() {
    try {
      Thread.sleep(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
