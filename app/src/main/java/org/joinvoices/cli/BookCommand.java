package org.joinvoices.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.joinvoices.delivery.PetitionBook;
import org.joinvoices.delivery.PetitionBooks;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.clock.CivicClockStore;
import org.joinvoices.platform.crypto.KeyStore;
import org.joinvoices.platform.crypto.MasterKey;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.signing.Signatures;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code book}: writes the petition book of an action. */
@Command(
    name = "book",
    description = {
      "Writes the petition book: PDF, CSV and manifest; of a large one, names in volumes.",
      "Before the deadline it is provisional; after it, frozen, with a supplement for those who"
          + " confirmed within 48 hours."
    },
    mixinStandardHelpOptions = true)
final class BookCommand implements Callable<Integer> {

  private static final long PROGRESS = 100_000;

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Mixin private final AnyHouseOption house = new AnyHouseOption();

  @Option(names = "--action", required = true, paramLabel = "SLUG", description = "which letter")
  private String action = "";

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "where to write")
  private Path out = Path.of(".");

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "master key (default: the configuration's, or HOME/keys/master.json)")
  private @Nullable Path key;

  @Override
  public Integer call() {
    try (var database = house.open()) {
      write(database.dataSource(), MasterKey.load(keyFile()));
    }
    return 0;
  }

  private Path keyFile() {
    Path file = key == null ? house.masterKey() : key;
    if (!Files.isRegularFile(file)) {
      throw new Refusal("There is no master key " + file + "; name its file with --key.");
    }
    return file;
  }

  private void write(DataSource database, MasterKey master) {
    ActionId id = KnownAction.find(database, action).id();
    CivicClock clock = new CivicClockStore(database, InstantSource.system()).clock();
    var signatures = new Signatures(database, vault(database, master), clock);
    new PetitionBooks(database, signatures, clock)
        .makeAll(id, out, this::tell)
        .forEach(this::print);
  }

  /** Something to see while a large book is made. */
  private void tell(long read) {
    if (read % PROGRESS == 0) {
      PrintWriter text = spec.commandLine().getErr();
      text.printf("%,d signatures read%n", read);
      text.flush();
    }
  }

  private Vault vault(DataSource database, MasterKey master) {
    return Vault.open(database, master, KeyStore.in(house.keyStore()));
  }

  private void print(PetitionBook book) {
    PrintWriter text = spec.commandLine().getOut();
    text.printf(
        "%s, %s, as of %s: signatures %d (shown %d, counted only %d, ended since %d)%n",
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
}
