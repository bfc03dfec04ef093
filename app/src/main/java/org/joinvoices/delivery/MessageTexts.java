package org.joinvoices.delivery;

import java.time.LocalDate;
import org.joinvoices.action.Action;
import org.joinvoices.action.Actions;
import org.joinvoices.districts.Seat;
import org.joinvoices.signing.Constituent;
import org.joinvoices.signing.OfficeMessage;
import org.joinvoices.signing.SignatureView;

/** What an office reads, by whatever channel: from the letter version a signature is bound to. */
final class MessageTexts {

  private final Actions actions;

  MessageTexts(Actions actions) {
    this.actions = actions;
  }

  /**
   * @param day in Washington, on which it leaves
   */
  OfficeMessage to(Seat seat, LocalDate day, SignatureView signature, Constituent person) {
    Action action = actions.get(signature.key().action());
    return OfficeMessage.to(
        seat,
        day,
        actions.letter(action.id(), signature.letterVersion()),
        action.defaultLanguage(),
        person.ownWords(),
        signature.language());
  }
}
