package org.joinvoices.cli;

import java.util.List;
import picocli.CommandLine.Command;

/** {@code event-code list}. */
@Command(
    name = "list",
    description = "Lists the codes of a letter with their links, the newest first.",
    mixinStandardHelpOptions = true)
final class EventCodeListCommand extends EventCodeSubcommand {

  @Override
  List<String> lines(Opened letter) {
    List<String> lines =
        letter.codes().list(letter.action().id()).stream().map(letter::line).toList();
    return lines.isEmpty() ? List.of("There is no event code yet.") : lines;
  }
}
