package org.joinvoices.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.joinvoices.delivery.LaneStops;
import org.joinvoices.platform.backup.Backup;
import org.joinvoices.platform.backup.BackupReader;
import org.joinvoices.platform.mail.StoppedMails;
import org.joinvoices.signing.ReceiptQueue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code restore DIR}: brings a backup back into an empty house. */
@Command(
    name = "restore",
    description = {
      "Brings a backup back into an empty house, and the house to this release.",
      "Everything is checked first: if a file is missing or damaged, nothing is changed.",
      "Messages and mails that waited at the backup stay stopped until ./joinvoices resume."
    },
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

  /** Nothing that waited at the backup goes out by itself: much of it left since. */
  private static final List<BackupReader.Stop> STOPS =
      List.of(
          ReceiptQueue::queueAll,
          StoppedMails::stopAll,
          connection -> LaneStops.stopAll(connection, InstantSource.system().instant()));

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "what ./joinvoices backup wrote")
  private Path folder = Path.of("");

  @Mixin private final AnyHouseOption house = new AnyHouseOption();

  @Option(
      names = "--identity",
      paramLabel = "FILE",
      description = "age keys, as age-keygen writes them, where the backup is encrypted")
  private Optional<Path> identity = Optional.empty();

  @Override
  public Integer call() {
    var reader = BackupReader.check(folder, identity);
    try (var database = house.openBareOrBegin()) {
      reader.restore(database, house.data().resolve("books"), STOPS);
    }
    print(reader.backup());
    return 0;
  }

  private void print(Backup back) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "Brought back into %s: %d tables, %d rows, %d files of petition books, as of %s; every"
            + " checksum and count agrees.%n",
        house.data(), back.tables().size(), back.rows(), back.books().size(), back.takenAt());
    out.println("Next:");
    out.printf(
        "  1. Put the master key to %s and the key store to %s; without them no contact data opens.%n",
        house.masterKey(), house.keyStore());
    out.printf(
        "  2. What was sent after %s is not known here. So both gateways and the mails that waited"
            + " are stopped:%n     look at what was sent since (docs/operate/backup.md), then"
            + " ./joinvoices resume house senate office_mail mails.%n",
        back.takenAt());
    out.println("  3. ./joinvoices doctor");
    out.flush();
  }
}
