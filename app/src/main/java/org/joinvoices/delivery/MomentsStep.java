package org.joinvoices.delivery;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.joinvoices.action.Action;
import org.joinvoices.action.Actions;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.mail.MailTrace;
import org.joinvoices.platform.retention.Forgotten;
import org.joinvoices.platform.retention.RetentionStep;
import org.joinvoices.signing.Kept;
import org.joinvoices.signing.SignerNotices;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Forgets at which moment messages were tried, planned, settled and told of: months later their
 * office and week are left. Attempts are rounded by the owner's function, because the server itself
 * may not change any; a message that is over loses what else tells its moment, which are its id and
 * the packet it was printed in.
 */
final class MomentsStep implements RetentionStep {

  private static final int BATCH = 5_000;

  private static final List<String> MAILS =
      List.of(
          SignerNotices.MESSAGE_FAILED,
          SignerNotices.MESSAGES_DELIVERED,
          SignerNotices.WORDS_GOING);

  private static final String ATTEMPTS =
      """
      FROM delivery_attempt
      WHERE action_id = :action AND started_at < :before AND (started_at <> civic_week(started_at) OR took_ms > 0)
      """;

  private static final String MESSAGES =
      """
      FROM delivery d
      WHERE d.action_id = :action AND d.created_at < :before
        AND (NOT d.coarse OR d.settled_at <> civic_week(d.settled_at)
          OR d.supporter_did_at <> civic_week(d.supporter_did_at))
        AND d.state IN ('accepted', 'refused', 'withdrawn', 'handed_over')
        AND coalesce(d.supporter_did_at, d.created_at) < :before
        AND NOT EXISTS (SELECT 1 FROM delivery_attempt a
          WHERE a.action_id = d.action_id AND a.delivery_id = d.id AND a.started_at >= :before)
      """;

  private static final String ROUND =
      """
      UPDATE delivery SET coarse = true, id = gen_random_uuid(), created_at = civic_week(created_at),
        due_at = civic_week(due_at), lease_until = NULL, settled_at = civic_week(settled_at),
        supporter_did_at = civic_week(supporter_did_at), packet_id = NULL, packet_place = NULL
      WHERE (action_id, id) IN (SELECT d.action_id, d.id %s LIMIT :most)
      """
          .formatted(MESSAGES);

  private static final String NOTICES =
      """
      UPDATE delivery_notice SET told_at = civic_week(told_at)
      WHERE action_id = :action AND told_at < :before AND told_at <> civic_week(told_at)
      """;

  private final JdbcClient jdbc;
  private final Actions actions;
  private final MailTrace mails;

  MomentsStep(DataSource dataSource, Actions actions) {
    this.jdbc = JdbcClient.create(dataSource);
    this.actions = actions;
    this.mails = new MailTrace(dataSource);
  }

  @Override
  public Forgotten kind() {
    return Forgotten.MOMENTS;
  }

  @Override
  public Map<UUID, Long> due(Instant now) {
    return actions.list().stream()
        .map(Action::id)
        .collect(toMap(id -> id.value(), id -> count(id.value(), before(now))));
  }

  /** Of attempts and of messages. */
  private long count(UUID action, OffsetDateTime before) {
    return count(ATTEMPTS, action, before) + count(MESSAGES, action, before);
  }

  private long count(String rows, UUID action, OffsetDateTime before) {
    return jdbc.sql("SELECT count(*) " + rows)
        .param("action", action)
        .param("before", before)
        .query(Long.class)
        .single();
  }

  @Override
  public long erase(UUID action, Instant now) {
    OffsetDateTime before = before(now);
    jdbc.sql(NOTICES).param("action", action).param("before", before).update();
    mails.forget(action, MAILS, before.toInstant());
    return inBatches(() -> roundAttempts(action, before))
        + inBatches(() -> roundMessages(action, before));
  }

  private long roundAttempts(UUID action, OffsetDateTime before) {
    return jdbc.sql("SELECT round_attempts(:action, :before, :most)")
        .param("action", action)
        .param("before", before)
        .param("most", BATCH)
        .query(Long.class)
        .single();
  }

  private long roundMessages(UUID action, OffsetDateTime before) {
    return jdbc.sql(ROUND)
        .param("action", action)
        .param("before", before)
        .param("most", BATCH)
        .update();
  }

  private static long inBatches(LongSupplier batch) {
    long all = 0;
    long last;
    do {
      last = batch.getAsLong();
      all += last;
    } while (last == BATCH);
    return all;
  }

  private static OffsetDateTime before(Instant now) {
    return now.atZone(CivicClock.CONGRESS)
        .minus(Kept.MOMENTS)
        .withZoneSameInstant(ZoneOffset.UTC)
        .toOffsetDateTime();
  }
}
