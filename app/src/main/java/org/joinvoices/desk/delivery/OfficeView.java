package org.joinvoices.desk.delivery;

import java.util.List;
import java.util.Optional;
import org.joinvoices.desk.DeskFrame;
import org.joinvoices.platform.web.Words;

/**
 * What {@code office.jte} shows.
 *
 * @param path of the letter at the desk
 * @param groups all messages to the office, those that stand the same together
 * @param shown which group the rows are of; empty for all
 * @param whole path of the page with all rows
 * @param more path of the next rows; empty where there are none
 */
public record OfficeView(
    DeskFrame desk,
    Words words,
    String title,
    String path,
    String seat,
    String holder,
    Optional<String> done,
    List<String> notes,
    PaceView pace,
    List<Group> groups,
    Optional<String> shown,
    String whole,
    List<Row> rows,
    Optional<String> more) {

  /**
   * @param rowsPath page with the rows of this group
   * @param advice what a person can do; empty text where there is nothing
   */
  public record Group(
      String channel,
      String state,
      String tone,
      String reason,
      String advice,
      String count,
      String rowsPath,
      QueueForm form,
      List<ActButton> acts) {
    public Group {
      acts = List.copyOf(acts);
    }
  }

  /**
   * One message.
   *
   * @param code by which the office knows it
   * @param attempts a sentence each
   */
  public record Row(
      String code,
      String channel,
      String state,
      String tone,
      String reason,
      String planned,
      List<String> attempts,
      String attemptsMade,
      QueueForm form,
      List<ActButton> acts) {
    public Row {
      attempts = List.copyOf(attempts);
      acts = List.copyOf(acts);
    }
  }

  public OfficeView {
    notes = List.copyOf(notes);
    groups = List.copyOf(groups);
    rows = List.copyOf(rows);
  }
}
