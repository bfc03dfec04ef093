package org.joinvoices.desk.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joinvoices.desk.DeskFrame;
import org.joinvoices.platform.web.Words;

/**
 * What {@code review.jte} shows.
 *
 * @param path of the letter at the desk
 * @param rows all that is under review, then by what was unusual
 * @param form the conditions that were written
 * @param zone in which moments are written
 * @param choices to choose from, by field of the form
 * @param chosen those that meet the conditions, for owners who wrote some; empty while one is wrong
 * @param sample the latest ones, for owners
 * @param named of which the names are shown, in words; empty where none are
 */
public record ReviewView(
    DeskFrame desk,
    Words words,
    String title,
    String path,
    List<Row> rows,
    ReviewForm form,
    String zone,
    Map<String, List<Choice>> choices,
    Optional<Chosen> chosen,
    List<Line> sample,
    Optional<String> named) {

  /**
   * Signatures that can be decided about together.
   *
   * @param flag its word; empty text: whether or not they are flagged
   * @param about which, for those who hear a button alone
   */
  public record Row(String flag, String label, String count, String about) {}

  /** One that can be chosen in the form. */
  public record Choice(String value, String label) {}

  /**
   * Those that meet the conditions.
   *
   * @param title how many, in words
   * @param some whether there are any
   * @param reviewed whether they are under review, and so can be counted
   */
  public record Chosen(String title, boolean some, boolean reviewed) {}

  /** One signature. */
  public record Line(String signed, String region, String flags, String name) {}

  public ReviewView {
    rows = List.copyOf(rows);
    choices = Map.copyOf(choices);
    sample = List.copyOf(sample);
  }

  @Override
  public String toString() {
    return "ReviewView[" + path + ", names hidden]";
  }
}
