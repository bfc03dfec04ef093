package org.joinvoices.torture;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.action.SeedAction;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What the house wrote down, read when nothing moves any more. */
final class Books {

  /** One signature. */
  record Signature(UUID id, String state, boolean everConfirmed, Set<String> seats) {}

  /** A mail of the queue. */
  record Mail(UUID id, String kind, UUID signature, String state) {}

  /** One message to one office. */
  record Delivery(String code, UUID signature, String target, String lane, String state) {}

  /** Longer than any lease, and than the pauses before further tries. */
  private static final Duration PATIENCE = Duration.ofMinutes(8);

  private static final int LOOK_MILLIS = 500;

  /**
   * Events are read up to the last transaction that is over, so that a reader may rest behind it.
   */
  private static final String MOVING =
      """
      SELECT (SELECT count(*) FROM mail WHERE state IN ('queued', 'sending'))
        + (SELECT count(*) FROM delivery WHERE state IN ('queued', 'sending') AND lane <> 'packet')
        + (SELECT count(*) FROM event_cursor c, signature_event e WHERE (e.xid, e.seq) > (c.xid, c.seq))
      """;

  private static final String CONFIRMED =
      "SELECT count(*) FROM signature WHERE state = 'confirmed'";

  private final JdbcClient jdbc;
  private final List<Browser> nodes;

  /**
   * @param nodes of each server one who asks it alone
   */
  Books(DataSource database, List<Browser> nodes) {
    this.jdbc = JdbcClient.create(database);
    this.nodes = List.copyOf(nodes);
  }

  /** Returns when nothing is due any more, or after some minutes: then the books will not agree. */
  void awaitSettled() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isSettled() && System.nanoTime() < end) {
      Pause.millis(LOOK_MILLIS);
    }
  }

  /** Whether nothing is due, and all that happened is counted. */
  boolean isSettled() {
    return number(MOVING) == 0
        && counted().equals(Collections.nCopies(nodes.size(), number(CONFIRMED)));
  }

  /** What everybody is told: as the page of each server gives it. */
  List<Long> counted() {
    return nodes.stream().map(Books::counted).toList();
  }

  private static long counted(Browser node) {
    var answer = node.get("/actions/" + SeedAction.SLUG + "/count.json");
    return JsonMapper.shared().readTree(answer.body()).path("confirmed").asLong(-1);
  }

  /** Signatures that were noted as confirmed, each as often as it was. */
  long confirmedEvents() {
    return number("SELECT count(*) FROM signature_event WHERE kind = 'confirmed'");
  }

  List<Signature> signatures() {
    return jdbc.sql("SELECT id, state, confirmed_at IS NOT NULL AS ever, seats FROM signature")
        .query((row, _) -> signature(row))
        .list();
  }

  private static Signature signature(ResultSet row) throws SQLException {
    String[] seats = (String[]) row.getArray("seats").getArray();
    return new Signature(
        row.getObject("id", UUID.class),
        row.getString("state"),
        row.getBoolean("ever"),
        Set.copyOf(Arrays.asList(seats)));
  }

  List<Mail> mails() {
    return jdbc.sql("SELECT id, kind, subject_id, state FROM mail")
        .query(
            (row, _) ->
                new Mail(
                    row.getObject("id", UUID.class),
                    row.getString("kind"),
                    row.getObject("subject_id", UUID.class),
                    row.getString("state")))
        .list();
  }

  List<Delivery> deliveries() {
    return jdbc.sql("SELECT delivery_code, signature_id, target, lane, state FROM delivery")
        .query(
            (row, _) ->
                new Delivery(
                    row.getString("delivery_code"),
                    row.getObject("signature_id", UUID.class),
                    row.getString("target"),
                    row.getString("lane"),
                    row.getString("state")))
        .list();
  }

  private long number(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }
}
