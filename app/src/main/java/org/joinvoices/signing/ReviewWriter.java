package org.joinvoices.signing;

import static java.util.stream.Collectors.groupingBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.signing.ConfirmOutcome.AlreadyCounted;
import org.joinvoices.signing.ConfirmOutcome.Confirmed;
import org.joinvoices.signing.ConfirmOutcome.Expired;
import org.joinvoices.signing.ConfirmOutcome.MailboxTaken;
import org.joinvoices.signing.ConfirmOutcome.UnderReview;
import org.joinvoices.signing.ConfirmOutcome.Unknown;
import org.joinvoices.signing.ReviewBatch.Tally;
import org.joinvoices.signing.ReviewPortions.Row;
import org.joinvoices.signing.SignatureEvent.Kind;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Changes a portion of a batch's signatures, or brings them back, within the caller's transaction,
 * which holds their rows. An event only where the count changes.
 */
final class ReviewWriter {

  /**
   * When it left the count first stays, though it was counted again: a book that was frozen between
   * must not count it later (see {@link ConfirmedStream}).
   */
  private static final String TAKE_OUT =
      """
      UPDATE signature s SET state = 'invalidated', state_before = s.state, batch_id = :batch, ended_why = '%s',
        ended_at = coalesce(s.ended_at, :now)
      WHERE s.action_id = :action AND s.id = ANY (:ids)
      """;

  /**
   * Counted again only what had left the count: whoever takes the place of their own row on paper
   * has been counted all along.
   */
  private static final String COUNT =
      """
      UPDATE signature s SET state = 'confirmed', state_before = 'under_review', batch_id = :batch,
        confirmed_at = coalesce(s.confirmed_at, :now),
        restored_at = CASE WHEN s.ended_at IS NOT NULL THEN :now END
      WHERE s.action_id = :action AND s.id = ANY (:ids)
      """;

  private static final String COUNT_AGAIN =
      """
      UPDATE signature s SET state = 'confirmed', state_before = NULL, batch_id = NULL, ended_why = NULL,
        restored_at = :now
      WHERE s.action_id = :action AND s.id = ANY (:ids)
      """;

  /** Out of the count, if it was in it; what never counted has not ended at all. */
  private static final String REVIEW_AGAIN =
      """
      UPDATE signature s SET state = 'under_review', state_before = NULL, batch_id = NULL, ended_why = NULL,
        ended_at = CASE WHEN s.confirmed_at IS NOT NULL THEN coalesce(s.ended_at, :now) END
      WHERE s.action_id = :action AND s.id = ANY (:ids)
      """;

  /** Only one of the same form can be pending; where it was sent again since, that one is. */
  private static final String AWAIT_AGAIN =
      """
      UPDATE signature s SET state = 'pending', state_before = NULL, batch_id = NULL, ended_why = NULL, ended_at = NULL
      FROM (SELECT DISTINCT ON (g.content_hash) g.id FROM signature g
            WHERE g.action_id = :action AND g.id = ANY (:ids)
              AND NOT EXISTS (SELECT 1 FROM signature o WHERE o.action_id = g.action_id
                              AND o.content_hash = g.content_hash AND o.state = 'pending')
            ORDER BY g.content_hash, g.id) AS first
      WHERE s.action_id = :action AND s.id = first.id
      """;

  private static final String OF_BATCH =
      """
      SELECT s.id, s.state, s.state_before, s.erased_at IS NOT NULL AS erased FROM signature s
      WHERE s.batch_id = :batch AND s.id > :after ORDER BY s.id LIMIT :most FOR UPDATE OF s
      """;

  /** One that a batch changed. */
  record Changed(SignatureKey key, SignatureState state, SignatureState before, boolean erased) {}

  private final JdbcTemplate template;
  private final JdbcClient jdbc;
  private final EventLog events;

  ReviewWriter(DataSource dataSource) {
    this.template = new JdbcTemplate(dataSource);
    this.jdbc = JdbcClient.create(template);
    this.events = new EventLog(jdbc);
  }

  /** Carries a decision out on some. */
  Tally apply(ReviewBatch batch, List<Row> rows, Instant now) {
    if (rows.isEmpty()) {
      return new Tally(0, 0, 0, 0, 0, 0);
    }
    return switch (batch.decision()) {
      case ReviewDecision.Invalidate _ -> invalidate(batch, rows, now);
      case ReviewDecision.Release() -> release(batch, rows, now);
    };
  }

  private Tally invalidate(ReviewBatch batch, List<Row> rows, Instant now) {
    takeOut(batch, rows.stream().map(Row::key).toList(), EndedWhy.ORGANIZER, now);
    events.append(
        Kind.INVALIDATED,
        rows.stream().filter(row -> row.state() == SignatureState.CONFIRMED).map(Row::key).toList(),
        now);
    return new Tally(0, rows.size(), 0, 0, 0, 0);
  }

  /** Who is counted already is not counted twice, and does not wait for ever either. */
  private Tally release(ReviewBatch batch, List<Row> rows, Instant now) {
    Map<SignatureKey, EndedWhy> against = weigh(rows.stream().map(Row::key).toList(), now);
    List<Row> counted = rows.stream().filter(row -> !against.containsKey(row.key())).toList();
    List<SignatureKey> doubles = those(against, EndedWhy.DOUBLE);
    List<SignatureKey> taken = those(against, EndedWhy.MAILBOX_TAKEN);
    update(COUNT, batch, counted.stream().map(Row::key).toList(), now);
    counted.stream()
        .collect(groupingBy(Row::countedBefore))
        .forEach(
            (before, some) ->
                events.append(
                    before ? Kind.RESTORED : Kind.CONFIRMED,
                    some.stream().map(Row::key).toList(),
                    now));
    takeOut(batch, doubles, EndedWhy.DOUBLE, now);
    takeOut(batch, taken, EndedWhy.MAILBOX_TAKEN, now);
    return new Tally(0, counted.size(), doubles.size(), taken.size(), 0, 0);
  }

  /** The next ones that a batch changed last. */
  List<Changed> lockChanged(ReviewBatch batch, UUID after, int most) {
    return jdbc.sql(OF_BATCH)
        .param("batch", batch.id())
        .param("after", after)
        .param("most", most)
        .query(
            (row, _) ->
                new Changed(
                    new SignatureKey(
                        batch.action(), new SignatureId(row.getObject("id", UUID.class))),
                    SignatureState.parse(row.getString("state")),
                    SignatureState.parse(row.getString("state_before")),
                    row.getBoolean("erased")))
        .list();
  }

  /** Brings some back to the state they had; whose signer did something since stays. */
  Tally undo(ReviewBatch batch, List<Changed> some, Instant now) {
    List<Changed> theirs = some.stream().filter(one -> isAsLeft(batch, one)).toList();
    long back = 0;
    for (var group : theirs.stream().collect(groupingBy(Changed::before)).entrySet()) {
      back += bringBack(batch, group.getKey(), group.getValue(), now);
    }
    return new Tally(0, 0, 0, 0, back, some.size() - back);
  }

  private static boolean isAsLeft(ReviewBatch batch, Changed one) {
    boolean released =
        batch.decision() instanceof ReviewDecision.Release
            && one.state() == SignatureState.CONFIRMED;
    return !one.erased() && (released || one.state() == SignatureState.INVALIDATED);
  }

  private long bringBack(
      ReviewBatch batch, SignatureState before, List<Changed> some, Instant now) {
    List<SignatureKey> keys = some.stream().map(Changed::key).toList();
    return switch (before) {
      case CONFIRMED -> countAgain(batch, keys, now);
      case PENDING -> update(AWAIT_AGAIN, batch, keys, now);
      case UNDER_REVIEW -> {
        events.append(
            Kind.INVALIDATED,
            some.stream()
                .filter(one -> one.state() == SignatureState.CONFIRMED)
                .map(Changed::key)
                .toList(),
            now);
        yield update(REVIEW_AGAIN, batch, keys, now);
      }
      case WITHDRAWN, INVALIDATED ->
          throw new IllegalStateException("no batch finds a signature " + before.word());
    };
  }

  /** Whoever signed anew meanwhile is counted by that. */
  private long countAgain(ReviewBatch batch, List<SignatureKey> keys, Instant now) {
    Map<SignatureKey, EndedWhy> against = weigh(keys, now);
    List<SignatureKey> free = keys.stream().filter(key -> !against.containsKey(key)).toList();
    update(COUNT_AGAIN, batch, free, now);
    events.append(Kind.RESTORED, free, now);
    for (EndedWhy why : List.of(EndedWhy.DOUBLE, EndedWhy.MAILBOX_TAKEN)) {
      say(why, batch, those(against, why));
    }
    return free.size();
  }

  private void say(EndedWhy why, ReviewBatch batch, List<SignatureKey> keys) {
    jdbc.sql("UPDATE signature SET ended_why = :why WHERE action_id = :action AND id = ANY (:ids)")
        .param("why", why.word())
        .param("action", batch.action().value())
        .param("ids", ids(keys))
        .update();
  }

  /**
   * What stands against counting some of them; the others are free. Nobody else is counted from
   * their mailboxes until the transaction ends.
   */
  private Map<SignatureKey, EndedWhy> weigh(List<SignatureKey> keys, Instant now) {
    return template.execute((Connection connection) -> against(connection, keys, now));
  }

  private static Map<SignatureKey, EndedWhy> against(
      Connection connection, List<SignatureKey> keys, Instant now) throws SQLException {
    Map<SignatureKey, EndedWhy> against = new HashMap<>();
    ConfirmationWriter.weigh(connection, keys, now)
        .forEach(
            (key, outcome) -> {
              switch (outcome) {
                case Confirmed _ -> {}
                case AlreadyCounted _, UnderReview _ -> against.put(key, EndedWhy.DOUBLE);
                case MailboxTaken _, Expired _, Unknown _ ->
                    against.put(key, EndedWhy.MAILBOX_TAKEN);
              }
            });
    return against;
  }

  private static List<SignatureKey> those(Map<SignatureKey, EndedWhy> against, EndedWhy why) {
    return against.entrySet().stream()
        .filter(entry -> entry.getValue() == why)
        .map(Map.Entry::getKey)
        .toList();
  }

  private void takeOut(ReviewBatch batch, List<SignatureKey> keys, EndedWhy why, Instant now) {
    update(TAKE_OUT.formatted(why.word()), batch, keys, now);
  }

  private long update(String sql, ReviewBatch batch, List<SignatureKey> keys, Instant now) {
    return jdbc.sql(sql)
        .param("batch", batch.id())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("action", batch.action().value())
        .param("ids", ids(keys))
        .update();
  }

  private static SqlArrayValue ids(List<SignatureKey> keys) {
    return new SqlArrayValue("uuid", keys.stream().map(key -> key.signature().value()).toArray());
  }
}
