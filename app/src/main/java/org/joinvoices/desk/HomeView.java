package org.joinvoices.desk;

import java.util.List;

/**
 * What {@code desk/home.jte} shows.
 *
 * @param stops what is stopped, why, and how it goes on; a sentence each
 * @param hasPasskey whether whoever looks has one; else the page speaks of it
 */
public record HomeView(
    DeskFrame desk, List<String> stops, List<Letter> letters, boolean hasPasskey) {

  /**
   * One letter with its numbers, in words.
   *
   * @param waiting messages queued, being sent or held
   * @param workPath its worklist
   * @param work how many things are to be done
   */
  public record Letter(
      String path,
      String title,
      String deadline,
      String confirmed,
      String awaiting,
      String accepted,
      String waiting,
      String workPath,
      String work) {}

  public HomeView {
    stops = List.copyOf(stops);
    letters = List.copyOf(letters);
  }
}
