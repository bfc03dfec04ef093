package org.joinvoices.signing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.Match;
import org.joinvoices.districts.Match.Ambiguous;
import org.joinvoices.districts.Match.Candidate;
import org.joinvoices.districts.Match.Confidence;
import org.joinvoices.districts.Match.How;
import org.joinvoices.districts.Match.Matched;
import org.joinvoices.districts.Match.Unmatched;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.signing.SignatureEvent.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Settles what the address left open: by the supporter's own choice, or by a place they name. */
final class DistrictChoice {

  private record Row(SignatureKey key, SignatureState state, boolean sends, StoredMatch match) {

    /** Before it is counted nothing is sent; afterwards only what was open may be settled. */
    boolean isOpen() {
      return sends && (nothingIsSent() || state == SignatureState.CONFIRMED && !match.isSettled());
    }

    private boolean nothingIsSent() {
      return state == SignatureState.PENDING || state == SignatureState.UNDER_REVIEW;
    }

    /** Once messages to senators may be on their way, the state stands. */
    boolean allows(String homeState) {
      return nothingIsSent() || match.seats().stream().map(Seat::state).allMatch(homeState::equals);
    }
  }

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Districts districts;
  private final CivicClock clock;
  private final EventLog events;
  private final Rematch rematch;

  DistrictChoice(DataSource dataSource, Rematch rematch, Districts districts, CivicClock clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.districts = districts;
    this.clock = clock;
    this.events = new EventLog(jdbc);
    this.rematch = rematch;
  }

  boolean choose(SignatureKey key, Seat house) {
    return transaction.execute(_ -> lock(key).filter(row -> choose(row, house)).isPresent());
  }

  /** Once confirmed and settled, messages may be on their way: only the same choice is fine. */
  private boolean choose(Row row, Seat house) {
    if (!row.isOpen()) {
      return row.state() == SignatureState.CONFIRMED
          && row.match().isSettled()
          && row.match().offers(house)
          && row.match().seats().contains(house);
    }
    boolean offered =
        row.match().offers(house)
            || row.match().isAnywhere() && districts.has(house, clock.today());
    return offered
        && row.allows(house.state())
        && settle(row, house, How.CHOSEN, Confidence.CHOSEN);
  }

  /**
   * Settles by another ZIP code than that of the address, where the address tells of no district.
   */
  Settling byZip(SignatureKey key, Match there) {
    return transaction.execute(
        _ ->
            lock(key)
                .filter(row -> row.isOpen() && row.match().isAnywhere())
                .map(row -> settle(row, there, How.CHOSEN))
                .orElseGet(Settling.Refused::new));
  }

  /** Settles by the place where the supporter is, which is not kept. */
  Settling byPoint(SignatureKey key, Match there) {
    return transaction.execute(
        _ ->
            lock(key)
                .filter(Row::isOpen)
                .filter(row -> row.match().isAnywhere() || !row.match().candidates().isEmpty())
                .map(row -> settle(row, there, How.POINT))
                .orElseGet(Settling.Refused::new));
  }

  private Settling settle(Row row, Match there, How how) {
    return switch (there) {
      case Unmatched nowhere -> new Settling.Nowhere(nowhere.reason());
      case Matched one ->
          found(
              row,
              one.houses().getFirst(),
              how,
              how == How.CHOSEN ? Confidence.CHOSEN : one.confidence());
      case Ambiguous several -> offer(row, several.houses(), several.confidence());
    };
  }

  private Settling found(Row row, Seat house, How how, Confidence sure) {
    if (!row.match().isAnywhere() && !row.match().offers(house)) {
      return offer(row, List.of(house), Confidence.UNDETERMINED);
    }
    return row.allows(house.state()) && settle(row, house, how, sure)
        ? new Settling.Settled()
        : new Settling.Refused();
  }

  /** Those of the place first; those of the address stay. */
  private Settling offer(Row row, List<Seat> there, Confidence sure) {
    if (!there.stream().map(Seat::state).allMatch(row::allows)) {
      return new Settling.Refused();
    }
    List<Seat> before =
        row.match().isAnywhere()
            ? List.of()
            : row.match().candidates().stream().map(Candidate::seat).toList();
    List<Seat> possible = Stream.concat(there.stream(), before.stream()).distinct().toList();
    List<Seat> senators = districts.senatorsOf(possible);
    store(row, senators, row.match().among(senators, possible, sure));
    boolean elsewhere = !before.isEmpty() && there.stream().noneMatch(before::contains);
    return elsewhere ? new Settling.Elsewhere() : new Settling.Several();
  }

  /** What is open is chosen among the districts of today. */
  private Optional<Row> lock(SignatureKey key) {
    rematch.runIfOpen(key);
    return jdbc.sql(
            "SELECT state, act, match FROM signature WHERE action_id = ? AND id = ? FOR UPDATE")
        .params(key.action().value(), key.signature().value())
        .query(
            (row, _) ->
                new Row(
                    key,
                    SignatureState.parse(row.getString("state")),
                    row.getString("act").equals(Act.SEND.word()),
                    StoredMatch.parse(row.getString("match"))))
        .optional();
  }

  private boolean settle(Row row, Seat house, How how, Confidence sure) {
    List<Seat> seats = districts.seatsOf(house, clock.today());
    store(row, seats, row.match().settled(seats, how, sure));
    return true;
  }

  private void store(Row row, List<Seat> seats, StoredMatch match) {
    SignatureKey key = row.key();
    jdbc.sql(
            """
            UPDATE signature SET seats = ?, match = ?::jsonb WHERE action_id = ? AND id = ?
            """)
        .params(
            seats.stream().map(Seat::value).toArray(String[]::new),
            match.json(),
            key.action().value(),
            key.signature().value())
        .update();
    if (row.state() == SignatureState.CONFIRMED) {
      events.append(Kind.DISTRICT_CHOSEN, key, clock.instant());
    }
  }
}
