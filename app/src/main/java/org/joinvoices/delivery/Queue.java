package org.joinvoices.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.Officeholder;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.clock.CivicClock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** All messages of one letter as organizers see them: how many stand where, and which those are. */
public final class Queue {

  /** Of one message, the last ones. */
  public static final int MOST_ATTEMPTS = 20;

  private static final int FETCH = 1_000;

  private static final Comparator<QueueCell> SENATORS_FIRST =
      Comparator.comparing((QueueCell cell) -> !cell.seat().isSenate())
          .thenComparing(QueueCell::seat)
          .thenComparing(QueueCell::state)
          .thenComparing(QueueCell::route)
          .thenComparing(cell -> cell.reason().orElse(""));

  /** Weeks are those of Washington. */
  private static final String EXPORT =
      """
      WITH message AS (
        SELECT d.delivery_code, d.target, d.channel, d.state, coalesce(d.held_reason, '') AS reason,
          ((civic_week(d.created_at) AT TIME ZONE 'America/New_York')::date)::text AS planned, a.attempts,
          coalesce(((civic_week(a.last_at) AT TIME ZONE 'America/New_York')::date)::text, '') AS last_week,
          coalesce(a.last_code, '') AS last_code
        FROM delivery d CROSS JOIN LATERAL (
          SELECT count(*) AS attempts, max(t.started_at) AS last_at,
            (array_agg(t.code ORDER BY t.attempt_no DESC))[1] AS last_code
          FROM delivery_attempt t WHERE t.action_id = d.action_id AND t.delivery_id = d.id) a
        WHERE d.action_id = ?)
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate streaming;
  private final TransactionTemplate reading;
  private final Districts districts;
  private final CivicClock clock;

  Queue(DataSource dataSource, Districts districts, CivicClock clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.streaming = new JdbcTemplate(dataSource);
    this.streaming.setFetchSize(FETCH);
    this.reading = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.reading.setReadOnly(true);
    this.districts = districts;
    this.clock = clock;
  }

  /** How many messages stand where, office by office, senators first. */
  public List<QueueCell> cells(QueueScope scope) {
    return cells(scope, EnumSet.allOf(DeliveryState.class));
  }

  /** The same of some states: those that wait for people are found without reading the others. */
  public List<QueueCell> cells(QueueScope scope, Set<DeliveryState> states) {
    LocalDate today = clock.today();
    return jdbc
        .sql(
            """
            SELECT d.target, d.lane, d.state, d.held_reason, count(*) AS messages, min(d.created_at) AS oldest
            FROM delivery d WHERE %s%s GROUP BY d.target, d.lane, d.state, d.held_reason
            """
                .formatted(scope.condition(), among(states)))
        .params(scope.parameters())
        .query((row, _) -> cell(row, today))
        .list()
        .stream()
        .sorted(SENATORS_FIRST)
        .toList();
  }

  private static String among(Set<DeliveryState> states) {
    return states.size() == DeliveryState.values().length
        ? ""
        : " AND d.state IN ('"
            + String.join("', '", states.stream().map(DeliveryState::word).sorted().toList())
            + "')";
  }

  private QueueCell cell(ResultSet row, LocalDate today) throws SQLException {
    Seat seat = new Seat(row.getString("target"));
    return new QueueCell(
        seat,
        districts.officeholder(seat, today).map(Officeholder::name),
        route(row),
        state(row),
        Optional.ofNullable(row.getString("held_reason")),
        row.getLong("messages"),
        instant(row, "oldest"));
  }

  /**
   * Messages in the order in which they were planned.
   *
   * @param after only later ones than this row
   */
  public List<QueueRow> rows(QueueScope scope, Optional<UUID> after, int most) {
    List<QueueRow> bare =
        jdbc.sql(
                """
                SELECT d.id, d.delivery_code, d.target, d.lane, d.state, d.held_reason, d.created_at FROM delivery d
                WHERE %s AND d.id > :after ORDER BY d.id LIMIT :most
                """
                    .formatted(scope.condition()))
            .params(scope.parameters())
            .param("after", after.orElse(new UUID(0, 0)))
            .param("most", most)
            .query((row, _) -> row(row))
            .list();
    var attempts = attempts(scope.action(), bare.stream().map(QueueRow::id).toList());
    return bare.stream().map(row -> with(attempts.getOrDefault(row.id(), List.of()), row)).toList();
  }

  private static QueueRow row(ResultSet row) throws SQLException {
    return new QueueRow(
        row.getObject("id", UUID.class),
        row.getString("delivery_code"),
        new Seat(row.getString("target")),
        route(row),
        state(row),
        Optional.ofNullable(row.getString("held_reason")),
        instant(row, "created_at"),
        0,
        List.of());
  }

  private static QueueRow with(List<QueueRow.Attempt> attempts, QueueRow row) {
    return new QueueRow(
        row.id(),
        row.code(),
        row.seat(),
        row.route(),
        row.state(),
        row.reason(),
        row.plannedAt(),
        attempts.size(),
        attempts.subList(Math.max(0, attempts.size() - MOST_ATTEMPTS), attempts.size()));
  }

  private Map<UUID, List<QueueRow.Attempt>> attempts(ActionId action, List<UUID> rows) {
    Map<UUID, List<QueueRow.Attempt>> byRow = new HashMap<>();
    jdbc.sql(
            """
            SELECT a.delivery_id, a.started_at, a.result, coalesce(a.code, '') AS code FROM delivery_attempt a
            WHERE a.action_id = ? AND a.delivery_id = ANY (string_to_array(?, ',')::uuid[]) ORDER BY a.attempt_no
            """)
        .params(action.value(), String.join(",", rows.stream().map(UUID::toString).toList()))
        .query(
            row -> {
              byRow
                  .computeIfAbsent(row.getObject("delivery_id", UUID.class), _ -> new ArrayList<>())
                  .add(
                      new QueueRow.Attempt(
                          instant(row, "started_at"),
                          row.getString("result"),
                          row.getString("code")));
            });
    return byRow;
  }

  /**
   * How many messages were accepted in each hour that had any, from an instant of civic time on.
   */
  public SortedMap<Instant, Long> acceptedByHour(ActionId action, Instant since) {
    var hours = new TreeMap<Instant, Long>();
    jdbc.sql(
            """
            SELECT date_trunc('hour', started_at, 'UTC') AS hour, count(*) AS messages FROM delivery_attempt
            WHERE action_id = ? AND result = 'accepted' AND started_at >= ? GROUP BY 1
            """)
        .params(action.value(), since.atOffset(ZoneOffset.UTC))
        .query(
            row -> {
              hours.put(instant(row, "hour"), row.getLong("messages"));
            });
    return hours;
  }

  /** The same by days of a zone. */
  public SortedMap<LocalDate, Long> acceptedByDay(ActionId action, Instant since, ZoneId zone) {
    var days = new TreeMap<LocalDate, Long>();
    jdbc.sql(
            """
            SELECT (started_at AT TIME ZONE ?)::date AS day, count(*) AS messages FROM delivery_attempt
            WHERE action_id = ? AND result = 'accepted' AND started_at >= ? GROUP BY 1
            """)
        .params(zone.getId(), action.value(), since.atOffset(ZoneOffset.UTC))
        .query(
            row -> {
              days.put(row.getObject("day", LocalDate.class), row.getLong("messages"));
            });
    return days;
  }

  /** Every message of a letter, in the order of nothing, however many there are. */
  public void forEach(ActionId action, Consumer<QueueExport> reader) {
    reading.executeWithoutResult(
        _ -> {
          var cells = new ExportCells(groups(action));
          streaming.query(
              EXPORT + "SELECT * FROM message ORDER BY delivery_code",
              row -> {
                reader.accept(export(row, cells));
              },
              action.value());
        });
  }

  private List<ExportCells.Group> groups(ActionId action) {
    return streaming.query(
        EXPORT
            + "SELECT target, planned, last_week, count(*) AS messages FROM message GROUP BY 1, 2, 3",
        (row, _) ->
            new ExportCells.Group(
                row.getString("target"),
                row.getString("planned"),
                row.getString("last_week"),
                row.getLong("messages")),
        action.value());
  }

  private static QueueExport export(ResultSet row, ExportCells cells) throws SQLException {
    String seat = row.getString("target");
    String planned = row.getString("planned");
    String last = row.getString("last_week");
    return new QueueExport(
        row.getString("delivery_code"),
        cells.showsSeat(seat) ? seat : QueueExport.OTHER,
        row.getString("channel"),
        row.getString("state"),
        row.getString("reason"),
        row.getLong("attempts"),
        row.getString("last_code"),
        week(planned).filter(_ -> cells.showsPlanned(seat, planned)),
        week(last).filter(_ -> cells.showsLast(seat, planned, last)));
  }

  private static Optional<LocalDate> week(String monday) {
    return monday.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(monday));
  }

  private static Route route(ResultSet row) throws SQLException {
    return Route.valueOf(row.getString("lane").toUpperCase(Locale.ROOT));
  }

  private static DeliveryState state(ResultSet row) throws SQLException {
    return DeliveryState.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
