package org.joinvoices.delivery;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import javax.sql.DataSource;
import org.joinvoices.signing.SignatureKey;
import org.joinvoices.signing.SignatureState;
import org.joinvoices.signing.SignatureView;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes messages out of the workers' hands, for whoever changes what they will say. */
final class Recall {

  /** What was handed to its own signer has left nobody's hands but ours. */
  private static final String MESSAGE =
      """
      SELECT EXISTS (SELECT 1 FROM delivery d
        WHERE d.action_id = :action AND d.signature_id = :id
          AND (d.state IN ('sending', 'accepted', 'refused', 'needs_review') OR d.packet_id IS NOT NULL
            OR d.state = 'handed_over' AND d.lane <> 'hand_off'
            OR EXISTS (SELECT 1 FROM delivery_attempt a WHERE a.action_id = d.action_id AND a.delivery_id = d.id
              AND NOT (a.result = 'handed_over' AND d.lane = 'hand_off'))))
      """;

  /** By the rule of the deadline (D16). */
  private static final String BOOK =
      """
      SELECT EXISTS (SELECT 1 FROM petition_book b WHERE b.action_id = :action AND :confirmed < b.frozen_at
        AND (b.part = 'book' OR :signed < (SELECT whole.frozen_at FROM petition_book whole
          WHERE whole.action_id = b.action_id AND whole.part = 'book')))
      """;

  /** A worker that has one in hand finds its lease gone before it posts; nobody lets one go. */
  private static final String KEEP_BACK =
      """
      UPDATE delivery SET lease_until = NULL WHERE action_id = :action AND signature_id = :id
        AND state IN ('queued', 'held')
      """;

  private static final String GO_ON =
      """
      UPDATE delivery SET state = 'queued', held_reason = NULL
      WHERE action_id = :action AND signature_id = :id AND state = 'held' AND held_reason IN (:reasons)
      """;

  private final JdbcClient jdbc;

  Recall(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  Left left(SignatureView signature) {
    SignatureKey key = signature.key();
    if (isTrue(jdbc.sql(MESSAGE).param("id", key.signature().value()), key)) {
      return Left.MESSAGE;
    }
    return signature.state() == SignatureState.CONFIRMED && isInBook(signature)
        ? Left.BOOK
        : Left.NOTHING;
  }

  private boolean isInBook(SignatureView signature) {
    OffsetDateTime confirmed = signature.confirmedAt().orElseThrow().atOffset(ZoneOffset.UTC);
    return isTrue(
        jdbc.sql(BOOK)
            .param("confirmed", confirmed)
            .param("signed", signature.signedAt().atOffset(ZoneOffset.UTC)),
        signature.key());
  }

  private static boolean isTrue(JdbcClient.StatementSpec question, SignatureKey key) {
    return question.param("action", key.action().value()).query(Boolean.class).single();
  }

  void keepBack(SignatureKey key) {
    jdbc.sql(KEEP_BACK)
        .param("action", key.action().value())
        .param("id", key.signature().value())
        .update();
  }

  /** Queues what waited because it could not go as it was typed. */
  void goOn(SignatureKey key, Set<String> reasons) {
    jdbc.sql(GO_ON)
        .param("action", key.action().value())
        .param("id", key.signature().value())
        .param("reasons", reasons)
        .update();
  }
}
