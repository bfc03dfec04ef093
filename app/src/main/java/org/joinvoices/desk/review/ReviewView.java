package org.joinvoices.desk.review;

import java.util.List;
import java.util.Optional;
import org.joinvoices.desk.DeskFrame;
import org.joinvoices.platform.web.Words;

/**
 * What {@code review.jte} shows.
 *
 * @param path of the letter at the desk
 * @param rows all that is under review, then by what was unusual
 * @param sample the latest ones, for owners
 * @param named of which the names are shown, in words; empty where none are
 */
public record ReviewView(
    DeskFrame desk,
    Words words,
    String title,
    String path,
    List<Row> rows,
    List<Line> sample,
    Optional<String> named) {

  /**
   * Signatures that can be decided about together.
   *
   * @param flag its word; empty text: whether or not they are flagged
   * @param about which, for those who hear a button alone
   */
  public record Row(String flag, String label, String count, String about) {}

  /** One signature. */
  public record Line(String signed, String region, String flags, String name) {}

  public ReviewView {
    rows = List.copyOf(rows);
    sample = List.copyOf(sample);
  }

  @Override
  public String toString() {
    return "ReviewView[" + path + ", names hidden]";
  }
}
