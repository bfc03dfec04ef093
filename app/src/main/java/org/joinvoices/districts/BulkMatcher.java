package org.joinvoices.districts;

import java.io.IOException;
import java.util.function.Consumer;
import org.joinvoices.districts.bulk.BulkRun;

/**
 * Matches the rows of a CSV file: by point where a row has one, else by ZIP code, else, with a
 * geocoder, by street. Takes the memory of a few blocks of rows, whatever the size of the file.
 */
public final class BulkMatcher {

  private BulkMatcher() {}

  /**
   * @param progress takes a line now and then
   * @throws IOException if a file cannot be read or written
   */
  public static BulkOutcome run(Districts districts, BulkTask task, Consumer<String> progress)
      throws IOException, InterruptedException {
    return new BulkRun(districts, task, progress).run();
  }
}
