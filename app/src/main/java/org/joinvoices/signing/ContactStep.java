package org.joinvoices.signing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.joinvoices.action.Action;
import org.joinvoices.action.ActionId;
import org.joinvoices.action.Actions;
import org.joinvoices.platform.retention.Forgotten;
import org.joinvoices.platform.retention.RetentionStep;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Blanks every signature of a letter whose time is over. A confirmed one counts on; what follows
 * from it hears that it is erased, as when its signer asks for it.
 */
final class ContactStep implements RetentionStep {

  private static final int BATCH = 500;

  private static final String BLANK =
      """
      WITH due AS (
        SELECT action_id, id FROM signature
        WHERE action_id = :action AND erased_at IS NULL AND id > :after ORDER BY id LIMIT :batch FOR UPDATE),
      partners AS (
        DELETE FROM consent c USING due
        WHERE c.action_id = due.action_id AND c.signature_id = due.id AND c.kind = 'partner')
      UPDATE signature s SET %s, erased_at = :now
      FROM due WHERE s.action_id = due.action_id AND s.id = due.id
      RETURNING s.id, s.confirmed_at IS NOT NULL AS counted
      """
          .formatted(PersonColumns.BLANK);

  /** One that was blanked, and whether it was ever counted. */
  private record Blanked(UUID id, boolean counted) {}

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Actions actions;
  private final EventLog events;

  ContactStep(DataSource dataSource, Actions actions) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.actions = actions;
    this.events = new EventLog(jdbc);
  }

  @Override
  public Forgotten kind() {
    return Forgotten.CONTACT;
  }

  @Override
  public Map<UUID, Long> due(Instant now) {
    return over(actions, now).stream().collect(Collectors.toMap(ActionId::value, this::held));
  }

  /** Letters whose contact data is not kept any longer. */
  static List<ActionId> over(Actions actions, Instant now) {
    return actions.list().stream()
        .filter(action -> !now.isBefore(action.contactEnds()))
        .map(Action::id)
        .toList();
  }

  private long held(ActionId action) {
    return jdbc.sql("SELECT count(*) FROM signature WHERE action_id = ? AND erased_at IS NULL")
        .param(action.value())
        .query(Long.class)
        .single();
  }

  @Override
  public long erase(UUID action, Instant now) {
    long all = 0;
    UUID last = new UUID(0, 0);
    List<Blanked> batch;
    do {
      UUID after = last;
      batch = transaction.execute(_ -> blank(new ActionId(action), after, now));
      all += batch.size();
      last = batch.stream().map(Blanked::id).max(ContactStep::compare).orElse(last);
    } while (batch.size() == BATCH);
    return all;
  }

  private List<Blanked> blank(ActionId action, UUID after, Instant now) {
    List<Blanked> batch =
        jdbc.sql(BLANK)
            .param("action", action.value())
            .param("after", after)
            .param("batch", BATCH)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .query(
                (row, _) -> new Blanked(row.getObject("id", UUID.class), row.getBoolean("counted")))
            .list();
    var counted =
        batch.stream()
            .filter(Blanked::counted)
            .map(one -> new SignatureKey(action, new SignatureId(one.id())))
            .toList();
    events.append(SignatureEvent.Kind.ERASED, counted, now);
    return batch;
  }

  /** As the database does: Java compares the halves as signed numbers. */
  private static int compare(UUID one, UUID other) {
    int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
  }
}
