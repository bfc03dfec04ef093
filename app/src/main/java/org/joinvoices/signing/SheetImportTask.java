package org.joinvoices.signing;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.joinvoices.action.Action;

/**
 * What is to be imported, and how.
 *
 * @param in CSV in UTF-8
 * @param columns names of columns by field of the form, where they are not known by themselves
 * @param sheet which words the sheets bear; those of a sheet printed now if empty
 * @param witness who saw them signed, where and when; empty text: whoever imports vouches
 * @param dryRun only tells what would happen
 * @param faults where rows to mend go
 */
public record SheetImportTask(
    Action action,
    Path in,
    Map<String, String> columns,
    Optional<SheetForm> sheet,
    String witness,
    boolean dryRun,
    Optional<Path> faults) {

  public SheetImportTask {
    columns = Map.copyOf(columns);
  }

  @Override
  public String toString() {
    return "SheetImportTask[hidden]";
  }
}
