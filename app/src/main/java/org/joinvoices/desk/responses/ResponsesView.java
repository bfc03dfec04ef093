package org.joinvoices.desk.responses;

import java.util.List;
import org.joinvoices.desk.DeskFrame;
import org.joinvoices.platform.web.Words;

/**
 * What {@code responses.jte} shows: what is on record, and the form for more.
 *
 * @param letter its title
 * @param path of the letter at the desk
 * @param publicPath of the page on which everybody reads it
 * @param zone of days, in words
 * @param done what was done just now, in words; empty text for nothing
 * @param withdrawFault why something was not taken off; empty text where nothing was tried
 */
public record ResponsesView(
    DeskFrame desk,
    Words words,
    String letter,
    String path,
    String publicPath,
    String zone,
    List<Line> lines,
    ResponseForm form,
    List<Choice> addressees,
    List<Choice> languages,
    List<DemandChoice> demands,
    String done,
    String withdrawFault) {

  /**
   * One record, in words.
   *
   * @param withdrawn when and why; empty text while it stands
   * @param reason that was typed for taking it off, and did not do
   */
  public record Line(
      String id,
      String who,
      String said,
      String stances,
      String words,
      String withdrawn,
      String reason) {}

  /** One of several to choose from. */
  public record Choice(String value, String label, boolean chosen) {}

  /** A demand with what may be chosen for it. */
  public record DemandChoice(String field, String label, List<Choice> stances) {
    public DemandChoice {
      stances = List.copyOf(stances);
    }
  }

  public ResponsesView {
    lines = List.copyOf(lines);
    addressees = List.copyOf(addressees);
    languages = List.copyOf(languages);
    demands = List.copyOf(demands);
  }
}
