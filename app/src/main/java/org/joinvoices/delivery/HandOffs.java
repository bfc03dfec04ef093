package org.joinvoices.delivery;

import java.time.InstantSource;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.joinvoices.platform.clock.CivicClock;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Hands messages whose way is the supporter's own to the supporter: from then on the receipt offers
 * number, address and text. Nothing is sent, and nothing says so. What is paused waits.
 */
final class HandOffs {

  static final String NAME = "delivery.hand_off";

  private static final String HAND_OVER =
      """
      WITH handed AS (
        UPDATE delivery d SET state = 'handed_over', settled_at = :now
        WHERE lane = 'hand_off' AND state = 'queued' AND due_at <= :now
          AND NOT EXISTS (SELECT 1 FROM house_switch p
            WHERE (p.scope, p.subject) IN (('delivery', ''), ('action', d.action_id::text), ('office', d.target)))
        RETURNING action_id, id)
      INSERT INTO delivery_attempt (action_id, delivery_id, attempt_no, started_at, took_ms, result, code)
      SELECT h.action_id, h.id, 1 + (SELECT count(*) FROM delivery_attempt a
          WHERE a.action_id = h.action_id AND a.delivery_id = h.id), :at, 0, 'handed_over', 'to_supporter'
      FROM handed h
      """;

  private final JdbcClient jdbc;
  private final CivicClock clock;
  private final InstantSource machine;

  HandOffs(DataSource dataSource, CivicClock clock, InstantSource machine) {
    this.jdbc = JdbcClient.create(dataSource);
    this.clock = clock;
    this.machine = machine;
  }

  void run() {
    jdbc.sql(HAND_OVER)
        .param("now", machine.instant().atOffset(ZoneOffset.UTC))
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }
}
