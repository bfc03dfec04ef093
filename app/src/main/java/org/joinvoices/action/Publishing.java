package org.joinvoices.action;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.joinvoices.action.Publication.Accepted;
import org.joinvoices.action.Publication.LetterOutcome;
import org.joinvoices.action.Publication.Refused;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings publishing folders into the database and back. The database is the truth. Folders come by
 * commands, which the audit trail tells.
 */
public final class Publishing {

  private final Actions actions;
  private final ActionStore store;
  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;

  public Publishing(DataSource dataSource) {
    actions = new Actions(dataSource);
    store = new ActionStore(dataSource);
    jdbc = JdbcClient.create(dataSource);
    audit = new AuditTrail(dataSource, InstantSource.system());
    transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
  }

  /** Every fault of a folder, without a database; none means that it can be published. */
  public static List<Fault> faults(ActionFolder folder) {
    FolderReader reader = new FolderReader(folder);
    return reader.read().isPresent() ? List.of() : reader.faults();
  }

  /**
   * Creates or updates the action with the folder's slug, in one transaction.
   *
   * @param now civic time
   */
  public Publication publish(ActionFolder folder, Instant now) {
    return publish(folder, now, false);
  }

  /** What {@link #publish} would do; the database stays as it is. */
  public Publication preview(ActionFolder folder, Instant now) {
    return publish(folder, now, true);
  }

  /** The action as a folder; publishing it again changes nothing. */
  public Optional<ActionFolder> export(Slug slug) {
    return actions.find(slug).map(FolderWriter::folder);
  }

  private Publication publish(ActionFolder folder, Instant now, boolean onlyLook) {
    FolderReader reader = new FolderReader(folder);
    return reader
        .read()
        .map(draft -> inTransaction(draft, now, onlyLook))
        .orElseGet(() -> new Refused(reader.faults()));
  }

  private Publication inTransaction(Draft draft, Instant now, boolean onlyLook) {
    return transaction.execute(
        status -> {
          if (onlyLook) {
            status.setRollbackOnly();
          }
          return store(draft, now);
        });
  }

  private Publication store(Draft draft, Instant now) {
    lock(draft.slug());
    Optional<Action> before = actions.find(draft.slug());
    LetterOutcome letter =
        before.map(action -> letter(action, draft)).orElse(LetterOutcome.FIRST_VERSION);
    Action after =
        before
            .map(action -> draft.action(action.id(), version(action, letter)))
            .orElseGet(() -> draft.action(newId(now), 1));
    List<Change> changes = Differences.between(before, after);
    if (!changes.isEmpty()) {
      store.save(after, now);
      audit.append(new Actor.CommandLine(), AuditAct.PUBLISHED, after.id().value());
    }
    return new Accepted(after, letter, changes);
  }

  /**
   * No second publisher, and no first signature, may come between looking and writing. Only the
   * letter is locked: whoever stores signatures takes its lock before the action's.
   */
  private void lock(Slug slug) {
    jdbc.sql(
            """
            SELECT v.number FROM action a JOIN letter_version v ON v.action_id = a.id AND v.number = a.current_version
            WHERE a.slug = ? FOR UPDATE OF v
            """)
        .param(slug.value())
        .query(Integer.class)
        .optional();
  }

  private LetterOutcome letter(Action before, Draft draft) {
    if (before.letter().texts().equals(draft.texts())) {
      return LetterOutcome.UNCHANGED;
    }
    return isFrozen(before) ? LetterOutcome.NEXT_VERSION : LetterOutcome.REPLACED;
  }

  private boolean isFrozen(Action action) {
    return jdbc.sql(
            "SELECT frozen_at IS NOT NULL FROM letter_version WHERE action_id = ? AND number = ?")
        .params(action.id().value(), action.letter().number())
        .query(Boolean.class)
        .single();
  }

  private static int version(Action before, LetterOutcome letter) {
    int current = before.letter().number();
    return letter == LetterOutcome.NEXT_VERSION ? current + 1 : current;
  }

  private static ActionId newId(Instant now) {
    return new ActionId(UuidCreator.getTimeOrderedEpoch(now));
  }
}
