package org.joinvoices.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.joinvoices.action.Action;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.clock.CivicClockStore;
import org.joinvoices.signing.EventCode;
import org.joinvoices.signing.EventCodes;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands below {@code event-code} share. */
abstract class EventCodeSubcommand implements Callable<Integer> {

  private static final InstantSource MACHINE = InstantSource.system();

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Option(names = "--action", required = true, paramLabel = "SLUG", description = "which letter")
  private String slug = "";

  @Mixin private final AnyHouseOption house = new AnyHouseOption();

  /** The codes of one letter, while its house is open and a transaction runs. */
  record Opened(
      Action action, EventCodes codes, CivicClock clock, AuditTrail audit, String baseUrl) {

    void note(AuditAct act) {
      audit.append(new Actor.CommandLine(), act, action.id().value());
    }

    /** In the letter's zone. */
    String line(EventCode code) {
      return "%s  %s to %s, used %d of %d, %s%n%s/actions/%s?event=%s"
          .formatted(
              code.code(),
              moment(code.from().atZone(action.deadline().getZone())),
              moment(code.until().atZone(action.deadline().getZone())),
              code.used(),
              code.most(),
              code.standing(clock.instant()).word(),
              "           " + baseUrl,
              action.slug(),
              code.code());
    }

    private static String moment(ZonedDateTime moment) {
      return moment.toOffsetDateTime().toString();
    }
  }

  @Override
  public final Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (var database = house.open()) {
      DataSource source = database.dataSource();
      var clock = new CivicClockStore(source, MACHINE).clock();
      var opened =
          new Opened(
              KnownAction.find(source, slug),
              new EventCodes(source, clock),
              clock,
              new AuditTrail(source, MACHINE),
              house.baseUrl());
      List<String> lines =
          new TransactionTemplate(new JdbcTransactionManager(source)).execute(_ -> lines(opened));
      lines.forEach(out::println);
    }
    out.flush();
    return 0;
  }

  abstract List<String> lines(Opened letter);
}
