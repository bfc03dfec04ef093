package org.joinvoices.cli;

import java.io.PrintWriter;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.joinvoices.platform.audit.Actor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import undo}. */
@Command(
    name = "undo",
    description = {
      "Takes out what one import brought in, and erases it; the count follows within seconds.",
      "Who confirmed by mail since stays."
    },
    mixinStandardHelpOptions = true)
final class ImportUndoCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Mixin private final ImportedHouse house = new ImportedHouse();

  @Parameters(paramLabel = "BATCH", description = "as import list names it")
  private UUID batch = new UUID(0, 0);

  @Override
  public Integer call() {
    long counted =
        house.with(
            opened ->
                opened
                    .imports()
                    .undo(new Actor.CommandLine(), batch)
                    .orElseThrow(
                        () ->
                            new Refusal(
                                "There is no batch %s; ./joinvoices import list names those there are."
                                    .formatted(batch))));
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "%,d rows no longer count; what was sealed of this batch is erased.".formatted(counted));
    out.flush();
    return 0;
  }
}
