package org.joinvoices.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.joinvoices.delivery.Pausable;
import org.joinvoices.delivery.Pauses;
import org.joinvoices.platform.mail.MailBacklog;
import org.joinvoices.platform.switches.Switch;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What {@code pause} and {@code resume} share: names, each turned in a transaction of its own. */
abstract class SwitchCommand implements Callable<Integer> {

  static final InstantSource MACHINE = InstantSource.system();

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = SwitchName.FORM,
      converter = SwitchName.Names.class,
      description = {
        "house, senate, office_mail, action:SLUG, office:OH-11: messages by one gateway or by e-mail, of a"
            + " letter, to an office; delivery: all of them, books too",
        "signing, signing:SLUG: new signatures, on all letters or on one",
        "mails: our own to supporters and organizations",
        "counts: the numbers that pages show; counting goes on",
        "pages: public pages stay as they are and ask the database for nothing"
      })
  private List<SwitchName> names = new ArrayList<>();

  @Mixin private final AnyHouseOption house = new AnyHouseOption();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (var database = house.open()) {
      var source = database.dataSource();
      var transaction = new TransactionTemplate(new JdbcTransactionManager(source));
      for (SwitchName name : names) {
        Switch what = name.find(source);
        String done = transaction.execute(_ -> turn(name, what, source));
        out.println(name.word() + ": " + done + waiting(what, source));
      }
    }
    out.flush();
    return 0;
  }

  /**
   * @return what was done, in words
   */
  abstract String turn(SwitchName name, Switch what, DataSource database);

  /** What those that wait do, in words. */
  abstract String wait(String what);

  /** How much waits, where messages or mails are meant. */
  private String waiting(Switch what, DataSource database) {
    if (what.equals(Switch.MAILS)) {
      return "; %s: %d".formatted(wait("mails"), MailBacklog.read(database).waiting());
    }
    return Pausable.of(what)
        .map(
            sending ->
                "; %s: %d"
                    .formatted(wait("messages"), new Pauses(database, MACHINE).waiting(sending)))
        .orElse("");
  }
}
