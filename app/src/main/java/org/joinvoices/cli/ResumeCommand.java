package org.joinvoices.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.joinvoices.delivery.LaneStops;
import org.joinvoices.delivery.Pausable;
import org.joinvoices.delivery.Pauses;
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

/** {@code resume}: lets go on what a gateway, a restore or {@code pause} kept back. */
@Command(
    name = "resume",
    description = {
      "Lets messages to a chamber, e-mail to offices, or the mails a backup brought back, go out again:",
      "stopped by the gateway (wrong key or name), or by ./joinvoices restore. Ends a pause, too."
    },
    mixinStandardHelpOptions = true)
final class ResumeCommand implements Callable<Integer> {

  private static final InstantSource MACHINE = InstantSource.system();

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = SendingName.FORM + "|mails",
      converter = Names.class,
      description =
          "what to let go on; ./joinvoices status says what is stopped or paused, and why")
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
      case Name.Mails _ -> mails(database);
      case Name.Sending(SendingName.OfLane(var lane)) -> lane(lane, database);
      case Name.Sending(var other) -> paused(other, database);
    };
  }

  /** Both at once: whoever says that messages may go means it. */
  private static String lane(Route route, DataSource database) {
    var stops = new LaneStops(database, MACHINE);
    Optional<String> stopped = stops.resume(route);
    stopped.ifPresent(_ -> note(act(route), Vault.HOUSE, database));
    boolean paused = unpause(new Pausable.OfLane(route), database);
    List<String> was = new ArrayList<>();
    stopped.ifPresent(code -> was.add("stopped: " + code));
    if (paused) {
      was.add("paused");
    }
    return "%s: %s; messages that wait to go: %d"
        .formatted(
            route.word(),
            was.isEmpty()
                ? "was not stopped"
                : "resumed (it was " + String.join("; and ", was) + ")",
            stops.waiting(route));
  }

  private static AuditAct act(Route route) {
    return switch (route) {
      case HOUSE -> AuditAct.HOUSE_RESUMED;
      case SENATE -> AuditAct.SENATE_RESUMED;
      case OFFICE_MAIL -> AuditAct.OFFICE_MAIL_RESUMED;
      case PACKET, HAND_OFF ->
          throw new IllegalStateException("nothing is sent by " + route.word());
    };
  }

  private static String paused(SendingName name, DataSource database) {
    Pausable what = name.find(database);
    boolean paused = unpause(what, database);
    return "%s: %s; messages that wait to go: %d"
        .formatted(
            name.word(),
            paused ? "resumed (it was paused)" : "was not paused",
            new Pauses(database, MACHINE).waiting(what));
  }

  private static boolean unpause(Pausable what, DataSource database) {
    boolean paused = new Pauses(database, MACHINE).resume(what);
    if (paused) {
      note(AuditAct.DELIVERY_RESUMED, PauseCommand.subject(what), database);
    }
    return paused;
  }

  private static String mails(DataSource database) {
    int resumed = new StoppedMails(database).resume();
    if (resumed > 0) {
      note(AuditAct.MAILS_RESUMED, Vault.HOUSE, database);
    }
    return "mails: %s; mails that wait to go: %d"
        .formatted(
            resumed == 0 ? "none were stopped" : "resumed, " + resumed + " of them",
            MailBacklog.read(database).waiting());
  }

  private static void note(AuditAct act, UUID subject, DataSource database) {
    new AuditTrail(database, MACHINE).append(new Actor.CommandLine(), act, subject);
  }

  /** What can be resumed. */
  sealed interface Name {

    record Sending(SendingName name) implements Name {}

    /** Our own mails to supporters. */
    record Mails() implements Name {}
  }

  /** What may be typed. */
  static final class Names implements ITypeConverter<Name> {
    @Override
    public Name convert(String typed) {
      return typed.equals("mails")
          ? new Name.Mails()
          : SendingName.parse(typed)
              .map(Name.Sending::new)
              .orElseThrow(
                  () ->
                      new TypeConversionException(
                          "nothing here is called "
                              + typed
                              + "; name "
                              + SendingName.FORM.replace("|", ", ")
                              + " or mails"));
    }
  }
}
