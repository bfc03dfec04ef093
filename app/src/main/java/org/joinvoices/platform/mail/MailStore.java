package org.joinvoices.platform.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.joinvoices.platform.switches.Switch;
import org.joinvoices.platform.switches.Switches;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** Claims and settles rows of table {@code mail}, in machine time. */
final class MailStore implements BounceListener {

  /**
   * How long the mails of a killed node wait for another. A node that lives holds the job until all
   * its mails are settled, so an exchange slower than this is not repeated.
   */
  private static final Duration LEASE = Duration.ofMinutes(1);

  private final JdbcClient database;
  private final Switches switches;
  private final InstantSource machine;

  MailStore(DataSource dataSource, InstantSource machine) {
    this.database = JdbcClient.create(dataSource);
    this.switches = new Switches(dataSource, machine);
    this.machine = machine;
  }

  /**
   * Due rows, for this worker alone until their lease ends: first those whose turn or next attempt
   * has come, then those nobody has looked at, each the longest waiting first. An array of ids and
   * not a join, because PostgreSQL's plan for a join of unknown size reads the whole table.
   *
   * @param most of both together
   * @param fresh most of those nobody has looked at
   */
  List<QueuedMail> claim(int most, int fresh) {
    var now = machine.instant();
    return database
        .sql(
            """
            WITH turn AS (
              SELECT id FROM mail
              WHERE state IN ('queued', 'sending') AND due_at > '-infinity' AND due_at <= :now
              ORDER BY due_at, id LIMIT :most FOR UPDATE SKIP LOCKED),
            fresh AS (
              SELECT id FROM mail WHERE state IN ('queued', 'sending') AND due_at = '-infinity'
              ORDER BY due_at, id LIMIT least(:fresh, :most - (SELECT count(*) FROM turn))
              FOR UPDATE SKIP LOCKED)
            UPDATE mail SET state = 'sending', due_at = :lease
            WHERE id = ANY (ARRAY(SELECT id FROM turn UNION ALL SELECT id FROM fresh))
            RETURNING id, kind, scope, subject_id, attempts, turn_from
            """)
        .param("lease", utc(now.plus(LEASE)))
        .param("now", utc(now))
        .param("most", most)
        .param("fresh", fresh)
        .query(MailStore::row)
        .list();
  }

  /** Whether people paused mails. */
  boolean isPaused() {
    return switches.isPaused(Switch.MAILS);
  }

  /**
   * As {@link #claim}, but of these kinds alone. Their names stand in the statement itself, because
   * only so PostgreSQL knows that the small index made for them will do.
   */
  List<QueuedMail> claimOf(List<String> kinds, int most) {
    if (kinds.isEmpty()) {
      return List.of();
    }
    String names = kinds.stream().collect(Collectors.joining("', '", "'", "'"));
    var now = machine.instant();
    return database
        .sql(
            """
            UPDATE mail SET state = 'sending', due_at = :lease
            WHERE id = ANY (ARRAY(
              SELECT id FROM mail
              WHERE state IN ('queued', 'sending') AND due_at <= :now AND kind IN (%s)
              ORDER BY due_at, id LIMIT :most FOR UPDATE SKIP LOCKED))
            RETURNING id, kind, scope, subject_id, attempts, turn_from
            """
                .formatted(names))
        .param("lease", utc(now.plus(LEASE)))
        .param("now", utc(now))
        .param("most", most)
        .query(MailStore::row)
        .list();
  }

  void sent(List<QueuedMail> mails) {
    database
        .sql(
            """
            UPDATE mail SET state = 'sent', settled_at = :now, problem = NULL
            WHERE id = ANY (:ids) AND state = 'sending'
            """)
        .param("now", utc(machine.instant()))
        .param("ids", new SqlArrayValue("uuid", mails.stream().map(QueuedMail::id).toArray()))
        .update();
  }

  void dropped(QueuedMail mail) {
    settle(mail, "dropped", "");
  }

  /**
   * @param problem a class name or reply code, never what a server said
   */
  void failed(QueuedMail mail, String problem) {
    settle(mail, "failed", problem);
  }

  /** Notes what became of a mail after the server took it; of others nothing is changed. */
  @Override
  public void bounced(Bounce bounce) {
    database
        .sql(
            """
            UPDATE mail SET state = CASE WHEN :failed THEN 'failed' ELSE state END, problem = :problem
            WHERE id = :id AND state = 'sent'
            """)
        .param("failed", bounce.failed())
        .param("problem", (bounce.failed() ? "bounce " : "delay ") + bounce.status())
        .param("id", bounce.mail())
        .update();
  }

  /** Only here an attempt counts: a node that died, and a database that was away, said nothing. */
  void retry(QueuedMail mail, Duration pause, String problem) {
    database
        .sql(
            """
            UPDATE mail SET state = 'queued', due_at = :due, turn_from = NULL, attempts = attempts + 1,
              problem = :problem
            WHERE id = :id AND state = 'sending'
            """)
        .param("due", utc(machine.instant().plus(pause)))
        .param("problem", problem)
        .param("id", mail.id())
        .update();
  }

  /**
   * When a mail may go; this was no attempt.
   *
   * @param from of those who gave it
   */
  record Turn(QueuedMail mail, Instant due, UUID from) {}

  /** To be sent at their turns; an array of ids and not a join, as in {@link #claim}. */
  void giveTurns(List<Turn> turns) {
    database
        .sql(
            """
            UPDATE mail SET state = 'queued', due_at = (:dues)[array_position(:ids, id)],
              turn_from = (:givers)[array_position(:ids, id)]
            WHERE id = ANY (:ids) AND state = 'sending'
            """)
        .param("ids", new SqlArrayValue("uuid", turns.stream().map(t -> t.mail().id()).toArray()))
        .param(
            "dues",
            new SqlArrayValue("timestamptz", turns.stream().map(t -> utc(t.due())).toArray()))
        .param("givers", new SqlArrayValue("uuid", turns.stream().map(Turn::from).toArray()))
        .update();
  }

  /** To be sent once our server is there again; these were no attempts. */
  void putBack(List<QueuedMail> mails, Instant due, String problem) {
    database
        .sql(
            """
            UPDATE mail SET state = 'queued', due_at = :due, turn_from = NULL, problem = :problem
            WHERE id IN (:ids) AND state = 'sending'
            """)
        .param("due", utc(due))
        .param("problem", problem)
        .param("ids", mails.stream().map(QueuedMail::id).toList())
        .update();
  }

  private void settle(QueuedMail mail, String state, String problem) {
    database
        .sql(
            """
            UPDATE mail SET state = :state, settled_at = :now, problem = nullif(:problem, '')
            WHERE id = :id AND state = 'sending'
            """)
        .param("state", state)
        .param("now", utc(machine.instant()))
        .param("problem", problem)
        .param("id", mail.id())
        .update();
  }

  private static QueuedMail row(ResultSet row, int number) throws SQLException {
    return new QueuedMail(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        row.getObject("scope", UUID.class),
        row.getObject("subject_id", UUID.class),
        row.getInt("attempts"),
        Optional.ofNullable(row.getObject("turn_from", UUID.class)));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
