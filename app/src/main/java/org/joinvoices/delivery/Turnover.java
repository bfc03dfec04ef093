package org.joinvoices.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.Officeholder;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.signing.Rematch;
import org.joinvoices.signing.SignatureId;
import org.joinvoices.signing.SignatureKey;
import org.joinvoices.signing.SignatureView;
import org.joinvoices.signing.Signatures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps what is not delivered yet in step with who holds which seat and where its district lies.
 * What an office has already, it has: only what waits is planned anew.
 */
final class Turnover {

  static final String NAME = "delivery.turnover";

  private static final Logger LOG = LoggerFactory.getLogger(Turnover.class);

  private static final int BATCH = 200;

  /** Of signatures that were matched before the districts of today came into force. */
  private static final String HOLD_OLD_LINES =
      """
      UPDATE delivery d SET state = 'held', held_reason = 'new_lines', lease_until = NULL
      FROM signature s
      WHERE s.action_id = d.action_id AND s.id = d.signature_id AND substr(d.target, 4, 1) <> 'S' AND d.state = 'queued'
        AND (d.lease_until IS NULL OR d.lease_until <= :now)
        AND coalesce((s.match->>'on')::date, (s.signed_at AT TIME ZONE :zone)::date) < :since
      """;

  private static final String ON_OLD_LINES =
      """
      SELECT action_id, id, signature_id, target FROM delivery
      WHERE state = 'held' AND held_reason = 'new_lines' AND (action_id, id) > (?, ?)
      ORDER BY action_id, id LIMIT ?
      """;

  private static final String GIVEN_UP =
      """
      SELECT d.action_id, d.id, d.signature_id, d.target,
        (SELECT max(a.started_at) FROM delivery_attempt a WHERE a.action_id = d.action_id AND a.delivery_id = d.id)
          AS last_attempt
      FROM delivery d WHERE d.state = 'held' AND d.held_reason = 'retries_exhausted'
      """;

  private static final String QUEUE =
      """
      UPDATE delivery SET state = 'queued', held_reason = NULL, due_at = ?
      WHERE action_id = ? AND id = ? AND state = 'held' AND held_reason = ?
      """;

  private record Waiting(UUID id, SignatureKey signature, Seat seat) {}

  private record GivenUp(Waiting row, LocalDate lastTried) {}

  private record Seen(LocalDate day, String release) {}

  private final JdbcClient jdbc;
  private final Signatures signatures;
  private final Rematch rematch;
  private final Districts districts;
  private final CivicClock clock;
  private final InstantSource machine;
  private Seen last = new Seen(LocalDate.MIN, "");

  Turnover(
      DataSource dataSource,
      Signatures signatures,
      Rematch rematch,
      Districts districts,
      CivicClock clock,
      InstantSource machine) {
    this.jdbc = JdbcClient.create(dataSource);
    this.signatures = signatures;
    this.rematch = rematch;
    this.districts = districts;
    this.clock = clock;
    this.machine = machine;
  }

  /**
   * Why nothing may go to the seat for this signature today: nobody is there, or another seat is.
   */
  static Optional<String> obstacle(
      SignatureView view, Seat seat, Districts districts, LocalDate today) {
    if (!seat.isSenate() && view.isMatchOutdated(districts, today)) {
      return Optional.of(HeldReason.NEW_LINES);
    }
    return districts.officeholder(seat, today).isEmpty()
        ? Optional.of(HeldReason.VACANT_SEAT)
        : Optional.empty();
  }

  /** Who is there and where lines run changes with the civic day, or with newer data of it. */
  synchronized void run() {
    LocalDate today = clock.today();
    var now = new Seen(today, districts.release());
    if (!now.equals(last)) {
      holdOldLines(today);
      queueForSuccessors(today);
      last = now;
    }
    if (districts.covers(today)) {
      var next = onOldLines(new UUID(0, 0), new UUID(0, 0));
      while (!next.isEmpty()) {
        next.forEach(waiting -> tryAnew(waiting, today));
        var last = next.getLast();
        next = onOldLines(last.signature().action().value(), last.id());
      }
    }
  }

  /** One that fails does not stop the others. */
  private void tryAnew(Waiting waiting, LocalDate today) {
    try {
      findAnew(waiting, today);
    } catch (RuntimeException e) {
      LOG.warn("delivery {} cannot be planned anew: {}", waiting.id(), e.getClass().getName());
    }
  }

  /** The worker would see it too, but only when their turn comes; signers are told now. */
  private void holdOldLines(LocalDate today) {
    jdbc.sql(HOLD_OLD_LINES)
        .param("now", utc(machine.instant()))
        .param("zone", CivicClock.CONGRESS.getId())
        .param("since", districts.linesSince(today).orElse(LocalDate.MAX))
        .update();
  }

  /** Where the seat is another one now, the planner hears of it and withdraws this row. */
  private void findAnew(Waiting waiting, LocalDate today) {
    rematch.run(waiting.signature());
    signatures
        .find(waiting.signature())
        .filter(view -> !view.isMatchOutdated(districts, today))
        .filter(view -> view.writesTo().contains(waiting.seat()))
        .ifPresent(_ -> queue(waiting, HeldReason.NEW_LINES));
  }

  /** A predecessor's office did not answer; the successor's has not been asked. */
  private void queueForSuccessors(LocalDate today) {
    givenUp().stream()
        .filter(one -> isSucceeded(one.row().seat(), one.lastTried(), today))
        .forEach(one -> queue(one.row(), HeldReason.RETRIES_EXHAUSTED));
  }

  private boolean isSucceeded(Seat seat, LocalDate lastTried, LocalDate today) {
    Optional<String> now = districts.officeholder(seat, today).map(Officeholder::bioguide);
    return now.isPresent()
        && !now.equals(districts.officeholder(seat, lastTried).map(Officeholder::bioguide));
  }

  private void queue(Waiting row, String reason) {
    jdbc.sql(QUEUE)
        .params(utc(machine.instant()), row.signature().action().value(), row.id(), reason)
        .update();
  }

  private List<Waiting> onOldLines(UUID afterAction, UUID afterRow) {
    return jdbc.sql(ON_OLD_LINES)
        .params(afterAction, afterRow, BATCH)
        .query((row, _) -> waiting(row))
        .list();
  }

  private List<GivenUp> givenUp() {
    return jdbc.sql(GIVEN_UP)
        .query(
            (row, _) ->
                new GivenUp(
                    waiting(row),
                    row.getObject("last_attempt", OffsetDateTime.class)
                        .atZoneSameInstant(CivicClock.CONGRESS)
                        .toLocalDate()))
        .list();
  }

  private static Waiting waiting(ResultSet row) throws SQLException {
    return new Waiting(
        row.getObject("id", UUID.class),
        new SignatureKey(
            new ActionId(row.getObject("action_id", UUID.class)),
            new SignatureId(row.getObject("signature_id", UUID.class))),
        new Seat(row.getString("target")));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
