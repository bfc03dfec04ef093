package org.joinvoices.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.joinvoices.action.Action;
import org.joinvoices.action.Actions;
import org.joinvoices.delivery.Chamber;
import org.joinvoices.delivery.DeliveryTally;
import org.joinvoices.delivery.DueBooks;
import org.joinvoices.delivery.GatewayCheck;
import org.joinvoices.delivery.LaneStops;
import org.joinvoices.districts.DataReleases;
import org.joinvoices.districts.DataStanding;
import org.joinvoices.platform.backup.LastBackup;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.crypto.KeyStore;
import org.joinvoices.platform.crypto.MasterKey;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.doctor.Finding;
import org.joinvoices.platform.mail.MailBacklog;
import org.joinvoices.platform.mail.MailServerCheck;
import org.joinvoices.platform.settings.OperatorSettings;
import org.joinvoices.signing.Recount;

/** What {@code doctor} looks at beyond machine and database: everything that knows of letters. */
final class HouseChecks {

  private static final Duration MAIL_SLOW = Duration.ofMinutes(15);
  private static final Duration MAIL_STUCK = Duration.ofHours(2);
  private static final Duration BACKUP_OLD = Duration.ofDays(2);

  private HouseChecks() {}

  static List<Finding> of(DataSource database, Path home, CivicClock clock) {
    var deliveries = DeliveryTally.read(database);
    var backlog = MailBacklog.read(database);
    return List.of(
        release(new DataReleases(database, InstantSource.system()).standing(clock.today())),
        mails(backlog, clock.instant()),
        stoppedMails(backlog.stopped()),
        review(deliveries),
        lanes(deliveries),
        counts(new Recount(database, clock).list()),
        books(DueBooks.list(database, home.resolve("books"), clock.instant())));
  }

  private static Finding release(DataStanding standing) {
    String sentence = "release %s, day %s".formatted(standing.release(), standing.day());
    if (standing.alarm().isPresent()) {
      return Finding.fault(
          "civic data",
          standing.alarm().get(),
          "Import it once more, or ./joinvoices data use NAME; data status lists names.");
    }
    if (!standing.covered()) {
      return Finding.fault(
          "civic data", sentence + " is not covered: nobody is matched", "Get a newer release.");
    }
    return standing.advice().isEmpty()
        ? Finding.ok("civic data", sentence)
        : Finding.warning(
            "civic data", sentence, "Renew it: " + String.join("; ", standing.advice()) + ".");
  }

  private static Finding mails(MailBacklog backlog, Instant now) {
    var age = backlog.oldest().map(oldest -> Duration.between(oldest, now)).orElse(Duration.ZERO);
    String sentence =
        "%d wait, the oldest for %d minutes; %d given up"
            .formatted(backlog.waiting(), age.toMinutes(), backlog.failed());
    String remedy = "Look whether the server runs and what the mail server says.";
    if (age.compareTo(MAIL_STUCK) > 0) {
      return Finding.fault("mails", sentence, remedy);
    }
    return age.compareTo(MAIL_SLOW) > 0
        ? Finding.warning("mails", sentence, remedy)
        : Finding.ok("mails", sentence);
  }

  private static Finding stoppedMails(long number) {
    return number == 0
        ? Finding.ok("stopped mails", "none")
        : Finding.fault(
            "stopped mails",
            number + " from before the restore wait",
            Stopped.LOOK + ", then ./joinvoices resume mails.");
  }

  private static Finding review(DeliveryTally tally) {
    return tally.needReview() == 0
        ? Finding.ok("deliveries", "none needs a person")
        : Finding.warning(
            "deliveries",
            tally.needReview() + " are unclear: the office may have them or not",
            "Ask the gateway's operator by their DeliveryId; they are never sent again by themselves.");
  }

  private static Finding lanes(DeliveryTally tally) {
    return tally.stopped().isEmpty()
        ? Finding.ok("gateway lanes", "none is stopped")
        : Finding.fault(
            "gateway lanes",
            "stopped: " + tally.stopped(),
            "%s, then ./joinvoices resume %s."
                .formatted(
                    tally.stopped().values().stream().allMatch(LaneStops.RESTORED::equals)
                        ? Stopped.LOOK
                        : "Mend what the code says (docs/reference.md)",
                    String.join(" ", tally.stopped().keySet())));
  }

  private static Finding counts(List<Recount.Line> lines) {
    List<Recount.Line> wrong = lines.stream().filter(line -> !line.agrees()).toList();
    return wrong.isEmpty()
        ? Finding.ok("counts", "each agrees with its signatures and events")
        : Finding.fault(
            "counts",
            wrong.stream().map(RecountCommand::sentence).collect(Collectors.joining("; ")),
            "./joinvoices recount --fix sets the count right; see docs/operate/watching.md.");
  }

  private static Finding books(List<String> due) {
    return due.isEmpty()
        ? Finding.ok("petition books", "every one that is due is written")
        : Finding.warning(
            "petition books",
            "due and not written: " + String.join("; ", due),
            "A running server writes them; ./joinvoices book does too.");
  }

  static Finding backup(Path home, Instant machine) {
    String remedy = "./joinvoices backup DIR, daily; see docs/operate/backup.md.";
    Optional<Duration> age =
        LastBackup.find(home).map(takenAt -> Duration.between(takenAt, machine));
    if (age.isEmpty()) {
      return Finding.warning("backup", "none was made yet", remedy);
    }
    String sentence = "the last one is %d hours old".formatted(age.get().toHours());
    return age.get().compareTo(BACKUP_OLD) > 0
        ? Finding.warning("backup", sentence, remedy)
        : Finding.ok("backup", sentence);
  }

  /** Only after the master key was found good. */
  static Finding dataKeys(DataSource database, Path master, Path store) {
    String remedy = "Bring back your copy of the key store (key-store), and the right master key.";
    if (!Files.isDirectory(store)) {
      return Finding.fault("data keys", "there is no key store " + store, remedy);
    }
    try {
      var vault = Vault.open(database, MasterKey.load(master), KeyStore.in(store));
      List<Action> actions = new Actions(database).list();
      int opened = 0;
      for (Action action : actions) {
        if (vault.holdsKey(action.id().value())) {
          vault.keyedHash(action.id().value(), "doctor", new byte[0]);
          opened++;
        }
      }
      return Finding.ok(
          "data keys",
          "%d of %d letters have one, and each opens".formatted(opened, actions.size()));
    } catch (IllegalStateException e) {
      return Finding.fault("data keys", "one is missing or does not open", remedy);
    }
  }

  static List<Finding> settings(OperatorSettings settings) {
    var findings = new ArrayList<Finding>();
    findings.add(mailServer(settings));
    for (Chamber chamber : Chamber.values()) {
      findings.add(gateway(settings, chamber));
    }
    findings.add(GeocoderCheck.of(settings));
    findings.add(MailboxFiles.finding(settings));
    return findings;
  }

  private static Finding gateway(OperatorSettings settings, Chamber chamber) {
    String subject = chamber.word() + " gateway";
    if (settings.find(chamber.word() + ".key").isEmpty()) {
      return Finding.warning(
          subject,
          "off: messages to it wait",
          "Register as a delivery agent and set " + chamber.word() + ".key.");
    }
    var asked =
        GatewayCheck.of(
            chamber, GatewaySettings.of(settings, chamber), InstantSource.system().instant());
    return switch (asked) {
      case GatewayCheck.Lists(var offices) ->
          Finding.ok(subject, "lists %d offices".formatted(offices));
      case GatewayCheck.Closed(var until) ->
          Finding.ok(subject, "closed for maintenance until " + until);
      case GatewayCheck.Silent(var why) ->
          Finding.fault(
              subject,
              "no list of offices, so nothing is sent: " + why,
              "Look at %s.url, and whether this machine's address is on the gateway's list."
                  .formatted(chamber.word()));
    };
  }

  private static Finding mailServer(OperatorSettings settings) {
    String place = settings.get("mail.host") + ":" + settings.get("mail.port");
    return MailServerCheck.problem(
            settings.get("mail.host"),
            Integer.parseInt(settings.get("mail.port")),
            settings.isOn("mail.tls"),
            settings.find("mail.user").orElse(null),
            settings.find("mail.password").orElse(null))
        .map(
            problem ->
                Finding.fault(
                    "mail server",
                    place + " " + problem,
                    "Look at mail.host, mail.port, mail.tls and the login, and at the server's log."))
        .orElseGet(() -> Finding.ok("mail server", place + " takes mails"));
  }
}
