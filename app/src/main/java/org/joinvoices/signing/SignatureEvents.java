package org.joinvoices.signing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;

/**
 * The append-only record of what happened to signatures: the only outbox between capabilities (D3).
 * Each reader has a cursor of its own, which never passes a transaction that is still open.
 */
public final class SignatureEvents {

  /** Works on a batch within the transaction that moves the cursor. */
  @FunctionalInterface
  public interface Batch {
    void handle(Connection connection, List<SignatureEvent> events) throws SQLException;
  }

  private static final String INTRODUCE =
      """
      INSERT INTO event_cursor (reader, xid, seq) VALUES (?, '0', 0) ON CONFLICT DO NOTHING
      """;

  private static final String CLAIM =
      "SELECT xid::text, seq FROM event_cursor WHERE reader = ? FOR UPDATE SKIP LOCKED";

  /**
   * The horizon: every transaction below {@code pg_snapshot_xmin} has ended, so that nothing can
   * still appear among what is read here. Order of commit is not order of {@code seq}. What is
   * ordered by must be the column by its whole name: the mere name is that of the text in the
   * answer, where 1000 comes before 999.
   */
  private static final String NEXT =
      """
      SELECT e.xid::text, e.seq, e.action_id, e.signature_id, e.kind, e.at FROM signature_event e
      WHERE (e.xid, e.seq) > (?::xid8, ?) AND e.xid < pg_snapshot_xmin(pg_current_snapshot())
      ORDER BY e.xid, e.seq LIMIT ?
      """;

  private static final String MOVE =
      "UPDATE event_cursor SET xid = ?::xid8, seq = ? WHERE reader = ?";

  /**
   * For backups: a transaction's number means nothing in another database, where it may never be
   * reached or have passed long ago. Events keep their order under one number below all others, and
   * each cursor stands after as many events as before.
   */
  public static final Map<String, Map<String, String>> PORTABLE =
      Map.of(
          "signature_event",
          Map.of("xid", "'1'::xid8", "seq", "row_number() OVER (ORDER BY t.xid, t.seq)"),
          "event_cursor",
          Map.of(
              "xid",
              "'1'::xid8",
              "seq",
              "(SELECT count(*) FROM signature_event e WHERE (e.xid, e.seq) <= (t.xid, t.seq))"));

  private record Position(String xid, long seq) {}

  private record Positioned(Position position, SignatureEvent event) {}

  private final DataSource dataSource;

  public SignatureEvents(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Hands the next events after {@code reader}'s cursor to {@code batch} and moves the cursor, all
   * in one transaction: if the batch fails nothing has happened. Two nodes never work for one
   * reader at once.
   *
   * @param reader for example {@code delivery.plan}
   * @return how many events were handled; fewer than {@code limit} means: none left for now
   * @throws IllegalStateException if the database fails; the message holds no data
   */
  public int read(String reader, int limit, Batch batch) {
    try (Connection connection = dataSource.getConnection()) {
      introduce(connection, reader);
      connection.setAutoCommit(false);
      try {
        int handled = read(connection, reader, limit, batch);
        connection.commit();
        return handled;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read events: " + e.getSQLState());
    }
  }

  /** As {@link #read(String, int, Batch)}, within the caller's transaction. */
  static int readWithin(Connection connection, String reader, int limit, Batch batch)
      throws SQLException {
    introduce(connection, reader);
    return read(connection, reader, limit, batch);
  }

  private static int read(Connection connection, String reader, int limit, Batch batch)
      throws SQLException {
    Optional<Position> cursor = claim(connection, reader);
    if (cursor.isEmpty()) {
      return 0;
    }
    List<Positioned> next = next(connection, cursor.get(), limit);
    if (!next.isEmpty()) {
      batch.handle(connection, next.stream().map(Positioned::event).toList());
      move(connection, reader, next.getLast().position());
    }
    return next.size();
  }

  /** Committed by itself, so that nobody waits for a reader who is at its first batch. */
  private static void introduce(Connection connection, String reader) throws SQLException {
    try (var introduce = connection.prepareStatement(INTRODUCE)) {
      introduce.setString(1, reader);
      introduce.executeUpdate();
    }
  }

  /** Empty while another node works for this reader. */
  private static Optional<Position> claim(Connection connection, String reader)
      throws SQLException {
    try (var claim = connection.prepareStatement(CLAIM)) {
      claim.setString(1, reader);
      var row = claim.executeQuery();
      return row.next() ? Optional.of(position(row)) : Optional.empty();
    }
  }

  private static List<Positioned> next(Connection connection, Position cursor, int limit)
      throws SQLException {
    List<Positioned> events = new ArrayList<>();
    try (var select = connection.prepareStatement(NEXT)) {
      select.setString(1, cursor.xid());
      select.setLong(2, cursor.seq());
      select.setInt(3, limit);
      var rows = select.executeQuery();
      while (rows.next()) {
        events.add(new Positioned(position(rows), event(rows)));
      }
    }
    return events;
  }

  private static void move(Connection connection, String reader, Position to) throws SQLException {
    try (var update = connection.prepareStatement(MOVE)) {
      update.setString(1, to.xid());
      update.setLong(2, to.seq());
      update.setString(3, reader);
      update.executeUpdate();
    }
  }

  private static Position position(ResultSet row) throws SQLException {
    return new Position(row.getString("xid"), row.getLong("seq"));
  }

  private static SignatureEvent event(ResultSet row) throws SQLException {
    return new SignatureEvent(
        SignatureEvent.Kind.parse(row.getString("kind")),
        new SignatureKey(
            new ActionId(row.getObject("action_id", UUID.class)),
            new SignatureId(row.getObject("signature_id", UUID.class))),
        Signatures.instant(row, "at").orElseThrow());
  }
}
