package org.joinvoices.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.platform.principal.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The door to the audit trail: appends, and reads the newest first. */
public final class AuditTrail {

  private static final String COMMAND_LINE = "command_line";
  private static final String AUTHORS = "authors";
  private static final String PARTNER = "partner";

  private final JdbcClient jdbc;
  private final InstantSource machine;

  /**
   * @param dataSource the very one of the caller's transactions, so that entries are part of them
   * @param machine what entries are dated by
   */
  public AuditTrail(DataSource dataSource, InstantSource machine) {
    this.jdbc = JdbcClient.create(dataSource);
    this.machine = machine;
  }

  /**
   * Appends an entry to the caller's transaction: either both are kept, what was done and that it
   * was done, or neither.
   *
   * @throws IllegalStateException if there is no transaction
   */
  public void append(Actor actor, AuditAct act, UUID subject) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("an audit entry belongs to a transaction");
    }
    jdbc.sql(
            """
            INSERT INTO audit_entry (at, actor, account_id, actor_name, act, subject_id)
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        .param(machine.instant().atOffset(ZoneOffset.UTC))
        .param(kind(actor))
        .param(actor.accountId())
        .param(name(actor))
        .param(act.word())
        .param(subject)
        .update();
  }

  /**
   * The newest entries.
   *
   * @param before only older ones than this number; {@link Long#MAX_VALUE}: from the newest on
   */
  public List<AuditEntry> list(long before, int most) {
    return jdbc.sql(
            """
            SELECT number, at, actor, account_id, actor_name, act, subject_id FROM audit_entry
            WHERE number < ? ORDER BY number DESC LIMIT ?
            """)
        .params(before, most)
        .query(AuditTrail::entry)
        .list();
  }

  private static AuditEntry entry(ResultSet row, int number) throws SQLException {
    return new AuditEntry(
        row.getLong("number"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        actor(row),
        AuditAct.valueOf(row.getString("act").toUpperCase(Locale.ROOT)),
        row.getObject("subject_id", UUID.class));
  }

  private static Actor actor(ResultSet row) throws SQLException {
    return switch (row.getString("actor")) {
      case COMMAND_LINE -> new Actor.CommandLine();
      case AUTHORS -> new Actor.Authors(row.getString("actor_name"));
      case PARTNER -> new Actor.Partner(row.getString("actor_name"));
      default -> new Actor.Person(new AccountId(row.getObject("account_id", UUID.class)));
    };
  }

  private static String kind(Actor actor) {
    return switch (actor) {
      case Actor.Person _ -> "account";
      case Actor.CommandLine _ -> COMMAND_LINE;
      case Actor.Authors _ -> AUTHORS;
      case Actor.Partner _ -> PARTNER;
    };
  }

  private static @Nullable String name(Actor actor) {
    return switch (actor) {
      case Actor.Person _, Actor.CommandLine _ -> null;
      case Actor.Authors(var name) -> name;
      case Actor.Partner(var name) -> name;
    };
  }
}
