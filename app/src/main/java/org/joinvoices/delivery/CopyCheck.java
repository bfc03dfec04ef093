package org.joinvoices.delivery;

import com.google.crypto.tink.util.Bytes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.clock.CivicWeek;
import org.joinvoices.signing.Constituent;
import org.joinvoices.signing.OwnWords;
import org.joinvoices.signing.SignatureKey;
import org.joinvoices.signing.SignatureView;
import org.joinvoices.signing.Signatures;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells signers whether the copy they kept of their own words is what was sent: each message is
 * composed anew with it and compared with the imprint that was kept (D11). Nothing of the copy is
 * stored.
 */
public final class CopyCheck {

  /** What is found for one message. */
  public enum Answer {
    SAME,
    OTHER,
    /** It cannot be composed any more as it was, or was never composed here by itself. */
    UNKNOWN
  }

  private record Row(
      Seat seat, Route route, String code, Optional<Bytes> imprint, Optional<Instant> last) {

    static Row read(ResultSet row) throws SQLException {
      return new Row(
          new Seat(row.getString("target")),
          Route.valueOf(row.getString("lane").toUpperCase(Locale.ROOT)),
          row.getString("delivery_code"),
          Optional.ofNullable(row.getBytes("message_hash")).map(Bytes::copyFrom),
          Optional.ofNullable(row.getObject("last", OffsetDateTime.class))
              .map(OffsetDateTime::toInstant));
    }

    /** On which it may have left. */
    Stream<LocalDate> days() {
      return last.map(Row::days).orElse(Stream.of());
    }

    private static Stream<LocalDate> days(Instant at) {
      return CivicWeek.isAllThatIsLeftOf(at)
          ? IntStream.range(0, 7).mapToObj(CivicWeek.of(at).monday()::plusDays)
          : Stream.of(LocalDate.ofInstant(at, CivicClock.CONGRESS));
    }
  }

  private final JdbcClient jdbc;
  private final Signatures signatures;
  private final Map<Route, Lane> lanes = new EnumMap<>(Route.class);

  CopyCheck(DataSource dataSource, Signatures signatures, DeliveryLanes lanes) {
    this.jdbc = JdbcClient.create(dataSource);
    this.signatures = signatures;
    lanes.list().forEach(lane -> this.lanes.put(lane.route(), lane));
  }

  /**
   * One answer for each message that was posted; none where the person is erased.
   *
   * @param copy of the own words, as kept
   */
  public Map<Seat, Answer> check(SignatureView signature, String copy) {
    Map<Seat, Answer> answers = new TreeMap<>();
    signatures
        .findConstituent(signature.key())
        .map(person -> with(person, OwnWords.tidy(copy)))
        .ifPresent(
            person ->
                rows(signature.key())
                    .forEach(row -> answers.put(row.seat(), check(signature, person, row))));
    return answers;
  }

  private static Constituent with(Constituent person, String words) {
    return new Constituent(person.name(), person.email(), person.phone(), person.address(), words);
  }

  private Stream<Row> rows(SignatureKey key) {
    return jdbc
        .sql(
            """
            SELECT d.target, d.lane, d.delivery_code, d.message_hash,
              (SELECT max(a.started_at) FROM delivery_attempt a
               WHERE a.action_id = d.action_id AND a.delivery_id = d.id) AS last
            FROM delivery d
            WHERE d.action_id = ? AND d.signature_id = ? AND d.message_hash IS NOT NULL
            """)
        .params(key.action().value(), key.signature().value())
        .query((row, _) -> Row.read(row))
        .list()
        .stream();
  }

  private Answer check(SignatureView signature, Constituent person, Row row) {
    Lane lane = lanes.get(row.route());
    if (lane == null) {
      return Answer.UNKNOWN;
    }
    boolean same =
        row.days()
            .map(day -> lane.imprint(signature, person, row.seat(), row.code(), day))
            .anyMatch(row.imprint()::equals);
    return same ? Answer.SAME : Answer.OTHER;
  }
}
