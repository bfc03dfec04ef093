package org.joinvoices.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.joinvoices.action.Actions;
import org.joinvoices.delivery.DeliveryTally;
import org.joinvoices.delivery.Forecasts;
import org.joinvoices.districts.DataReleases;
import org.joinvoices.districts.Districts;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.clock.CivicClockStore;
import org.joinvoices.platform.jobs.JobRun;
import org.joinvoices.platform.mail.MailBacklog;
import org.joinvoices.platform.settings.OperatorSettings;
import org.joinvoices.platform.switches.Switches;
import org.joinvoices.signing.Count;
import org.joinvoices.signing.CountAlarm;
import org.joinvoices.signing.Counts;
import org.joinvoices.signing.EventLag;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How a house stands: what {@code status} says.
 *
 * @param release of this program
 * @param schema newest migration that has run
 * @param civicTime what time it is for letters
 * @param dataRelease of officeholders and districts
 * @param dataAlarm why an imported release does not answer; null where all is well
 * @param countAlarms letters whose count did not agree with their signatures last night
 * @param databaseBytes on its disk
 * @param paused what people keep back
 * @param forecast when what waits will have left
 */
record HouseStatus(
    String release,
    String schema,
    Instant civicTime,
    String dataRelease,
    Optional<String> dataAlarm,
    long databaseBytes,
    List<Letter> actions,
    List<CountAlarm> countAlarms,
    Mails mails,
    Map<String, Long> deliveries,
    Map<String, String> stoppedLanes,
    List<Paused> paused,
    List<ForecastCommand.Line> forecast,
    List<Reader> readers,
    List<Job> jobs) {

  /** An action, counted as of a civic instant. */
  record Letter(String action, long confirmed, long awaiting, long underReview, Instant asOf) {}

  /** Outgoing mails; how long the oldest that is not stopped has waited, in civic seconds. */
  record Mails(long waiting, long oldestSeconds, long failed, long stopped) {}

  /**
   * Something people paused.
   *
   * @param what as {@code resume} calls it
   * @param since machine time
   * @param until civic time at which people are told to come back
   */
  record Paused(String what, Instant since, Optional<Instant> until) {}

  /** A reader of signature events, and how many are before it. */
  record Reader(String reader, long behind) {}

  /** A recurring job; machine time. */
  record Job(String job, Optional<Instant> lastEnded, Instant next) {}

  /**
   * @param settings what the operator set; empty for a demo's house
   */
  static HouseStatus read(DataSource database, String schema, Optional<OperatorSettings> settings) {
    CivicClock clock = new CivicClockStore(database, InstantSource.system()).clock();
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var data = new DataReleases(database, InstantSource.system()).nameInUse();
    var tally = DeliveryTally.read(database);
    return new HouseStatus(
        Main.Version.release(),
        schema,
        now,
        data.release(),
        data.alarm(),
        JdbcClient.create(database)
            .sql("SELECT pg_database_size(current_database())")
            .query(Long.class)
            .single(),
        letters(database, clock),
        CountAlarm.list(database),
        mails(MailBacklog.read(database), now),
        tally.states(),
        tally.stopped(),
        paused(database),
        forecast(database, settings, clock),
        EventLag.list(database).stream()
            .map(lag -> new Reader(lag.reader(), lag.behind()))
            .toList(),
        JobRun.list(database).stream()
            .map(run -> new Job(run.job(), run.lastEnded(), run.next()))
            .toList());
  }

  private static List<Letter> letters(DataSource database, CivicClock clock) {
    var counts = new Counts(database, clock, Duration.ZERO);
    return new Actions(database)
        .list().stream()
            .map(
                action -> {
                  Count count = counts.of(action.id());
                  return new Letter(
                      action.slug().value(),
                      count.confirmed(),
                      count.awaiting(),
                      count.underReview(),
                      count.asOf());
                })
            .toList();
  }

  private static List<Paused> paused(DataSource database) {
    var actions = new Actions(database);
    return new Switches(database, InstantSource.system())
        .list().stream()
            .flatMap(
                one ->
                    SwitchName.of(one.what(), actions)
                        .map(name -> new Paused(name.word(), one.since(), one.until()))
                        .stream())
            .toList();
  }

  private static List<ForecastCommand.Line> forecast(
      DataSource database, Optional<OperatorSettings> settings, CivicClock clock) {
    return Forecasts.of(database, settings, Districts::builtIn, clock).list().stream()
        .map(ForecastCommand.Line::of)
        .toList();
  }

  private static Mails mails(MailBacklog backlog, Instant now) {
    return new Mails(
        backlog.waiting(),
        backlog.oldest().map(oldest -> Duration.between(oldest, now).toSeconds()).orElse(0L),
        backlog.failed(),
        backlog.stopped());
  }

  /** For a terminal. */
  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add(
        "JoinVoices %s, database at %s, %d MiB; civic data %s; civic time %s"
            .formatted(release, schema, databaseBytes >> 20, dataRelease, civicTime));
    dataAlarm.ifPresent(alarm -> lines.add("alarm     civic data: " + alarm));
    for (Letter letter : actions) {
      lines.add(
          "action    %s: %d confirmed, %d awaiting, %d under review, as of %s"
              .formatted(
                  letter.action(),
                  letter.confirmed(),
                  letter.awaiting(),
                  letter.underReview(),
                  letter.asOf()));
    }
    countAlarms.forEach(
        alarm -> lines.add("alarm     " + alarm.sentence() + "; ./joinvoices recount looks again"));
    lines.add(
        "mails     %d waiting, the oldest for %d s; %d given up"
            .formatted(mails.waiting(), mails.oldestSeconds(), mails.failed()));
    lines.add("delivery  " + (deliveries.isEmpty() ? "none yet" : deliveries));
    stoppedLanes.forEach((lane, code) -> lines.add("stopped   " + Stopped.lane(lane, code)));
    paused.forEach(
        one ->
            lines.add(
                "paused    %s, since %s; ./joinvoices resume %s lets it go on"
                    .formatted(
                        one.what(), one.since().truncatedTo(ChronoUnit.SECONDS), one.what())));
    forecast.forEach(line -> lines.add("forecast  " + ForecastCommand.sentence(line)));
    if (mails.stopped() > 0) {
      lines.add("stopped   " + Stopped.mails(mails.stopped()));
    }
    readers.forEach(
        reader -> lines.add("reader    %s: %d behind".formatted(reader.reader(), reader.behind())));
    jobs.forEach(
        job ->
            lines.add(
                "job       %s: last %s, next %s"
                    .formatted(
                        job.job(),
                        job.lastEnded().map(Instant::toString).orElse("never"),
                        job.next())));
    return lines;
  }
}
