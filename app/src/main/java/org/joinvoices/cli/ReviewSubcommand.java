package org.joinvoices.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.clock.CivicClockStore;
import org.joinvoices.platform.crypto.Tokens;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.database.Database;
import org.joinvoices.signing.Reviews;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands below {@code review} share: where the house is, and how they answer. */
abstract class ReviewSubcommand implements Callable<Integer> {

  static final Actor BY = new Actor.CommandLine();
  private static final InstantSource MACHINE = InstantSource.system();

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Mixin private final AnyHouseOption house = new AnyHouseOption();

  @Option(names = "--json", description = "one line of JSON")
  private boolean json;

  /** A house while it is open. */
  record Opened(DataSource database, Reviews reviews, Tokens tokens) {}

  /** An answer: an object for JSON, and the same in sentences. */
  record Answer(Object json, List<String> sentences) {}

  @Override
  public final Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Answer answer;
    try (Database opened = house.open()) {
      var database = opened.dataSource();
      Vault vault = house.openVault(database);
      CivicClock clock = new CivicClockStore(database, MACHINE).clock();
      var reviews = new Reviews(database, vault, new AuditTrail(database, MACHINE), clock);
      answer = answer(new Opened(database, reviews, new Tokens(vault, clock)));
    }
    if (json) {
      out.println(StatusCommand.json(answer.json()));
    } else {
      answer.sentences().forEach(out::println);
    }
    out.flush();
    return 0;
  }

  abstract Answer answer(Opened house);
}
