package org.joinvoices.site;

import java.util.List;
import org.joinvoices.platform.web.Frame;
import org.joinvoices.platform.web.Words;

/**
 * The list of letters.
 *
 * @param legislators path of the page that says who speaks for a place
 */
public record HomeView(
    Frame frame, Words words, List<Entry> open, List<Entry> closed, String legislators) {

  /**
   * One letter.
   *
   * @param dates deadline, or when it closed, in words
   * @param joined how many, in words
   */
  public record Entry(String path, String title, String authors, String dates, String joined) {}

  public HomeView {
    open = List.copyOf(open);
    closed = List.copyOf(closed);
  }
}
