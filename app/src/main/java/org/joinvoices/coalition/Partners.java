package org.joinvoices.coalition;

import com.github.f4b6a3.uuid.UuidCreator;
import com.google.crypto.tink.util.Bytes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.signing.Partner;
import org.joinvoices.signing.PartnerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The organizations of each letter. What one is called never changes, because people say yes to it
 * by that name: one that is to be called otherwise ends, and begins anew.
 */
public final class Partners {

  /** Where logos are served, by their hash. */
  public static final String LOGOS = "/logos/";

  private static final String COLUMNS =
      """
      SELECT id, word, name, website, logo_sha256, logo_width, logo_height, added_at, ended_at FROM partner
      """;

  /**
   * What is told of a new partner.
   *
   * @param word its short name in addresses
   */
  public record Draft(
      ShownName name, SourceName word, Website website, Optional<LogoPicture> logo) {}

  /** What came of adding one. */
  public sealed interface Added {

    record Joined(Partner partner) implements Added {}

    /** Another partner or link of the letter has the short name, or had it. */
    record WordTaken() implements Added {}
  }

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final SourceLinks links;
  private final AuditTrail audit;
  private final InstantSource clock;

  /**
   * @param clock civic time
   */
  public Partners(DataSource dataSource, SourceLinks links, AuditTrail audit, InstantSource clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.links = links;
    this.audit = audit;
    this.clock = clock;
  }

  /** Adds a partner with its own link. */
  public Added add(ActionId action, Draft draft, Actor actor) {
    return transaction.execute(
        status -> {
          var id = new PartnerId(UuidCreator.getTimeOrderedEpoch());
          if (insert(action, id, draft) == 0 || !links.storeOf(action, id, draft)) {
            status.setRollbackOnly();
            return new Added.WordTaken();
          }
          audit.append(actor, AuditAct.PARTNER_ADDED, action.value());
          return new Added.Joined(find(action, id).orElseThrow().partner());
        });
  }

  private int insert(ActionId action, PartnerId id, Draft draft) {
    return jdbc.sql(
            """
            INSERT INTO partner (action_id, id, word, name, website, logo, logo_sha256, logo_width, logo_height, added_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (action_id, word) DO NOTHING
            """)
        .param(action.value())
        .param(id.value())
        .param(draft.word().value())
        .param(draft.name().value())
        .param(draft.website().value())
        .param(draft.logo().map(logo -> logo.png().toByteArray()).orElse(null))
        .param(draft.logo().map(LogoPicture::sha256).orElse(null))
        .param(draft.logo().map(LogoPicture::width).orElse(null))
        .param(draft.logo().map(LogoPicture::height).orElse(null))
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /**
   * Ends a partnership: its page leads to the letter, its box is gone, links to its list open
   * nothing more.
   *
   * @return false if there is no such partner, or it has left already
   */
  public boolean end(ActionId action, PartnerId partner, Actor actor) {
    return transaction.execute(
        _ -> {
          int ended =
              jdbc.sql(
                      "UPDATE partner SET ended_at = ? WHERE action_id = ? AND id = ? AND ended_at IS NULL")
                  .params(clock.instant().atOffset(ZoneOffset.UTC), action.value(), partner.value())
                  .update();
          if (ended == 1) {
            audit.append(actor, AuditAct.PARTNER_ENDED, action.value());
          }
          return ended == 1;
        });
  }

  /** Those of the letter, who have left too, the first of them first. */
  public List<Partnership> list(ActionId action) {
    return jdbc.sql(COLUMNS + "WHERE action_id = ? ORDER BY added_at, id")
        .param(action.value())
        .query(Partners::read)
        .list();
  }

  public Optional<Partnership> find(ActionId action, PartnerId partner) {
    return jdbc.sql(COLUMNS + "WHERE action_id = ? AND id = ?")
        .params(action.value(), partner.value())
        .query(Partners::read)
        .optional();
  }

  /** A logo as PNG, as long as a partner has it. */
  public Optional<Bytes> logo(String sha256) {
    return jdbc.sql("SELECT logo FROM partner WHERE logo_sha256 = ? AND ended_at IS NULL LIMIT 1")
        .param(sha256)
        .query(byte[].class)
        .optional()
        .map(Bytes::copyFrom);
  }

  private static Partnership read(ResultSet row, int number) throws SQLException {
    String hash = row.getString("logo_sha256");
    Optional<Partner.Logo> logo =
        hash == null
            ? Optional.empty()
            : Optional.of(
                new Partner.Logo(
                    LOGOS + hash + ".png", row.getInt("logo_width"), row.getInt("logo_height")));
    return new Partnership(
        new Partner(
            new PartnerId(row.getObject("id", UUID.class)),
            row.getString("word"),
            row.getString("name"),
            row.getString("website"),
            logo),
        row.getObject("added_at", OffsetDateTime.class).toInstant(),
        ended(row));
  }

  private static Optional<Instant> ended(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
