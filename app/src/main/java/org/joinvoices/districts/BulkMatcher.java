package org.joinvoices.districts;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.joinvoices.districts.bulk.BulkRun;

/**
 * Matches the rows of a CSV file: by point where a row has one, else by ZIP code, else, with a
 * geocoder, by street. Takes the memory of a few blocks of rows, whatever the size of the file.
 */
public final class BulkMatcher {

  /**
   * What to do.
   *
   * @param out must not be there; grows as {@code out.part}, and an interrupted run goes on where
   *     that ends
   * @param on the civic date in Washington
   * @param geocoder asked about the streets of ambiguous ZIP codes
   * @param geocoderName which one that is, so that a run goes on only with the same
   */
  public record Task(
      Path in, Path out, LocalDate on, Optional<Geocoders.Batch> geocoder, String geocoderName) {}

  /** What became of it. */
  public sealed interface Outcome {

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
        implements Outcome {
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
    record Refused(String why) implements Outcome {}
  }

  private BulkMatcher() {}

  /**
   * @param progress takes a line now and then
   * @throws IOException if a file cannot be read or written
   */
  public static Outcome run(Districts districts, Task task, Consumer<String> progress)
      throws IOException, InterruptedException {
    return new BulkRun(districts, task, progress).run();
  }
}
