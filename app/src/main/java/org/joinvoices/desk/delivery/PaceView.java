package org.joinvoices.desk.delivery;

import java.util.List;
import java.util.Optional;
import org.joinvoices.desk.DeskFrame;
import org.joinvoices.platform.web.Words;

/**
 * What {@code pace.jte} shows: when what waits will have left, and what is paused.
 *
 * @param path of the letter at the desk
 */
public record PaceView(
    DeskFrame desk, Words words, String path, List<Lane> lanes, List<Pause> pauses) {

  /**
   * When the messages of one lane will have left, in words.
   *
   * @param proposal what to print so that the rest is in time; empty text where nothing is needed
   */
  public record Lane(
      String name,
      String waiting,
      String perSecond,
      String end,
      String verdict,
      String tone,
      String proposal) {}

  /**
   * Something that is paused or can be.
   *
   * @param since empty where it is not paused
   * @param what kind of it, as forms spell it
   * @param subject lane or seat; empty text for the letter
   */
  public record Pause(String name, Optional<String> since, String what, String subject) {

    public boolean isPaused() {
      return since.isPresent();
    }
  }

  public PaceView {
    lanes = List.copyOf(lanes);
    pauses = List.copyOf(pauses);
  }

  public boolean isOwner() {
    return desk.who().filter(who -> who.isOwner()).isPresent();
  }
}
