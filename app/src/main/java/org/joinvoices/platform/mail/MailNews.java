package org.joinvoices.platform.mail;

import com.github.f4b6a3.uuid.util.UuidUtil;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.platform.switches.Switch;
import org.joinvoices.platform.switches.Switchboard;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What pages can tell of mails under way. */
public final class MailNews {

  private static final Duration KEPT = Duration.ofSeconds(10);

  /** Sooner nobody wonders where the mail is. */
  private static final Duration WORTH_SAYING = Duration.ofMinutes(3);

  /** How far back the queue is watched. */
  private static final Duration WATCHED = Duration.ofMinutes(1);

  /** Less tells nothing of how fast the queue drains. */
  private static final Duration LEAST_WATCHED = Duration.ofSeconds(10);

  private record Measured(Instant at, MailDelay delay) {}

  /** Mails never tried: those without a turn, since when the first of them waits, the last turn. */
  private record Waiting(int unseen, Optional<Instant> since, Optional<Instant> lastTurn) {}

  private final JdbcClient database;
  private final Switchboard switches;
  private final InstantSource machine;
  private volatile Measured measured = new Measured(Instant.MIN, new MailDelay.None());

  public MailNews(DataSource dataSource, Switchboard switches, InstantSource machine) {
    this.database = JdbcClient.create(dataSource);
    this.switches = switches;
    this.machine = machine;
  }

  /** Whether a mail was given up, or came back for good. */
  public boolean hasFailed(String kind, UUID subject) {
    return database
        .sql(
            """
            SELECT EXISTS (SELECT FROM mail WHERE subject_id = ? AND state = 'failed' AND kind = ?)
            """)
        .params(subject, kind)
        .query(Boolean.class)
        .single();
  }

  /** From how many wait and how fast they leave; asked of the database every ten seconds. */
  public MailDelay delay() {
    if (switches.isPaused(Switch.MAILS)) {
      return new MailDelay.Paused();
    }
    Instant now = machine.instant();
    if (measured.at().isBefore(now.minus(KEPT))) {
      synchronized (this) {
        if (measured.at().isBefore(now.minus(KEPT))) {
          measured = new Measured(now, measure(now));
        }
      }
    }
    return measured.delay();
  }

  private MailDelay measure(Instant now) {
    Waiting waiting = waiting();
    Duration turns =
        waiting.lastTurn().map(last -> Duration.between(now, last)).orElse(Duration.ZERO);
    Duration waited =
        waiting.since().map(since -> Duration.between(since, now)).orElse(Duration.ZERO);
    if (waited.compareTo(LEAST_WATCHED) < 0) {
      return delay(turns);
    }
    Duration watched = waited.compareTo(WATCHED) < 0 ? waited : WATCHED;
    long left = settledSince(now.minus(watched));
    if (left == 0) {
      return watched.equals(WATCHED) ? new MailDelay.Halted() : delay(turns);
    }
    Duration rest = watched.multipliedBy(waiting.unseen()).dividedBy(left);
    return delay(rest.compareTo(turns) > 0 ? rest : turns);
  }

  private static MailDelay delay(Duration wait) {
    return wait.compareTo(WORTH_SAYING) < 0
        ? new MailDelay.None()
        : new MailDelay.About(rounded(wait.toMinutes()));
  }

  private static Duration rounded(long minutes) {
    int step = minutes < 10 ? 5 : minutes < 50 ? 10 : 60;
    return Duration.ofMinutes(((minutes - 1) / step + 1) * step);
  }

  private Waiting waiting() {
    return database
        .sql(
            """
            SELECT count(*) FILTER (WHERE turn_from IS NULL) AS unseen,
              min(id::text) FILTER (WHERE turn_from IS NULL) AS oldest,
              max(due_at) FILTER (WHERE turn_from IS NOT NULL) AS last_turn
            FROM mail WHERE state = 'queued' AND attempts = 0 AND due_at < 'infinity'
            """)
        .query((row, _) -> waiting(row))
        .single();
  }

  /** A mail's id begins with the moment it was queued, in machine time. */
  private static Waiting waiting(ResultSet row) throws SQLException {
    return new Waiting(
        row.getInt("unseen"),
        Optional.ofNullable(row.getString("oldest"))
            .map(id -> UuidUtil.getInstant(UUID.fromString(id))),
        Optional.ofNullable(row.getObject("last_turn", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  private long settledSince(Instant start) {
    return database
        .sql("SELECT count(*) FROM mail WHERE settled_at > ?")
        .param(start.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }
}
