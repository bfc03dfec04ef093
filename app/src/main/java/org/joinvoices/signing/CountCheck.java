package org.joinvoices.signing;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.joinvoices.platform.clock.Nights;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks each night whether the counts agree with the signatures, and leaves what it found in table
 * {@code count_check}, where {@link CountAlarm} has it from. Changes no count.
 */
final class CountCheck {

  static final String NAME = "signing.recount";

  private static final Logger LOG = LoggerFactory.getLogger(CountCheck.class);

  private final JdbcClient jdbc;
  private final Recount recount;
  private final InstantSource civic;

  CountCheck(DataSource dataSource, Recount recount, InstantSource civic) {
    this.jdbc = JdbcClient.create(dataSource);
    this.recount = recount;
    this.civic = civic;
  }

  /** Once for each night that has begun, and for each new letter, however often it is called. */
  void runNightly() {
    if (isDue(Nights.last(civic.instant()))) {
      run();
    }
  }

  private boolean isDue(Instant night) {
    return jdbc.sql(
            """
            SELECT EXISTS (SELECT FROM action a LEFT JOIN count_check c ON c.action_id = a.id
                           WHERE c.at IS NULL OR c.at < ?)
            """)
        .param(night.atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  void run() {
    List<Recount.Line> lines = recount.list();
    recount.note(lines);
    lines.stream()
        .filter(line -> !line.agrees())
        .forEach(
            line ->
                LOG.error(
                    "the count of {} differs from its signatures by {}, its events by {}; see ./joinvoices recount",
                    line.action(),
                    line.countDrift(),
                    line.eventDrift()));
  }
}
