package org.joinvoices.coalition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.signing.PartnerId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The links of each letter, of partners and of others, with their numbers. */
public final class SourceLinks {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final AuditTrail audit;
  private final InstantSource clock;

  /**
   * @param clock civic time
   */
  public SourceLinks(DataSource dataSource, AuditTrail audit, InstantSource clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Makes a link.
   *
   * @return false if the letter has one of this name already
   */
  public boolean make(ActionId action, SourceName name, ShownName label, Actor actor) {
    return transaction.execute(
        _ -> {
          boolean made = store(action, name, label, null);
          if (made) {
            audit.append(actor, AuditAct.SOURCE_LINK_MADE, action.value());
          }
          return made;
        });
  }

  /** A partner's own, in the transaction that adds it; false if its name is taken. */
  boolean storeOf(ActionId action, PartnerId partner, Partners.Draft draft) {
    return store(action, draft.word(), draft.name(), partner.value());
  }

  private boolean store(ActionId action, SourceName name, ShownName label, @Nullable UUID partner) {
    return jdbc.sql(
                """
                INSERT INTO source_link (action_id, name, label, partner_id, made_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (action_id, name) DO NOTHING
                """)
            .param(action.value())
            .param(name.value())
            .param(label.value())
            .param(partner)
            .param(clock.instant().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** Those of the letter, the newest first. */
  public List<SourceLink> list(ActionId action) {
    return jdbc.sql(
            """
            SELECT l.name, l.label, l.partner_id, coalesce(sum(c.visits), 0) AS visits, coalesce(sum(c.joined), 0) AS joined
            FROM source_link l LEFT JOIN source_count c ON c.action_id = l.action_id AND c.name = l.name
            WHERE l.action_id = ? GROUP BY l.action_id, l.name ORDER BY l.made_at DESC, l.name
            """)
        .param(action.value())
        .query(SourceLinks::read)
        .list();
  }

  private static SourceLink read(ResultSet row, int number) throws SQLException {
    return new SourceLink(
        new SourceName(row.getString("name")),
        row.getString("label"),
        Optional.ofNullable(row.getObject("partner_id", UUID.class)).map(PartnerId::new),
        row.getLong("visits"),
        row.getLong("joined"));
  }
}
