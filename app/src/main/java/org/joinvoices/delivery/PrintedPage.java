package org.joinvoices.delivery;

import java.time.Instant;
import java.util.List;

/**
 * What is to be read on one printed page, from top to bottom.
 *
 * @param language of most of it
 * @param title of the document
 * @param author who publishes it
 * @param made when, in civic time
 */
public record PrintedPage(
    String language, String title, String author, Instant made, List<Part> parts) {

  /** Something on the page. */
  public sealed interface Part {

    /** What kind of page it is, above its title. */
    record Kicker(String text) implements Part {}

    record Title(String text) implements Part {}

    record Heading(String text) implements Part {}

    record Text(String text) implements Part {}

    /**
     * Something numbered, with what is to be said of it.
     *
     * @param number may be empty text
     * @param under a line or more each
     */
    record Entry(String number, String text, List<String> under) implements Part {
      public Entry {
        under = List.copyOf(under);
      }
    }

    /** What one has to know of the page itself. */
    record Note(String text) implements Part {}
  }

  public PrintedPage {
    parts = List.copyOf(parts);
  }
}
