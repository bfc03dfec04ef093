package org.joinvoices.platform.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.platform.clock.Nights;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Forgets what is due. Shows it first to whoever asks; each run leaves a row per kind and action in
 * table {@code retention_run}, with counts and no person.
 */
public final class Retention {

  /**
   * For how long the longest-kept backup of a house may outlive what it holds (D10). Signers are
   * told; whoever runs the house keeps to it.
   */
  public static final Duration BACKUPS = Duration.ofDays(35);

  /** So much of one kind in one action. */
  public record Line(Forgotten kind, UUID action, long count) {}

  private final List<RetentionStep> steps;
  private final JdbcClient jdbc;
  private final InstantSource civic;

  /**
   * @param civic the clock that time is up on
   */
  public Retention(DataSource dataSource, InstantSource civic, List<RetentionSteps> steps) {
    this.jdbc = JdbcClient.create(dataSource);
    this.civic = civic;
    this.steps =
        steps.stream()
            .flatMap(each -> each.list().stream())
            .sorted(Comparator.comparing(RetentionStep::kind))
            .toList();
  }

  /** What is due now; changes nothing. */
  public List<Line> due() {
    Instant now = civic.instant();
    List<Line> lines = new ArrayList<>();
    for (RetentionStep step : steps) {
      due(step, now).forEach((action, count) -> lines.add(new Line(step.kind(), action, count)));
    }
    return lines;
  }

  private static Map<UUID, Long> due(RetentionStep step, Instant now) {
    var due = new TreeMap<>(step.due(now));
    due.values().removeIf(count -> count == 0);
    return due;
  }

  /** Erases what is due now. What fails stays due, and is tried again the next time. */
  public List<Line> run() {
    Instant now = civic.instant();
    List<Line> lines = new ArrayList<>();
    for (RetentionStep step : steps) {
      var due = due(step, now);
      due.keySet().forEach(action -> lines.add(erase(step, action, now)));
      if (due.isEmpty()) {
        record(step.kind(), Optional.empty(), 0, now);
      }
    }
    return lines;
  }

  private Line erase(RetentionStep step, UUID action, Instant now) {
    long erased = step.erase(action, now);
    record(step.kind(), Optional.of(action), erased, now);
    return new Line(step.kind(), action, erased);
  }

  private void record(Forgotten kind, Optional<UUID> action, long erased, Instant now) {
    jdbc.sql(
            "INSERT INTO retention_run (at, kind, action_id, erased) VALUES (?, ?, nullif(?, '')::uuid, ?)")
        .params(
            now.atOffset(ZoneOffset.UTC),
            kind.word(),
            action.map(UUID::toString).orElse(""),
            erased)
        .update();
  }

  /** As {@link #run}, once for each night that has begun, however often it is called. */
  void runNightly() {
    Instant night = Nights.last(civic.instant());
    boolean ran = lastRun().filter(last -> !last.isBefore(night)).isPresent();
    if (!ran) {
      run();
    }
  }

  private Optional<Instant> lastRun() {
    return jdbc.sql("SELECT at FROM retention_run ORDER BY at DESC LIMIT 1")
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }
}
