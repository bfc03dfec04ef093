package org.joinvoices.signing;

import static java.time.temporal.ChronoUnit.HOURS;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.Match;
import org.joinvoices.districts.Match.Candidate;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.mail.MailQueue;
import org.joinvoices.signing.SignatureEvent.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds the seats of a signature anew once House districts have other lines than those it was
 * matched on. What was found before is kept beside the new; where a district that was known must
 * now be chosen, its signer is told by mail.
 */
public final class Rematch {

  private static final Logger LOG = LoggerFactory.getLogger(Rematch.class);

  /** The kind of that mail. */
  public static final String MAIL = "new_district";

  static final String NAME = "signing.rematch";

  private static final int BATCH = 500;

  private static final String LOCK =
      """
      SELECT state, match, signed_at, sealed_contact FROM signature
      WHERE action_id = ? AND id = ? AND act = 'send' AND state IN ('pending', 'under_review', 'confirmed')
        AND sealed_contact IS NOT NULL
      FOR UPDATE
      """;

  /** What nobody has settled yet, and no delivery waits for, of other lines than today's. */
  private static final String OPEN =
      """
      SELECT action_id, id FROM signature
      WHERE act = 'send' AND state IN ('pending', 'under_review', 'confirmed') AND match->>'how' IS NULL
        AND (match->>'reason' = 'DATE_OUT_OF_RANGE'
             OR coalesce((match->>'on')::date, (signed_at AT TIME ZONE :zone)::date) < :since)
        AND (action_id, id) > (:action, :id)
      ORDER BY action_id, id LIMIT :batch
      """;

  private record Row(SignatureState state, StoredMatch match, Instant signedAt, byte[] contact) {

    /** Nothing can have been sent to a House member by it. */
    boolean isOpen() {
      return state != SignatureState.CONFIRMED || !match.isSettled();
    }
  }

  /**
   * What there is to look for anew; by the hour too, for what was signed on another node meanwhile.
   */
  private record Lines(LocalDate since, String release, Instant hour) {}

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final TransactionTemplate transaction;
  private final SealedContact sealed;
  private final Districts districts;
  private final CivicClock clock;
  private final EventLog events;
  private Lines seen = new Lines(LocalDate.MIN, "", Instant.MIN);

  public Rematch(DataSource dataSource, Vault vault, Districts districts, CivicClock clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.template = new JdbcTemplate(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.sealed = new SealedContact(vault);
    this.districts = districts;
    this.clock = clock;
    this.events = new EventLog(jdbc);
  }

  /**
   * Matches the signature on the map of today if it was matched on another; does nothing to others,
   * nor while there is no map for today. Only for whose message to the House still waits: who has
   * written to one member does not write to another.
   */
  public void run(SignatureKey key) {
    run(key, this::isDue);
  }

  /** As {@link #run}, but leaves alone what is settled and confirmed. */
  void runIfOpen(SignatureKey key) {
    run(key, row -> row.isOpen() && isDue(row));
  }

  private void run(SignatureKey key, Predicate<Row> due) {
    if (!sealed.isOver(key.action())) {
      transaction.executeWithoutResult(
          _ -> lock(key).filter(due).ifPresent(row -> again(key, row)));
    }
  }

  /** What could not be settled until lines or civic data changed. */
  synchronized void runOpen() {
    districts
        .linesSince(clock.today())
        .map(since -> new Lines(since, districts.release(), clock.instant().truncatedTo(HOURS)))
        .filter(lines -> !lines.equals(seen))
        .ifPresent(this::runOpen);
  }

  private void runOpen(Lines now) {
    var last = new SignatureKey(new ActionId(new UUID(0, 0)), new SignatureId(new UUID(0, 0)));
    for (var keys = open(now, last); !keys.isEmpty(); keys = open(now, keys.getLast())) {
      keys.forEach(this::tryIfOpen);
    }
    seen = now;
  }

  /** One that fails does not stop the others. */
  private void tryIfOpen(SignatureKey key) {
    try {
      runIfOpen(key);
    } catch (RuntimeException e) {
      LOG.warn("signature {} cannot be matched again: {}", key.signature(), e.getClass().getName());
    }
  }

  private List<SignatureKey> open(Lines now, SignatureKey after) {
    return jdbc.sql(OPEN)
        .param("zone", CivicClock.CONGRESS.getId())
        .param("since", now.since())
        .param("action", after.action().value())
        .param("id", after.signature().value())
        .param("batch", BATCH)
        .query(
            (row, _) ->
                new SignatureKey(
                    new ActionId(row.getObject("action_id", UUID.class)),
                    new SignatureId(row.getObject("id", UUID.class))))
        .list();
  }

  private Optional<Row> lock(SignatureKey key) {
    return jdbc.sql(LOCK)
        .params(key.action().value(), key.signature().value())
        .query((row, _) -> row(row))
        .optional();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        SignatureState.parse(row.getString("state")),
        StoredMatch.parse(row.getString("match")),
        Signatures.instant(row, "signed_at").orElseThrow(),
        row.getBytes("sealed_contact"));
  }

  private boolean isDue(Row row) {
    return districts.covers(clock.today())
        && row.match().isOutdated(row.signedAt(), districts, clock.today());
  }

  private void again(SignatureKey key, Row row) {
    LocalDate today = clock.today();
    LocalDate before = row.match().day(row.signedAt());
    StoredMatch now =
        row.match()
            .again(
                match(key, row, today),
                today,
                seat -> districts.isUnmoved(seat, before, today),
                state ->
                    districts.districtsOf(state, today).stream().map(Candidate::seat).toList());
    jdbc.sql("UPDATE signature SET seats = ?, match = ?::jsonb WHERE action_id = ? AND id = ?")
        .params(
            now.seats().stream().map(Seat::value).toArray(String[]::new),
            now.json(),
            key.action().value(),
            key.signature().value())
        .update();
    if (row.state() == SignatureState.CONFIRMED) {
      events.append(Kind.MATCHED_AGAIN, key, clock.instant());
      if (row.match().isSettled() && !now.isSettled()) {
        tell(key);
      }
    }
  }

  private Match match(SignatureKey key, Row row, LocalDate today) {
    PostalAddress address = sealed.openContact(key, row.contact()).address();
    return districts.match(address.postalCode(), address.region(), address.country(), today);
  }

  private void tell(SignatureKey key) {
    var mail = new MailQueue.Item(MAIL, key.action().value(), key.signature().value());
    template.execute(
        (ConnectionCallback<Boolean>)
            connection -> {
              MailQueue.enqueue(connection, List.of(mail), clock.instant());
              return true;
            });
  }
}
