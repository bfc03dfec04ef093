package org.joinvoices.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.joinvoices.delivery.Pausable;
import org.joinvoices.delivery.Pauses;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.crypto.Vault;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pause}: keeps messages back until {@code resume}. */
@Command(
    name = "pause",
    description = {
      "Keeps messages back: of a letter, to an office, or by a gateway. Signing goes on.",
      "What is being sent at this moment still leaves. ./joinvoices resume lets them go on."
    },
    mixinStandardHelpOptions = true)
final class PauseCommand implements Callable<Integer> {

  private static final InstantSource MACHINE = InstantSource.system();

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = SendingName.FORM,
      converter = SendingName.Names.class,
      description = "what to keep back, such as senate, action:join-voices or office:OH-11")
  private List<SendingName> names = new ArrayList<>();

  @Mixin private final AnyHouseOption house = new AnyHouseOption();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (var database = house.open()) {
      var source = database.dataSource();
      var transaction = new TransactionTemplate(new JdbcTransactionManager(source));
      for (SendingName name : names) {
        String line = transaction.execute(_ -> pause(name, source));
        out.println(line);
      }
    }
    out.flush();
    return 0;
  }

  private static String pause(SendingName name, DataSource database) {
    Pausable what = name.find(database);
    var pauses = new Pauses(database, MACHINE);
    boolean paused = pauses.pause(what);
    if (paused) {
      new AuditTrail(database, MACHINE)
          .append(new Actor.CommandLine(), AuditAct.DELIVERY_PAUSED, subject(what));
    }
    return "%s: %s; messages that wait: %d"
        .formatted(name.word(), paused ? "paused" : "was paused already", pauses.waiting(what));
  }

  /** Of an entry in the audit trail. */
  static UUID subject(Pausable what) {
    return what instanceof Pausable.OfAction(var action) ? action.value() : Vault.HOUSE;
  }
}
