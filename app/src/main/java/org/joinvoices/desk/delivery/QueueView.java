package org.joinvoices.desk.delivery;

import java.util.List;
import java.util.Optional;
import org.joinvoices.desk.DeskFrame;
import org.joinvoices.platform.web.Words;

/**
 * What {@code queue.jte} shows.
 *
 * @param path of the letter at the desk; those of its queue and worklist begin with it
 * @param done what was just done; empty where one only looks
 * @param oldest since when the oldest queued message waits; empty where none does
 * @param form the filter as written
 * @param fault what is wrong with it
 * @param all what can be done with everything that is listed
 */
public record QueueView(
    DeskFrame desk,
    Words words,
    String title,
    String path,
    Optional<String> done,
    List<String> notes,
    Counts counts,
    Optional<String> oldest,
    List<BarChart> charts,
    PaceView pace,
    QueueForm form,
    Optional<String> fault,
    List<Choice> states,
    List<Choice> reasons,
    List<Choice> lanes,
    List<ActButton> all,
    List<Cell> cells,
    Pager pager) {

  /** Numbers of the whole letter, in words. */
  public record Counts(
      String queued, String held, String attention, String accepted, String handedOver) {}

  /** An option of a filter. */
  public record Choice(String value, String label, boolean chosen) {}

  /**
   * Messages to one office that stand the same, in words.
   *
   * @param officePath page of the office
   */
  public record Cell(
      String seat,
      String officePath,
      String holder,
      String channel,
      String state,
      String tone,
      String reason,
      String count,
      String oldest,
      QueueForm form,
      List<ActButton> acts) {
    public Cell {
      acts = List.copyOf(acts);
    }
  }

  /**
   * Where one is among many, in words.
   *
   * @param before path of the page before; empty on the first
   * @param after path of the page after; empty on the last
   */
  public record Pager(String where, Optional<String> before, Optional<String> after) {}

  public QueueView {
    notes = List.copyOf(notes);
    charts = List.copyOf(charts);
    states = List.copyOf(states);
    reasons = List.copyOf(reasons);
    lanes = List.copyOf(lanes);
    all = List.copyOf(all);
    cells = List.copyOf(cells);
  }
}
