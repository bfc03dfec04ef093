package org.joinvoices.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.action.Action;
import org.joinvoices.action.Actions;
import org.joinvoices.action.Channel;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does what organizers decide about messages, and notes it in the audit trail in the same
 * transaction. Each row is looked at again as it is changed: what a worker has for itself, what has
 * gone out and what others changed meanwhile stays as it is. So doing a thing twice does it once.
 */
public final class QueueActs {

  /** Code of the attempt that says what an organizer decided. */
  public static final String SETTLED = "settled_by_organizer";

  /** So that no statement takes longer than a connection waits, however many messages are meant. */
  private static final int BATCH = 10_000;

  private static final UUID FIRST = new UUID(0, 0);

  /** A worker may be about to post it. */
  private static final String UNCLAIMED = "(d.lease_until IS NULL OR d.lease_until <= :now)";

  /** Nothing of it is at an office, or it came back. */
  private static final String NEVER_OUT =
      """
      NOT EXISTS (SELECT 1 FROM delivery_attempt a WHERE a.action_id = d.action_id AND a.delivery_id = d.id
        AND (a.result = 'uncertain' OR a.result IN ('accepted', 'handed_over')
          AND NOT EXISTS (SELECT 1 FROM delivery_attempt b WHERE b.action_id = a.action_id
            AND b.delivery_id = a.delivery_id AND b.attempt_no > a.attempt_no AND b.result = 'bounced')))
      """;

  private static final String NEXT_LANE =
      """
      CASE :to WHEN 'cwc' THEN CASE WHEN d.target LIKE '__-S_' THEN 'senate' ELSE 'house' END
               WHEN 'mail' THEN 'office_mail' ELSE :to END
      """;

  private record Batch(long rows, Optional<UUID> last) {}

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Actions actions;
  private final ChannelChoice choice;
  private final AuditTrail audit;
  private final InstantSource civic;
  private final InstantSource machine;

  QueueActs(
      DataSource dataSource,
      Actions actions,
      ChannelChoice choice,
      AuditTrail audit,
      InstantSource civic,
      InstantSource machine) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.actions = actions;
    this.choice = choice;
    this.audit = audit;
    this.civic = civic;
    this.machine = machine;
  }

  /** How many messages it would change now. */
  public long count(QueueOrder order) {
    return jdbc.sql("SELECT count(*) FROM delivery d WHERE " + condition(order))
        .params(parameters(order))
        .query(Long.class)
        .single();
  }

  /**
   * Does it.
   *
   * @return how many messages it changed; none leaves no trace in the audit trail
   */
  public long run(Actor actor, QueueOrder order) {
    Long changed =
        transaction.execute(
            _ -> {
              long all = changeAll(order);
              if (all > 0) {
                audit.append(actor, order.act().audit(), order.scope().action().value());
              }
              return all;
            });
    return changed == null ? 0 : changed;
  }

  private long changeAll(QueueOrder order) {
    var parameters = parameters(order);
    long all = 0;
    Optional<UUID> after = Optional.of(FIRST);
    while (after.isPresent()) {
      var batch = change(order, parameters, after.get());
      all += batch.rows();
      after = batch.last();
    }
    return all;
  }

  /** Locks each row and then looks at it once more, which PostgreSQL does by itself. */
  private Batch change(QueueOrder order, Map<String, Object> parameters, UUID after) {
    String sql =
        """
        WITH meant AS (
          SELECT d.action_id, d.id FROM delivery d WHERE d.id > :after AND %s ORDER BY d.id LIMIT %d FOR UPDATE OF d),
        changed AS (
          UPDATE delivery d SET %s FROM meant WHERE d.action_id = meant.action_id AND d.id = meant.id
          RETURNING d.action_id, d.id)%s
        SELECT count(*) AS rows, (SELECT id FROM changed ORDER BY id DESC LIMIT 1) AS last FROM changed
        """
            .formatted(condition(order), BATCH, assignments(order), noted(order.act()));
    return jdbc.sql(sql)
        .params(parameters)
        .param("after", after)
        .query(
            (row, _) ->
                new Batch(
                    row.getLong("rows"), Optional.ofNullable(row.getObject("last", UUID.class))))
        .single();
  }

  private static String condition(QueueOrder order) {
    String meant = order.scope().condition() + " AND " + order.act().condition();
    return switch (order.act()) {
      case RETRY ->
          meant
              + " AND d.supporter_did IS NULL AND d.packet_id IS NULL AND (d.held_reason IS DISTINCT FROM '"
              + HeldReason.MESSAGE_CHANGED
              + "' OR "
              + NEVER_OUT
              + ")";
      case HOLD -> meant + " AND d.packet_id IS NULL AND " + UNCLAIMED;
      case RELEASE -> meant + " AND d.packet_id IS NULL";
      case MOVE ->
          meant
              + " AND d.supporter_did IS NULL AND d.packet_id IS NULL AND d.channel <> :to"
              + " AND d.target = ANY (string_to_array(:reached, ',')) AND "
              + UNCLAIMED
              + " AND "
              + NEVER_OUT;
      case SETTLE_ARRIVED, SETTLE_AGAIN -> meant;
    };
  }

  /** What must be as first posted is so only where that may have arrived. */
  private static String assignments(QueueOrder order) {
    return switch (order.act()) {
      case RETRY ->
          """
          state = 'queued', held_reason = NULL, due_at = :now, lease_until = NULL, settled_at = NULL, receipt = NULL,
          message_hash = CASE WHEN %s THEN NULL ELSE d.message_hash END
          """
              .formatted(NEVER_OUT);
      case HOLD ->
          "state = 'held', held_reason = '" + HeldReason.BY_ORGANIZER + "', lease_until = NULL";
      case RELEASE -> "state = 'queued', held_reason = NULL, due_at = :now, lease_until = NULL";
      case MOVE ->
          """
          channel = :to, lane = %s, state = 'queued', held_reason = NULL, due_at = :now, lease_until = NULL,
          settled_at = NULL, receipt = NULL, message_hash = NULL
          """
              .formatted(NEXT_LANE);
      case SETTLE_ARRIVED ->
          "state = 'accepted', receipt = d.delivery_code, lease_until = NULL, settled_at = :now";
      case SETTLE_AGAIN ->
          "state = 'queued', due_at = :now, lease_until = NULL, settled_at = NULL, receipt = NULL";
    };
  }

  private static String noted(QueueAct act) {
    return switch (act) {
      case SETTLE_ARRIVED -> noted("accepted");
      case SETTLE_AGAIN -> noted("unavailable");
      case RETRY, HOLD, RELEASE, MOVE -> "";
    };
  }

  private static String noted(String result) {
    return """
    ,
    noted AS (
      INSERT INTO delivery_attempt (action_id, delivery_id, attempt_no, started_at, took_ms, result, code)
      SELECT c.action_id, c.id, 1 + (SELECT count(*) FROM delivery_attempt a
        WHERE a.action_id = c.action_id AND a.delivery_id = c.id), :civic, 0, '%s', '%s'
      FROM changed c)
    """
        .formatted(result, SETTLED);
  }

  private Map<String, Object> parameters(QueueOrder order) {
    var parameters = new HashMap<>(order.scope().parameters());
    parameters.put("now", utc(machine.instant()));
    parameters.put("civic", utc(civic.instant()));
    order
        .to()
        .ifPresent(
            to -> {
              parameters.put("to", to.word());
              parameters.put("reached", String.join(",", reached(order.scope(), to)));
            });
    return parameters;
  }

  /** Seats to which a message can go by a channel; on any other one it would only wait. */
  private List<String> reached(QueueScope scope, Channel to) {
    List<Action> known =
        actions.list().stream().filter(one -> one.id().equals(scope.action())).toList();
    return jdbc
        .sql("SELECT DISTINCT d.target FROM delivery d WHERE " + scope.condition())
        .params(scope.parameters())
        .query(String.class)
        .list()
        .stream()
        .filter(
            seat -> known.stream().anyMatch(action -> choice.isThere(to, action, new Seat(seat))))
        .toList();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
