package org.joinvoices.cli;

import java.time.Instant;
import java.util.List;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.signing.EventCodes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code event-code make}. */
@Command(
    name = "make",
    description = "Makes a code and prints its link, which may be shown as a QR code.",
    mixinStandardHelpOptions = true)
final class EventCodeMakeCommand extends EventCodeSubcommand {

  @Option(
      names = "--from",
      required = true,
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "from when it holds, such as 2021-01-10T09:00:00-05:00")
  private Instant from = Instant.EPOCH;

  @Option(
      names = "--until",
      required = true,
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "when it ends")
  private Instant until = Instant.EPOCH;

  @Option(
      names = "--most",
      required = true,
      paramLabel = "NUMBER",
      description = "signatures it holds for")
  private int most;

  @Override
  List<String> lines(Opened letter) {
    if (!from.isBefore(until)) {
      throw new Refusal("--until is not after --from. Name a later moment.");
    }
    if (most < 1 || most > EventCodes.MOST) {
      throw new Refusal(
          "--most is out of range. Write a whole number from 1 to " + EventCodes.MOST + ".");
    }
    letter.note(AuditAct.EVENT_CODE_MADE);
    return List.of(letter.line(letter.codes().make(letter.action().id(), from, until, most)));
  }
}
