package org.joinvoices.signing;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.signing.SignatureEvent.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The ways out: refuse, withdraw, erase. Each change and its event are one transaction. */
final class Ending {

  private static final String BLANK =
      """
      UPDATE signature SET %s, erased_at = ?
      WHERE action_id = ? AND id = ? AND erased_at IS NULL
      """
          .formatted(PersonColumns.BLANK);

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final InstantSource clock;
  private final SealedContact sealed;
  private final Suppression suppression;
  private final EventLog events;

  Ending(
      DataSource dataSource, InstantSource clock, SealedContact sealed, Fingerprints fingerprints) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.clock = clock;
    this.sealed = sealed;
    this.suppression = new Suppression(jdbc, fingerprints);
    this.events = new EventLog(jdbc);
  }

  /**
   * What is left tells that a signature was refused and when, and nothing of anybody.
   *
   * @return true if it is refused now, by this call or an earlier one
   */
  boolean refuse(SignatureKey key) {
    return transaction.execute(_ -> lock(key).filter(state -> refuse(key, state)).isPresent());
  }

  private boolean refuse(SignatureKey key, SignatureState state) {
    if (state == SignatureState.PENDING || wasTakenOutPending(key)) {
      if (!sealed.isOver(key.action())) {
        suppressMailbox(key);
      }
      doubtSheet(key);
      jdbc.sql("DELETE FROM consent WHERE action_id = ? AND signature_id = ?")
          .params(key.action().value(), key.signature().value())
          .update();
      end(key, SignatureState.INVALIDATED, clock.instant());
      blank(key, clock.instant());
    }
    return state == SignatureState.PENDING || state == SignatureState.INVALIDATED;
  }

  /** Of what organizers took out before anybody confirmed it, the mailbox may still say so. */
  private boolean wasTakenOutPending(SignatureKey key) {
    return jdbc.sql(
            """
            SELECT count(*) = 1 FROM signature
            WHERE action_id = ? AND id = ? AND erased_at IS NULL AND state = 'invalidated' AND state_before = 'pending'
            """)
        .params(key.action().value(), key.signature().value())
        .query(Boolean.class)
        .single();
  }

  /**
   * Whoever owns the mailbox that a sheet names did not sign it: either the address was misread or
   * the witness was wrong. A person has to look at the sheet before its row counts again.
   */
  private void doubtSheet(SignatureKey key) {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    List<UUID> doubted =
        jdbc.sql(
                """
                UPDATE signature s SET state = 'under_review', flags = array_append(s.flags, ?), review_since = ?,
                  ended_at = coalesce(s.ended_at, ?)
                FROM signature asked
                WHERE asked.action_id = ? AND asked.id = ? AND asked.source = 'sheet_mail'
                  AND s.action_id = asked.action_id AND s.import_id = asked.import_id
                  AND s.mailbox_hash = asked.mailbox_hash AND s.person_hash = asked.person_hash
                  AND s.source = 'sheet' AND s.state = 'confirmed'
                RETURNING s.id
                """)
            .params(Flag.NOT_ME.word(), now, now, key.action().value(), key.signature().value())
            .query(UUID.class)
            .list();
    doubted.forEach(
        id ->
            events.append(
                Kind.INVALIDATED,
                new SignatureKey(key.action(), new SignatureId(id)),
                clock.instant()));
  }

  void withdraw(SignatureKey key) {
    transaction.executeWithoutResult(
        _ -> lock(key).ifPresent(state -> withdraw(key, state, clock.instant())));
  }

  void erase(SignatureKey key) {
    transaction.executeWithoutResult(
        _ -> lock(key).ifPresent(state -> erase(key, state, clock.instant())));
  }

  private Optional<SignatureState> lock(SignatureKey key) {
    return jdbc.sql("SELECT state FROM signature WHERE action_id = ? AND id = ? FOR UPDATE")
        .params(key.action().value(), key.signature().value())
        .query(String.class)
        .optional()
        .map(SignatureState::parse);
  }

  /** An event only where one said that it counts: a pending signature leaves as it came. */
  private void withdraw(SignatureKey key, SignatureState state, Instant now) {
    endPartners(key);
    switch (state) {
      case PENDING, UNDER_REVIEW -> end(key, SignatureState.WITHDRAWN, now);
      case CONFIRMED -> {
        end(key, SignatureState.WITHDRAWN, now);
        events.append(Kind.WITHDRAWN, key, now);
      }
      case WITHDRAWN, INVALIDATED -> {}
    }
  }

  private void erase(SignatureKey key, SignatureState state, Instant now) {
    withdraw(key, state, now);
    if (blank(key, now) && wasCounted(key)) {
      events.append(Kind.ERASED, key, now);
    }
  }

  /** A yes to a partner is for those who stand by the letter. */
  private void endPartners(SignatureKey key) {
    jdbc.sql("DELETE FROM consent WHERE action_id = ? AND signature_id = ? AND kind = 'partner'")
        .params(key.action().value(), key.signature().value())
        .update();
  }

  private boolean wasCounted(SignatureKey key) {
    return jdbc.sql("SELECT confirmed_at IS NOT NULL FROM signature WHERE action_id = ? AND id = ?")
        .params(key.action().value(), key.signature().value())
        .query(Boolean.class)
        .single();
  }

  private void end(SignatureKey key, SignatureState state, Instant now) {
    jdbc.sql("UPDATE signature SET state = ?, ended_at = ? WHERE action_id = ? AND id = ?")
        .params(
            state.word(),
            now.atOffset(ZoneOffset.UTC),
            key.action().value(),
            key.signature().value())
        .update();
  }

  private boolean blank(SignatureKey key, Instant now) {
    return jdbc.sql(BLANK)
            .params(now.atOffset(ZoneOffset.UTC), key.action().value(), key.signature().value())
            .update()
        == 1;
  }

  private void suppressMailbox(SignatureKey key) {
    jdbc.sql(
            """
            SELECT sealed_contact FROM signature WHERE action_id = ? AND id = ? AND sealed_contact IS NOT NULL
            """)
        .params(key.action().value(), key.signature().value())
        .query(byte[].class)
        .optional()
        .ifPresent(
            contact -> suppression.add(sealed.openContact(key, contact).email(), clock.instant()));
  }
}
