package org.joinvoices.signing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.joinvoices.platform.retention.Forgotten;
import org.joinvoices.platform.retention.RetentionStep;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Blanks signatures that nobody confirmed while their link was good. What is left of one tells a
 * late click that it is late, and goes with {@link ForgetJob}.
 */
final class UnconfirmedStep implements RetentionStep {

  private static final int BATCH = 500;

  /** Pending, or so before an organizer took it out: its signer never confirmed it either. */
  static final String UNCONFIRMED =
      "(state = 'pending' OR state = 'invalidated' AND state_before = 'pending')";

  private static final String DUE =
      """
      SELECT action_id, count(*) AS due FROM signature
      WHERE %s AND erased_at IS NULL AND signed_at <= ? GROUP BY action_id
      """
          .formatted(UNCONFIRMED);

  /** One statement, so that nobody can confirm in between; who is about to is left to it. */
  private static final String BLANK =
      """
      WITH due AS (
        SELECT action_id, id FROM signature
        WHERE action_id = :action AND %s AND erased_at IS NULL AND signed_at <= :before
        ORDER BY signed_at LIMIT :batch FOR UPDATE SKIP LOCKED),
      consents AS (
        DELETE FROM consent c USING due WHERE c.action_id = due.action_id AND c.signature_id = due.id)
      UPDATE signature s SET %s, erased_at = :now
      FROM due WHERE s.action_id = due.action_id AND s.id = due.id
      """
          .formatted(UNCONFIRMED, PersonColumns.BLANK);

  private final JdbcClient jdbc;

  UnconfirmedStep(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  @Override
  public Forgotten kind() {
    return Forgotten.UNCONFIRMED;
  }

  @Override
  public Map<UUID, Long> due(Instant now) {
    return jdbc
        .sql(DUE)
        .param(before(now))
        .query((row, _) -> Map.entry(row.getObject("action_id", UUID.class), row.getLong("due")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public long erase(UUID action, Instant now) {
    long all = 0;
    int erased = BATCH;
    while (erased == BATCH) {
      erased =
          jdbc.sql(BLANK)
              .param("action", action)
              .param("before", before(now))
              .param("batch", BATCH)
              .param("now", now.atOffset(ZoneOffset.UTC))
              .update();
      all += erased;
    }
    return all;
  }

  private static OffsetDateTime before(Instant now) {
    return now.minus(Kept.UNCONFIRMED).atOffset(ZoneOffset.UTC);
  }
}
