package org.joinvoices.authors;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.principal.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Pauses that authors ask for: one at a time for each letter, until it is answered. */
public final class PauseRequests {

  private static final String REASON = "pause_request.reason";
  private static final String ANSWER = "pause_request.answer";

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Vault vault;
  private final AuditTrail audit;
  private final InstantSource clock;

  /**
   * @param clock civic time
   * @param machine time of the audit trail
   */
  public PauseRequests(
      DataSource dataSource, Vault vault, InstantSource clock, InstantSource machine) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.vault = vault;
    this.audit = new AuditTrail(dataSource, machine);
    this.clock = clock;
  }

  /** The last one, whatever became of it. */
  public Optional<PauseRequest> latest(ActionId action) {
    return jdbc.sql(
            """
            SELECT action_id, id, sealed_reason, asked_at, ended_at, sealed_answer FROM pause_request
            WHERE action_id = ? ORDER BY id DESC LIMIT 1
            """)
        .param(action.value())
        .query(this::request)
        .optional();
  }

  /** Whether one waits for an answer. */
  public boolean isWaiting(ActionId action) {
    return jdbc.sql(
            "SELECT EXISTS (SELECT FROM pause_request WHERE action_id = ? AND ended_at IS NULL)")
        .param(action.value())
        .query(Boolean.class)
        .single();
  }

  /**
   * Ends one that waits, with a sentence that the authors see; the audit trail has it.
   *
   * @return false if it does not wait any more, or the letter's key is destroyed
   */
  public boolean answer(ActionId action, UUID id, String answer, AccountId owner) {
    if (vault.isDestroyed(action.value())) {
      return false;
    }
    byte[] sealed = vault.seal(action.value(), answer.getBytes(UTF_8), context(id, ANSWER));
    return Boolean.TRUE.equals(
        transaction.execute(
            _ -> {
              boolean answered = end(action, id, sealed, owner);
              if (answered) {
                audit.append(new Actor.Person(owner), AuditAct.PAUSE_ANSWERED, action.value());
              }
              return answered;
            }));
  }

  private boolean end(ActionId action, UUID id, byte[] sealedAnswer, AccountId owner) {
    return jdbc.sql(
                """
                UPDATE pause_request SET ended_at = ?, sealed_answer = ?, answered_by = ?
                WHERE action_id = ? AND id = ? AND ended_at IS NULL
                """)
            .params(
                clock.instant().atOffset(ZoneOffset.UTC),
                sealedAnswer,
                owner.value(),
                action.value(),
                id)
            .update()
        == 1;
  }

  /** False if one waits already. */
  boolean ask(ActionId action, String reason) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    return jdbc.sql(
                """
                INSERT INTO pause_request (action_id, id, sealed_reason, asked_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (action_id) WHERE ended_at IS NULL DO NOTHING
                """)
            .params(
                action.value(),
                id,
                vault.seal(action.value(), reason.getBytes(UTF_8), context(id, REASON)),
                clock.instant().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** False if none waits. */
  boolean takeBack(ActionId action) {
    return jdbc.sql(
                "UPDATE pause_request SET ended_at = ? WHERE action_id = ? AND ended_at IS NULL")
            .params(clock.instant().atOffset(ZoneOffset.UTC), action.value())
            .update()
        == 1;
  }

  private PauseRequest request(ResultSet row, int number) throws SQLException {
    UUID action = row.getObject("action_id", UUID.class);
    UUID id = row.getObject("id", UUID.class);
    return new PauseRequest(
        id,
        open(action, row.getBytes("sealed_reason"), context(id, REASON)),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.getBytes("sealed_answer"))
            .map(bytes -> open(action, bytes, context(id, ANSWER))));
  }

  private String open(UUID action, byte[] sealed, byte[] context) {
    return vault.isDestroyed(action) ? "" : new String(vault.open(action, sealed, context), UTF_8);
  }

  private static byte[] context(UUID id, String what) {
    return (what + ":" + id).getBytes(UTF_8);
  }
}
