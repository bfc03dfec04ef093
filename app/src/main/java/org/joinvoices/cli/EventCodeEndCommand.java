package org.joinvoices.cli;

import java.util.List;
import org.joinvoices.platform.audit.AuditAct;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code event-code end}. */
@Command(
    name = "end",
    description = "Ends a code before its time. Who comes by its link signs as anybody else.",
    mixinStandardHelpOptions = true)
final class EventCodeEndCommand extends EventCodeSubcommand {

  @Parameters(paramLabel = "CODE", description = "such as 7K2M-Q9XD")
  private String code = "";

  @Override
  List<String> lines(Opened letter) {
    String ended =
        letter
            .codes()
            .end(letter.action().id(), code)
            .orElseThrow(
                () ->
                    new Refusal(
                        "No code of that name can be ended; ./joinvoices event-code list names those there are."));
    letter.note(AuditAct.EVENT_CODE_ENDED);
    return List.of(ended + " is ended.");
  }
}
