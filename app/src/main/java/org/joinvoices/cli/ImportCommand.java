package org.joinvoices.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.joinvoices.action.Action;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.signing.SheetForm;
import org.joinvoices.signing.SheetForms;
import org.joinvoices.signing.SheetImportOutcome;
import org.joinvoices.signing.SheetImportOutcome.Done;
import org.joinvoices.signing.SheetImportTask;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import}: rows of sign-up sheets that somebody typed in. */
@Command(
    name = "import",
    description = {
      "Imports rows of sign-up sheets from a CSV file. Each counts for the letter on the word of a"
          + " witness; rows that ask for messages and have address and e-mail get one mail to"
          + " confirm them."
    },
    mixinStandardHelpOptions = true,
    subcommands = {ImportListCommand.class, ImportUndoCommand.class})
final class ImportCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Mixin private final ImportedHouse house = new ImportedHouse();

  @Parameters(paramLabel = "FILE", arity = "0..1", description = "CSV in UTF-8, a header first")
  private @Nullable Path file;

  @Option(names = "--action", paramLabel = "SLUG", description = "which letter")
  private @Nullable String slug;

  @Option(
      names = "--map",
      paramLabel = "FIELD=COLUMN",
      split = ",",
      description =
          "names of columns that are not known by themselves, such as given_name=\"First Name\"")
  private Map<String, String> columns = new LinkedHashMap<>();

  @Option(
      names = "--witness",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "who saw the sheets signed, when and where; kept encrypted")
  private String witness = "";

  @Option(
      names = "--sheet",
      paramLabel = "CODE",
      description =
          "code at the foot of the sheets; without it they are taken to bear the words of today")
  private @Nullable String sheet;

  @Option(names = "--dry-run", description = "only tells what would happen")
  private boolean dryRun;

  @Option(
      names = "--faults",
      paramLabel = "OUT",
      description = "where rows to mend go, as they were and with what is wrong; replaced")
  private @Nullable Path faults;

  @Option(names = "--json", description = "one line of JSON")
  private boolean json;

  @Override
  public Integer call() {
    Path in = file;
    String letter = slug;
    if (in == null || letter == null) {
      throw new ParameterException(
          spec.commandLine(), "Name a file and its letter: import FILE --action SLUG");
    }
    return print(house.with(opened -> run(opened, in, letter)));
  }

  private SheetImportOutcome run(ImportedHouse.Opened opened, Path in, String letter) {
    var database = opened.database().dataSource();
    Action action = KnownAction.find(database, letter);
    var task =
        new SheetImportTask(
            action,
            in,
            columns,
            sheet(opened, action),
            witness.strip(),
            dryRun,
            Optional.ofNullable(faults));
    try {
      return opened.imports().run(new Actor.CommandLine(), task);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + in + " or write the rows to mend", e);
    }
  }

  private Optional<SheetForm> sheet(ImportedHouse.Opened opened, Action action) {
    return sheet == null ? Optional.empty() : Optional.of(known(opened, action, sheet));
  }

  private static SheetForm known(ImportedHouse.Opened opened, Action action, String code) {
    return new SheetForms(opened.database().dataSource(), InstantSource.system())
        .find(action.id(), code)
        .orElseThrow(
            () ->
                new Refusal(
                    "No sheet of this letter has the code %s; it stands at the foot of each sheet."
                        .formatted(code)));
  }

  private int print(SheetImportOutcome outcome) {
    return switch (outcome) {
      case SheetImportOutcome.Refused(var why) -> throw new Refusal(why);
      case Done done -> {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
          out.println(json(done));
        } else {
          sentences(done, out);
        }
        out.flush();
        notes(done, spec.commandLine().getErr());
        yield 0;
      }
    };
  }

  private static String json(Done done) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("batch", done.batch().map(UUID::toString).orElse(null));
    facts.put("dry_run", done.dryRun());
    facts.put("rows", done.rows());
    facts.put("counted", done.counted());
    facts.put("mails", done.mails());
    facts.put("doubles", done.doubles());
    facts.put("faulty", done.faulty());
    facts.put("unread_columns", done.unread());
    return StatusCommand.json(facts);
  }

  private static void sentences(Done done, PrintWriter out) {
    out.println("%,d rows".formatted(done.rows()));
    out.println(
        "  %,d %s for the letter, on the word of a witness"
            .formatted(done.counted(), done.dryRun() ? "would count" : "count"));
    out.println(
        "  %,d of them %s one mail to confirm their messages"
            .formatted(done.mails(), done.dryRun() ? "would get" : "get"));
    out.println("  %,d are counted already".formatted(done.doubles()));
    out.println("  %,d are to be mended".formatted(done.faulty()));
    done.batch()
        .ifPresent(
            batch ->
                out.println(
                    "Batch %s; ./joinvoices import undo %s takes it out again."
                        .formatted(batch, batch)));
  }

  private void notes(Done done, PrintWriter err) {
    if (!done.unread().isEmpty()) {
      err.println("Columns nothing is read of: " + String.join(", ", done.unread()));
    }
    if (done.faulty() > 0) {
      err.println(
          faults == null
              ? "Name a file with --faults to get the rows to mend."
              : "Rows to mend, with what is wrong in the column fault: %s. Mend and import that file; then destroy it."
                  .formatted(faults));
    }
    if (!done.dryRun() && done.counted() > 0) {
      err.println("Destroy the file and the sheets once everything is in.");
    }
    err.flush();
  }
}
