package org.joinvoices.signing;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.action.Action;
import org.joinvoices.action.Actions;
import org.joinvoices.signing.ConfirmOutcome.AlreadyCounted;
import org.joinvoices.signing.ConfirmOutcome.Confirmed;
import org.joinvoices.signing.ConfirmOutcome.Expired;
import org.joinvoices.signing.ConfirmOutcome.MailboxTaken;
import org.joinvoices.signing.ConfirmOutcome.Unknown;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Turns a pending signature into a counted one, by the rules of design decision D8. */
final class Confirmation {

  /** How long a link or code is good for. */
  static final Duration LIFETIME = Kept.UNCONFIRMED;

  /** Ten tries at forty bits: nobody gets in by guessing, and typing errors are forgiven. */
  static final int CODE_TRIES = 10;

  private static final int PEOPLE_PER_MAILBOX = 2;

  // Arrays, hence not a record: rows live only within one transaction.
  private static final class Candidate {
    final UUID id;
    final SignatureState state;
    final boolean muted;
    final byte @Nullable [] mailbox;
    final byte @Nullable [] person;
    final byte @Nullable [] household;
    final Instant signedAt;

    Candidate(ResultSet row, int number) throws SQLException {
      id = row.getObject("id", UUID.class);
      state = SignatureState.parse(row.getString("state"));
      muted = row.getBoolean("muted");
      mailbox = row.getBytes("mailbox_hash");
      person = row.getBytes("person_hash");
      household = row.getBytes("household_hash");
      signedAt = row.getObject("signed_at", OffsetDateTime.class).toInstant();
    }

    boolean isSamePerson(Candidate other) {
      return Arrays.equals(person, other.person);
    }

    boolean sharesHousehold(Candidate other) {
      return household != null && Arrays.equals(household, other.household);
    }
  }

  private static final String SELECT =
      """
      SELECT id, state, muted, mailbox_hash, person_hash, household_hash, signed_at FROM signature
      """;

  /**
   * Finds by the mailbox alone: see V0009 on what a plan made for an empty table does with more.
   */
  static final String COUNTED_FROM =
      """
      WITH found AS MATERIALIZED (%s WHERE action_id = ? AND mailbox_hash = ?)
      SELECT * FROM found WHERE state = 'confirmed' ORDER BY id
      """
          .formatted(SELECT);

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Actions actions;
  private final InstantSource clock;
  private final EventLog events;

  Confirmation(DataSource dataSource, Actions actions, InstantSource clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.actions = actions;
    this.clock = clock;
    this.events = new EventLog(jdbc);
  }

  ConfirmOutcome confirm(SignatureKey key) {
    // Read before, not within: who holds a connection must not wait for another.
    Action action = actions.get(key.action());
    return transaction.execute(
        _ -> lock(key).map(row -> settle(key, row, action)).orElse(new Unknown()));
  }

  /**
   * Counts one typing of the short code before it is compared, so that many tries at once, on any
   * node, gain nothing. False when there have been too many or there is nothing to confirm.
   */
  boolean countTry(SignatureKey key) {
    return jdbc.sql(
                """
                UPDATE signature SET code_tries = code_tries + 1
                WHERE action_id = ? AND id = ? AND state IN ('pending', 'confirmed') AND NOT muted
                  AND code_tries < ?
                """)
            .params(key.action().value(), key.signature().value(), CODE_TRIES)
            .update()
        == 1;
  }

  private Optional<Candidate> lock(SignatureKey key) {
    return jdbc.sql(SELECT + "WHERE action_id = ? AND id = ? FOR UPDATE")
        .params(key.action().value(), key.signature().value())
        .query(Candidate::new)
        .optional();
  }

  private ConfirmOutcome settle(SignatureKey key, Candidate row, Action action) {
    return switch (row.state) {
      case CONFIRMED -> new AlreadyCounted(key);
      case WITHDRAWN, INVALIDATED -> new Unknown();
      case PENDING -> row.muted ? new Unknown() : settlePending(key, row, action);
    };
  }

  private ConfirmOutcome settlePending(SignatureKey key, Candidate row, Action action) {
    Instant now = clock.instant();
    boolean inTime = now.isBefore(row.signedAt.plus(LIFETIME));
    if (!inTime || row.mailbox == null || !action.openAt(now)) {
      return new Expired();
    }
    List<Candidate> counted = countedFrom(key, row);
    Optional<Candidate> samePerson = counted.stream().filter(row::isSamePerson).findFirst();
    if (samePerson.isPresent()) {
      return new AlreadyCounted(
          new SignatureKey(key.action(), new SignatureId(samePerson.get().id)));
    }
    if (counted.size() >= PEOPLE_PER_MAILBOX || !counted.stream().allMatch(row::sharesHousehold)) {
      return new MailboxTaken();
    }
    count(key, now);
    return new Confirmed(key);
  }

  /** Those counted from one mailbox; nobody else confirms from it until this transaction ends. */
  private List<Candidate> countedFrom(SignatureKey key, Candidate row) {
    byte[] mailbox = Objects.requireNonNull(row.mailbox);
    jdbc.sql("SELECT pg_advisory_xact_lock(?)")
        .param(ByteBuffer.wrap(mailbox).getLong())
        .query()
        .listOfRows();
    return jdbc.sql(COUNTED_FROM)
        .params(key.action().value(), mailbox)
        .query(Candidate::new)
        .list();
  }

  private void count(SignatureKey key, Instant now) {
    jdbc.sql(
            """
            UPDATE signature SET state = 'confirmed', confirmed_at = ? WHERE action_id = ? AND id = ?
            """)
        .params(now.atOffset(ZoneOffset.UTC), key.action().value(), key.signature().value())
        .update();
    events.append(SignatureEvent.Kind.CONFIRMED, key, now);
  }
}
