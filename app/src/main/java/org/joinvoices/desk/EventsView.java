package org.joinvoices.desk;

import java.util.List;
import org.joinvoices.platform.web.Words;

/**
 * What {@code desk/events.jte} shows: the codes for events of one letter.
 *
 * @param letter its title
 * @param path of the letter at the desk
 * @param zone in which moments are written
 * @param made a code that was just made; empty text for none
 */
public record EventsView(
    DeskFrame desk,
    String letter,
    String path,
    String zone,
    List<Line> codes,
    EventForm form,
    String made) {

  /**
   * One code, in words.
   *
   * @param link absolute, to be handed out or shown as a QR code
   * @param running whether it can be ended
   */
  public record Line(
      String code,
      String link,
      String from,
      String until,
      String used,
      String standing,
      boolean running) {}

  public EventsView {
    codes = List.copyOf(codes);
  }

  public Words words() {
    return DeskPages.WORDS;
  }
}
