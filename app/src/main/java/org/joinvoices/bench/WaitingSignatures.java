package org.joinvoices.bench;

import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.joinvoices.platform.crypto.Tokens;
import org.joinvoices.platform.crypto.Tokens.Claim;
import org.joinvoices.platform.crypto.Tokens.Purpose;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signatures of a house that wait for their signer's click; each is used once. */
final class WaitingSignatures {

  private static final Duration LIFETIME = Duration.ofDays(1);

  private final DataSource database;
  private final JdbcClient jdbc;
  private final Tokens tokens;
  private final UUID action;
  private final Queue<UUID> ids;

  WaitingSignatures(BenchHouse house) {
    this.database = house.database().dataSource();
    this.jdbc = JdbcClient.create(database);
    this.tokens = house.tokens();
    this.action = jdbc.sql("SELECT id FROM action").query(UUID.class).single();
    this.ids =
        new ConcurrentLinkedQueue<>(
            jdbc.sql("SELECT id FROM signature WHERE state = 'pending' ORDER BY random()")
                .query(UUID.class)
                .list());
  }

  /** What the buttons behind the mailed links send, until nobody waits any more. */
  Supplier<Optional<byte[]>> confirmations() {
    return () ->
        Optional.ofNullable(ids.poll())
            .map(id -> tokens.issue(new Claim(Purpose.CONFIRM, action, id), LIFETIME))
            .map(token -> HttpWorker.post("/confirm/" + token, ""));
  }

  /** The least a confirmation could be: one row updated, and durable. */
  Load.Opening updates() {
    return () ->
        new SqlWorker(
            database,
            "UPDATE signature SET code_tries = 1 WHERE action_id = '%s' AND id = ?"
                .formatted(action),
            () -> Optional.ofNullable(ids.poll()));
  }

  /** Waits until the count of the house has come to it, and tells where it stands. */
  long awaitCounted(long expected) throws InterruptedException {
    Patience.await(() -> counted() >= expected);
    return counted();
  }

  private long counted() {
    return jdbc.sql("SELECT confirmed FROM signature_count").query(Long.class).single();
  }
}
