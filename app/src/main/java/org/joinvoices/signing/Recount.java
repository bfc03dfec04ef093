package org.joinvoices.signing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.joinvoices.action.Slug;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditTrail;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts a letter anew, from its signatures and from the record of events, and compares. All
 * numbers are of one snapshot, the position of whoever counts among them: what happened since is
 * taken into account, so that nothing seems to differ only because a house is busy.
 */
public final class Recount {

  /**
   * One letter, by all ways to count it.
   *
   * @param signatures rows that count
   * @param events what all events come to
   * @param unread what those come to that were not counted yet
   * @param counted what those came to that were
   * @param published what pages show
   * @param frozen whether pages show the numbers of an earlier moment
   */
  public record Line(
      ActionId id,
      Slug action,
      long signatures,
      long events,
      long unread,
      long counted,
      long published,
      boolean frozen) {

    /** Counted too many, or too few where negative. */
    public long countDrift() {
      return counted + unread - signatures;
    }

    /** Too many by the record of events, which nothing can change. */
    public long eventDrift() {
      return events - signatures;
    }

    /** Whether all ways to count come to the same. */
    public boolean agrees() {
      return countDrift() == 0 && eventDrift() == 0;
    }

    /** Whether pages show what was counted, as far as they may. */
    public boolean isShown() {
      return frozen || published == Math.max(counted, 0);
    }
  }

  private static final String WORTH =
      Arrays.stream(SignatureEvent.Kind.values())
          .map(kind -> "WHEN '%s' THEN %d".formatted(kind.word(), kind.worth()))
          .collect(Collectors.joining(" ", "CASE e.kind ", " END"));

  /** One statement sees one snapshot. */
  private static final String COMPARE =
      """
      WITH told AS (
        SELECT e.action_id, sum(%1$s) AS events,
          sum(%1$s) FILTER (WHERE c.reader IS NULL OR (e.xid, e.seq) > (c.xid, c.seq)) AS unread
        FROM signature_event e LEFT JOIN event_cursor c ON c.reader = '%2$s'
        GROUP BY e.action_id)
      SELECT a.id, a.slug,
        (SELECT count(*) FROM signature s WHERE s.action_id = a.id AND s.state = 'confirmed') AS signatures,
        coalesce(t.events, 0) AS events, coalesce(t.unread, 0) AS unread,
        coalesce(n.counted, 0) AS counted, coalesce(n.confirmed, 0) AS published,
        EXISTS (SELECT FROM house_switch WHERE scope = 'counts') AS frozen
      FROM action a
        LEFT JOIN told t ON t.action_id = a.id
        LEFT JOIN signature_count n ON n.action_id = a.id
      ORDER BY a.slug
      """
          .formatted(WORTH, CountJob.NAME);

  private static final String SET =
      """
      INSERT INTO signature_count AS c (action_id, counted, confirmed, awaiting, as_of) VALUES (?, ?, 0, 0, ?)
      ON CONFLICT (action_id) DO UPDATE SET counted = excluded.counted
      """;

  private static final String NOTE =
      """
      INSERT INTO count_check (action_id, at, count_drift, event_drift) VALUES (?, ?, ?, ?)
      ON CONFLICT (action_id) DO UPDATE
      SET at = excluded.at, count_drift = excluded.count_drift, event_drift = excluded.event_drift
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final TransactionTemplate transaction;
  private final AuditTrail audit;
  private final InstantSource civic;

  public Recount(DataSource dataSource, InstantSource civic) {
    this.jdbc = JdbcClient.create(dataSource);
    this.template = new JdbcTemplate(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.audit = new AuditTrail(dataSource, InstantSource.system());
    this.civic = civic;
  }

  /** Every letter, by name. */
  public List<Line> list() {
    return jdbc.sql(COMPARE).query(Recount::line).list();
  }

  /** Leaves what was found where {@link CountAlarm} has it from. */
  void note(List<Line> lines) {
    for (Line line : lines) {
      jdbc.sql(NOTE)
          .params(line.id().value(), now(), line.countDrift(), line.eventDrift())
          .update();
    }
  }

  private OffsetDateTime now() {
    return civic.instant().atOffset(ZoneOffset.UTC);
  }

  /**
   * Sets counts to what the signatures say, and publishes them unless they are frozen, while nobody
   * else counts. The record of events stays as it is.
   *
   * @param action this letter alone; empty: all
   * @return the letters that were put right, as they were found
   */
  public List<Line> mend(Actor by, Optional<ActionId> action) {
    return Objects.requireNonNull(transaction.execute(_ -> mendAlone(by, action)));
  }

  private List<Line> mendAlone(Actor by, Optional<ActionId> action) {
    within(connection -> CountLock.await(connection));
    List<Line> wrong =
        list().stream()
            .filter(line -> action.isEmpty() || action.get().equals(line.id()))
            .filter(line -> line.countDrift() != 0 || !line.isShown())
            .toList();
    wrong.forEach(line -> mend(by, line));
    within(connection -> CountJob.publish(connection, civic.instant()));
    note(list());
    return wrong;
  }

  private void mend(Actor by, Line line) {
    jdbc.sql(SET).params(line.id().value(), line.signatures() - line.unread(), now()).update();
    audit.append(by, AuditAct.COUNT_CORRECTED, line.id().value());
  }

  @FunctionalInterface
  private interface Statement {
    void run(Connection connection) throws SQLException;
  }

  private void within(Statement statement) {
    template.execute(
        (ConnectionCallback<Boolean>)
            connection -> {
              statement.run(connection);
              return true;
            });
  }

  private static Line line(ResultSet row, int number) throws SQLException {
    return new Line(
        new ActionId(row.getObject("id", UUID.class)),
        new Slug(row.getString("slug")),
        row.getLong("signatures"),
        row.getLong("events"),
        row.getLong("unread"),
        row.getLong("counted"),
        row.getLong("published"),
        row.getBoolean("frozen"));
  }
}
