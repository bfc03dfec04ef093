package org.joinvoices.signing.sheet;

import java.util.List;
import java.util.Map;

/**
 * One row of the file.
 *
 * @param fields as they stand there
 * @param typed the same by the form's names of fields, for columns that are known
 */
public record TypedRow(List<String> fields, Map<String, String> typed) {

  public TypedRow {
    fields = List.copyOf(fields);
    typed = Map.copyOf(typed);
  }

  /** A line that was only drawn, or left over at the end. */
  boolean isBlank() {
    return fields.stream().allMatch(String::isBlank);
  }

  @Override
  public String toString() {
    return "TypedRow[hidden]";
  }
}
