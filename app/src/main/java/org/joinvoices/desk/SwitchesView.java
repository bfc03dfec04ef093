package org.joinvoices.desk;

import java.util.List;
import java.util.Optional;

/**
 * What {@code desk/switches.jte} shows.
 *
 * @param letters signing, letter by letter
 * @param done what was just done
 * @param fault what is wrong with what was typed
 * @param open the switch it was typed at; empty text: none
 * @param hours what was typed there
 */
public record SwitchesView(
    DeskFrame desk,
    List<Line> house,
    List<Line> letters,
    Optional<String> done,
    Optional<String> fault,
    String open,
    String hours) {

  /**
   * One switch, in words.
   *
   * @param id as forms spell it
   * @param what it does
   * @param state whether it is off, since when and until when
   */
  public record Line(String id, String name, String what, String state, boolean isPaused) {}

  public SwitchesView {
    house = List.copyOf(house);
    letters = List.copyOf(letters);
  }

  public boolean isOwner() {
    return desk.who().filter(who -> who.isOwner()).isPresent();
  }
}
