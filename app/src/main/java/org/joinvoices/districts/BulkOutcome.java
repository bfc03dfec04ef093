package org.joinvoices.districts;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What became of matching a file. */
public sealed interface BulkOutcome {

  /**
   * All rows are in the output.
   *
   * @param continuedAfter so many rows were there from before
   * @param outcomes rows by {@code outcome}
   * @param how of all but the rejected
   * @param confidence of all but the rejected
   * @param unanswered streets about which the geocoder gave no answer in this run
   * @param rejects the list of rejected rows, if there are any
   */
  record Done(
      long rows,
      long continuedAfter,
      SortedMap<String, Long> outcomes,
      SortedMap<String, Long> how,
      SortedMap<String, Long> confidence,
      long unanswered,
      Optional<Path> rejects)
      implements BulkOutcome {
    public Done {
      outcomes = copy(outcomes);
      how = copy(how);
      confidence = copy(confidence);
    }

    private static SortedMap<String, Long> copy(SortedMap<String, Long> counts) {
      return Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }
  }

  /** The file is not to be matched, or not like this; a sentence that says why. */
  record Refused(String why) implements BulkOutcome {}
}
