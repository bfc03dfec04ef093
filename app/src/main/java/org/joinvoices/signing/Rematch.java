package org.joinvoices.signing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

  /** The kind of that mail. */
  public static final String MAIL = "new_district";

  static final String NAME = "signing.rematch";

  private static final int BATCH = 500;

  private static final String LOCK =
      """
      SELECT state, match, signed_at, sealed_contact FROM signature
      WHERE action_id = ? AND id = ? AND act = 'send' AND state IN ('pending', 'confirmed')
        AND sealed_contact IS NOT NULL
      FOR UPDATE
      """;

  /** What nobody has settled yet, and no delivery waits for. */
  private static final String OPEN =
      """
      SELECT action_id, id FROM signature
      WHERE act = 'send' AND state = 'confirmed' AND match->>'how' IS NULL AND (action_id, id) > (?, ?)
      ORDER BY action_id, id LIMIT ?
      """;

  private record Row(SignatureState state, StoredMatch match, Instant signedAt, byte[] contact) {}

  private record Lines(Optional<LocalDate> since, String release) {}

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final TransactionTemplate transaction;
  private final SealedContact sealed;
  private final Districts districts;
  private final CivicClock clock;
  private final EventLog events;
  private Lines seen = new Lines(Optional.empty(), "");

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
   * nor while there is no map for today.
   */
  public void run(SignatureKey key) {
    if (!sealed.isOver(key.action())) {
      transaction.executeWithoutResult(
          _ -> lock(key).filter(this::isDue).ifPresent(row -> again(key, row)));
    }
  }

  /** Once for each change of lines or of civic data: what could not be settled until now. */
  synchronized void runOpen() {
    var now = new Lines(districts.linesSince(clock.today()), districts.release());
    if (!now.equals(seen) && now.since().isPresent()) {
      var last = new SignatureKey(new ActionId(new UUID(0, 0)), new SignatureId(new UUID(0, 0)));
      for (var keys = open(last); !keys.isEmpty(); keys = open(keys.getLast())) {
        keys.forEach(this::run);
      }
      seen = now;
    }
  }

  private List<SignatureKey> open(SignatureKey after) {
    return jdbc.sql(OPEN)
        .params(after.action().value(), after.signature().value(), BATCH)
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
