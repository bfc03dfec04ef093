package org.joinvoices.cli;

import java.util.concurrent.Callable;
import org.joinvoices.platform.settings.OperatorSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serve}: the real thing. */
@Command(
    name = "serve",
    description =
        "Runs a house for the public, as its configuration says. Stops cleanly on Ctrl-C and SIGTERM.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Mixin private final ConfigOption config = new ConfigOption();

  @Option(
      names = "--print-config",
      description = "prints the commented reference configuration and ends")
  private boolean printConfig;

  @Override
  public Integer call() throws InterruptedException {
    var out = spec.commandLine().getOut();
    if (printConfig) {
      out.print(OperatorSettings.reference());
      out.flush();
      return 0;
    }
    new ServedHouse(config.settings(), out).run();
    return 0;
  }
}
