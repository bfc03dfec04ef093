package org.joinvoices.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.joinvoices.action.Actions;
import org.joinvoices.signing.ImportBatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code import list}. */
@Command(
    name = "list",
    description = "Lists the imports of sign-up sheets, the newest first.",
    mixinStandardHelpOptions = true)
final class ImportListCommand implements Callable<Integer> {

  private record Line(
      String batch,
      String action,
      String madeAt,
      @Nullable String sheet,
      String witness,
      long counted,
      long byMail,
      long waiting,
      @Nullable String undoneAt) {}

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Mixin private final ImportedHouse house = new ImportedHouse();

  @Option(names = "--json", description = "one line of JSON")
  private boolean json;

  @Override
  public Integer call() {
    List<Line> lines = house.with(ImportListCommand::lines);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(StatusCommand.json(lines));
    } else if (lines.isEmpty()) {
      out.println("Nothing was imported yet.");
    } else {
      lines.forEach(line -> out.println(sentence(line)));
    }
    out.flush();
    return 0;
  }

  private static List<Line> lines(ImportedHouse.Opened opened) {
    var actions = new Actions(opened.database().dataSource());
    return opened.imports().list().stream().map(batch -> line(batch, actions)).toList();
  }

  private static Line line(ImportBatch batch, Actions actions) {
    return new Line(
        batch.id().toString(),
        actions.get(batch.action()).slug().value(),
        batch.madeAt().toString(),
        batch.sheet().orElse(null),
        batch.witness(),
        batch.counted(),
        batch.byMail(),
        batch.waiting(),
        batch.undoneAt().map(Object::toString).orElse(null));
  }

  private static String sentence(Line line) {
    return "%s  %s, %s, %scounted on a witness's word %d, confirmed by mail %d, waiting %d%s"
        .formatted(
            line.batch(),
            line.action(),
            line.madeAt(),
            line.sheet() == null ? "" : "sheet " + line.sheet() + ", ",
            line.counted(),
            line.byMail(),
            line.waiting(),
            line.undoneAt() == null ? "" : ", undone " + line.undoneAt());
  }
}
