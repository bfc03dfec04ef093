package org.joinvoices.site;

import java.util.List;
import org.joinvoices.platform.web.Frame;
import org.joinvoices.platform.web.Words;

/**
 * The list of letters.
 *
 * @param open can be joined
 * @param coming cannot yet
 * @param answered cannot be joined any more, and offices answered
 * @param delivered cannot any more either; it was handed over, and no answer is recorded
 * @param closed cannot any more either; nothing is recorded
 * @param legislators path of the page that says who speaks for a place
 * @param feeds path of the feeds of the page's language, without their endings
 */
public record HomeView(
    Frame frame,
    Words words,
    List<Entry> open,
    List<Entry> coming,
    List<Entry> answered,
    List<Entry> delivered,
    List<Entry> closed,
    String legislators,
    String feeds) {

  /**
   * One letter.
   *
   * @param language of its title, and of the page the path leads to
   * @param facts dates, and how many joined, in words
   */
  public record Entry(String path, String language, String title, String authors, String facts) {}

  public HomeView {
    open = List.copyOf(open);
    coming = List.copyOf(coming);
    answered = List.copyOf(answered);
    delivered = List.copyOf(delivered);
    closed = List.copyOf(closed);
  }
}
