package org.joinvoices.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.joinvoices.action.Actions;
import org.joinvoices.action.Slug;
import org.joinvoices.delivery.PetitionBook;
import org.joinvoices.delivery.PetitionBooks;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.clock.CivicClockStore;
import org.joinvoices.platform.crypto.MasterKey;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.database.Database;
import org.joinvoices.signing.Signatures;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code book}: writes the petition book of an action. */
@Command(
    name = "book",
    description = {
      "Writes the petition book: PDF, CSV and manifest.",
      "Before the deadline it is provisional; after it, frozen, with a supplement for those who"
          + " confirmed within 48 hours."
    },
    mixinStandardHelpOptions = true)
final class BookCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Option(names = "--action", required = true, paramLabel = "SLUG", description = "which letter")
  private String action = "";

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "where to write")
  private Path out = Path.of(".");

  @Option(
      names = "--home",
      paramLabel = "DIR",
      defaultValue = "./var",
      description = "folder of the house (default ${DEFAULT-VALUE})")
  private Path home = Path.of(".");

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "master key (default HOME/keys/master.json)")
  private @Nullable Path key;

  @Override
  public Integer call() {
    Slug slug = Slug.parse(action).orElseThrow(() -> wrong("--action", "a slug of an action"));
    Path keyFile = key == null ? home.resolve("keys").resolve("master.json") : key;
    if (!Files.isRegularFile(keyFile)) {
      throw wrong("--home or --key", "where a house and its master key are; no file " + keyFile);
    }
    try (var database = Database.open(home)) {
      write(database.dataSource(), MasterKey.load(keyFile), slug);
    }
    return 0;
  }

  private void write(DataSource database, MasterKey master, Slug slug) {
    ActionId id =
        new Actions(database)
            .find(slug)
            .orElseThrow(() -> wrong("--action", "an action of this house"))
            .id();
    CivicClock clock = new CivicClockStore(database, InstantSource.system()).clock();
    var signatures = new Signatures(database, new Vault(database, master), clock);
    new PetitionBooks(database, signatures, clock).makeAll(id, out).forEach(this::print);
  }

  private void print(PetitionBook book) {
    PrintWriter text = spec.commandLine().getOut();
    text.printf(
        "%s, %s, as of %s: %d signatures (%d shown, %d counted only, %d ended since)%n",
        book.part().word(),
        book.frozen() ? "frozen" : "provisional, not frozen",
        book.asOf(),
        book.signatures(),
        book.shown(),
        book.countedOnly(),
        book.endedSince());
    book.files().forEach(file -> text.println("  " + file));
    text.flush();
  }

  private ParameterException wrong(String option, String wanted) {
    return new ParameterException(spec.commandLine(), option + " should be " + wanted);
  }
}
