package org.joinvoices.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.joinvoices.platform.web.Texts;
import org.joinvoices.platform.web.TextsCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code i18n check}: whether texts are missing or left over. */
@Command(
    name = "check",
    description = {
      "Whether each text of pages and mails is there in every language, takes the same arguments",
      "and is used. A line for each fault; exit status 1 where there is one."
    },
    mixinStandardHelpOptions = true)
final class I18nCheckCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    TextsCheck.Found found = TextsCheck.run();
    found.faults().forEach(out::println);
    out.printf(
        "%,d texts, languages %s, faults: %d%n",
        found.texts(), String.join(", ", Texts.LANGUAGES), found.faults().size());
    return found.faults().isEmpty() ? 0 : 1;
  }
}
