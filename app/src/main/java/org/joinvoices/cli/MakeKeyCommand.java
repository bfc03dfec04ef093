package org.joinvoices.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.joinvoices.platform.crypto.MasterKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code make-key FILE}: the master key of a new house. */
@Command(
    name = "make-key",
    description =
        "Makes the master key of a new house in a file that only you can read. Keep a copy in another"
            + " place than the house's backups: without it nobody can open the contact data.",
    mixinStandardHelpOptions = true)
final class MakeKeyCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "must not exist")
  private Path file = Path.of("");

  @Override
  public Integer call() {
    if (Files.exists(file)) {
      throw new Refusal(file + " exists. A key that is in use must not be replaced.");
    }
    MasterKey.loadOrCreate(file);
    var out = spec.commandLine().getOut();
    out.println("Made " + file + ".");
    out.flush();
    return 0;
  }
}
