package org.joinvoices.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.joinvoices.platform.backup.Backup;
import org.joinvoices.platform.backup.BackupWriter;
import org.joinvoices.platform.backup.LastBackup;
import org.joinvoices.platform.database.BareDatabase;
import org.joinvoices.platform.retention.Retention;
import org.joinvoices.signing.SignatureEvents;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backup DIR}: one consistent copy of the house, running or not. */
@Command(
    name = "backup",
    description = {
      "Writes one consistent copy of the house, running or not: every table and the petition books.",
      "Keys are never in it; keep them by themselves."
    },
    mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "folder of this one backup; must not exist")
  private Path folder = Path.of("");

  @Mixin private final AnyHouseOption house = new AnyHouseOption();

  @Option(
      names = "--recipient",
      paramLabel = "AGE_KEY",
      description = "encrypt for this age key (age1…); may be given several times")
  private List<String> recipients = new ArrayList<>();

  @Override
  public Integer call() {
    try (var database = house.openBare()) {
      print(write(database, house.data(), folder, recipients));
    }
    return 0;
  }

  static Backup write(BareDatabase database, Path home, Path folder, List<String> recipients) {
    Instant now = InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS);
    var writer =
        new BackupWriter(
            database, home.resolve("books"), Main.Version.release(), SignatureEvents.PORTABLE);
    var made = writer.write(folder, recipients, now);
    LastBackup.remember(home, now);
    return made;
  }

  private void print(Backup made) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "Wrote %s: %d tables, %d rows, %d files of petition books, as of %s, %s.%n",
        folder,
        made.tables().size(),
        made.rows(),
        made.books().size(),
        made.takenAt(),
        made.encrypted() ? "encrypted" : "not encrypted (--recipient encrypts)");
    out.println("Not in it: the master key and the key store. Keep copies of them elsewhere.");
    out.printf(
        "Delete it by %s: signers were told that backups are gone after %d days.%n",
        made.takenAt().plus(Retention.BACKUPS).atZone(ZoneOffset.UTC).toLocalDate(),
        Retention.BACKUPS.toDays());
    out.flush();
  }
}
