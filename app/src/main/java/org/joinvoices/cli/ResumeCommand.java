package org.joinvoices.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.joinvoices.delivery.LaneStops;
import org.joinvoices.delivery.Route;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.mail.MailBacklog;
import org.joinvoices.platform.mail.StoppedMails;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/**
 * {@code resume house|senate|office_mail|mails}: lets go on what a gateway or a restore stopped.
 */
@Command(
    name = "resume",
    description = {
      "Lets messages to a chamber, e-mail to offices, or the mails a backup brought back, go out again.",
      "They were stopped by the gateway (wrong key or name), or by ./joinvoices restore."
    },
    mixinStandardHelpOptions = true)
final class ResumeCommand implements Callable<Integer> {

  private static final InstantSource MACHINE = InstantSource.system();

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "house|senate|office_mail|mails",
      converter = Names.class,
      description = "what to let go on; ./joinvoices status says what is stopped, and why")
  private List<Name> names = new ArrayList<>();

  @Mixin private final AnyHouseOption house = new AnyHouseOption();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (var database = house.open()) {
      var source = database.dataSource();
      var transaction = new TransactionTemplate(new JdbcTransactionManager(source));
      for (Name name : names) {
        String line = transaction.execute(_ -> resume(name, source));
        out.println(line);
      }
    }
    out.flush();
    return 0;
  }

  private static String resume(Name name, DataSource database) {
    return switch (name) {
      case HOUSE -> lane(Route.HOUSE, AuditAct.HOUSE_RESUMED, database);
      case SENATE -> lane(Route.SENATE, AuditAct.SENATE_RESUMED, database);
      case OFFICE_MAIL -> lane(Route.OFFICE_MAIL, AuditAct.OFFICE_MAIL_RESUMED, database);
      case MAILS -> mails(database);
    };
  }

  private static String lane(Route route, AuditAct act, DataSource database) {
    var stops = new LaneStops(database, MACHINE);
    Optional<String> stopped = stops.resume(route);
    stopped.ifPresent(_ -> note(act, database));
    return "%s: %s; messages that wait to go: %d"
        .formatted(
            route.word(),
            stopped.map(code -> "resumed (it was stopped: " + code + ")").orElse("was not stopped"),
            stops.waiting(route));
  }

  private static String mails(DataSource database) {
    int resumed = new StoppedMails(database).resume();
    if (resumed > 0) {
      note(AuditAct.MAILS_RESUMED, database);
    }
    return "mails: %s; mails that wait to go: %d"
        .formatted(
            resumed == 0 ? "none were stopped" : "resumed, " + resumed + " of them",
            MailBacklog.read(database).waiting());
  }

  private static void note(AuditAct act, DataSource database) {
    new AuditTrail(database, MACHINE).append(new Actor.CommandLine(), act, Vault.HOUSE);
  }

  /** What can be stopped. */
  enum Name {
    HOUSE,
    SENATE,
    OFFICE_MAIL,
    MAILS
  }

  /** What may be typed. */
  static final class Names implements ITypeConverter<Name> {
    @Override
    public Name convert(String typed) {
      return switch (typed) {
        case "house" -> Name.HOUSE;
        case "senate" -> Name.SENATE;
        case "office_mail" -> Name.OFFICE_MAIL;
        case "mails" -> Name.MAILS;
        default ->
            throw new TypeConversionException(
                "nothing here is called " + typed + "; name house, senate, office_mail or mails");
      };
    }
  }
}
