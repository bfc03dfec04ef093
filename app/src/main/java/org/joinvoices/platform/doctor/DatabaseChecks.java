package org.joinvoices.platform.doctor;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.joinvoices.platform.database.BareDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database must be; that it can be reached and is new enough, opening it has shown. */
public final class DatabaseChecks {

  /** Leases are a minute, so that seconds do not matter yet. */
  private static final Duration SKEW_SEEN = Duration.ofSeconds(2);

  private static final Duration SKEW_HARMS = Duration.ofSeconds(30);

  private DatabaseChecks() {}

  public static List<Finding> all(BareDatabase database, InstantSource machine) {
    var jdbc = JdbcClient.create(database.owner());
    var findings = new ArrayList<Finding>();
    findings.add(Finding.ok("database", "PostgreSQL " + show(jdbc, "server_version") + " answers"));
    findings.add(migrations(database));
    findings.add(durability(jdbc));
    findings.add(skew(jdbc, machine));
    return findings;
  }

  private static Finding migrations(BareDatabase database) {
    var standing = database.standing();
    String version = standing.version().orElse("none");
    if (!version.equals("none") && !database.knows(version)) {
      return Finding.fault(
          "migrations",
          "the database is at " + version + ", later than this release",
          "Run the release that brought it there, or a newer one.");
    }
    if (version.equals("none")) {
      return notBegun("migrations");
    }
    int pending = standing.pending().size();
    return pending == 0
        ? Finding.ok("migrations", "current, at " + version)
        : Finding.warning(
            "migrations",
            pending + " have not run; the database is at " + version,
            "Stop the server and run ./joinvoices upgrade.");
  }

  /** What is said of a house that nobody has begun. */
  public static Finding notBegun(String subject) {
    return Finding.warning(
        subject,
        "no house was begun here yet",
        "./joinvoices serve begins one; so do publish and invite.");
  }

  /** Design principle 2: durable before thanks. */
  private static Finding durability(JdbcClient jdbc) {
    String fsync = show(jdbc, "fsync");
    String commit = show(jdbc, "synchronous_commit");
    boolean durable = fsync.equals("on") && !commit.equals("off");
    String sentence = "fsync %s, synchronous_commit %s".formatted(fsync, commit);
    return durable
        ? Finding.ok("durability", sentence)
        : Finding.fault(
            "durability",
            sentence + ": signatures that were thanked for can be lost",
            "Set both to on in postgresql.conf and reload.");
  }

  private static Finding skew(JdbcClient jdbc, InstantSource machine) {
    var theirs = jdbc.sql("SELECT clock_timestamp()").query(OffsetDateTime.class).single();
    var skew = Duration.between(machine.instant(), theirs.toInstant()).abs();
    String sentence = "database and machine differ by %d ms".formatted(skew.toMillis());
    String remedy = "Run a time service (chrony, systemd-timesyncd) on both.";
    if (skew.compareTo(SKEW_HARMS) > 0) {
      return Finding.fault("clock", sentence, remedy);
    }
    return skew.compareTo(SKEW_SEEN) > 0
        ? Finding.warning("clock", sentence, remedy)
        : Finding.ok("clock", sentence);
  }

  private static String show(JdbcClient jdbc, String setting) {
    return jdbc.sql("SELECT current_setting(?)").param(setting).query(String.class).single();
  }
}
