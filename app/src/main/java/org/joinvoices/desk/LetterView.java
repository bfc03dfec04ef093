package org.joinvoices.desk;

import java.util.List;

/**
 * What {@code desk/letter.jte} shows.
 *
 * @param stops as on the first page
 * @param path of the letter at the desk; those of its queue and worklist begin with it
 * @param work how many things are to be done
 * @param authors which texts its authors have not approved yet, in words
 * @param pauseAsked whether they asked for a pause, and wait for an answer
 * @param asOf when the signatures were counted, in words
 * @param states those that occur, in words
 * @param sheets sign-up sheets to print
 */
public record LetterView(
    DeskFrame desk,
    List<String> stops,
    String title,
    String path,
    String work,
    String authors,
    boolean pauseAsked,
    String publicPath,
    String deadline,
    String confirmed,
    String awaiting,
    String asOf,
    List<String> states,
    List<Office> offices,
    List<Sheet> sheets) {

  /** One to print. */
  public record Sheet(String label, String path) {}

  /**
   * One office.
   *
   * @param counts one for each of the states
   */
  public record Office(String seat, String officeholder, List<String> counts) {
    public Office {
      counts = List.copyOf(counts);
    }
  }

  public LetterView {
    stops = List.copyOf(stops);
    states = List.copyOf(states);
    offices = List.copyOf(offices);
    sheets = List.copyOf(sheets);
  }
}
