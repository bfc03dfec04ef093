package org.joinvoices.delivery;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.joinvoices.action.Action;
import org.joinvoices.action.ActionId;
import org.joinvoices.action.Actions;
import org.joinvoices.action.LetterVersion;
import org.joinvoices.districts.Seat;
import org.joinvoices.signing.Constituent;
import org.joinvoices.signing.OfficeMessage;
import org.joinvoices.signing.SignatureView;

/** What an office reads, by whatever channel: from the letter version a signature is bound to. */
final class MessageTexts {

  private record Version(ActionId action, int number) {}

  private final Actions actions;

  /** What a version says never changes, and there are few. */
  private final Map<Version, LetterVersion> letters = new ConcurrentHashMap<>();

  MessageTexts(Actions actions) {
    this.actions = actions;
  }

  /**
   * @param action of the signature; whoever composes has it already
   * @param day in Washington, on which it leaves
   */
  OfficeMessage to(
      Action action, Seat seat, LocalDate day, SignatureView signature, Constituent person) {
    return OfficeMessage.to(
        seat,
        day,
        letter(action.id(), signature.letterVersion()),
        action.defaultLanguage(),
        person.ownWords(),
        signature.language());
  }

  private LetterVersion letter(ActionId action, int number) {
    return letters.computeIfAbsent(
        new Version(action, number), one -> actions.letter(one.action(), one.number()));
  }
}
