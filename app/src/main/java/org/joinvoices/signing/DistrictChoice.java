package org.joinvoices.signing;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.signing.SignatureEvent.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Settles an ambiguous match by the supporter's own choice. */
final class DistrictChoice {

  private record Row(SignatureState state, boolean sends, StoredMatch match) {}

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Districts districts;
  private final CivicClock clock;
  private final EventLog events;
  private final Rematch rematch;

  DistrictChoice(DataSource dataSource, Rematch rematch, Districts districts, CivicClock clock) {
    this.rematch = rematch;
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.districts = districts;
    this.clock = clock;
    this.events = new EventLog(jdbc);
  }

  boolean choose(SignatureKey key, Seat house) {
    rematch.run(key); // what is chosen among must be of today
    return transaction.execute(
        _ -> lock(key).filter(row -> row.sends() && choose(key, row, house)).isPresent());
  }

  /** Once confirmed and settled, messages may be on their way: only the same choice is fine. */
  private boolean choose(SignatureKey key, Row row, Seat house) {
    if (!row.match().offers(house)) {
      return false;
    }
    return switch (row.state()) {
      case PENDING -> store(key, row, house);
      case CONFIRMED ->
          row.match().isSettled()
              ? row.match().seats().contains(house)
              : store(key, row, house) && tell(key);
      case WITHDRAWN, INVALIDATED -> false;
    };
  }

  private Optional<Row> lock(SignatureKey key) {
    return jdbc.sql(
            "SELECT state, act, match FROM signature WHERE action_id = ? AND id = ? FOR UPDATE")
        .params(key.action().value(), key.signature().value())
        .query(
            (row, _) ->
                new Row(
                    SignatureState.parse(row.getString("state")),
                    row.getString("act").equals(Act.SEND.word()),
                    StoredMatch.parse(row.getString("match"))))
        .optional();
  }

  private boolean store(SignatureKey key, Row row, Seat house) {
    List<Seat> seats = districts.seatsOf(house, clock.today());
    jdbc.sql(
            """
            UPDATE signature SET seats = ?, match = ?::jsonb WHERE action_id = ? AND id = ?
            """)
        .params(
            seats.stream().map(Seat::value).toArray(String[]::new),
            row.match().chosen(seats).json(),
            key.action().value(),
            key.signature().value())
        .update();
    return true;
  }

  private boolean tell(SignatureKey key) {
    events.append(Kind.DISTRICT_CHOSEN, key, clock.instant());
    return true;
  }
}
