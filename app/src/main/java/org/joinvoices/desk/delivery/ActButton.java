package org.joinvoices.desk.delivery;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.joinvoices.delivery.DeliveryState;
import org.joinvoices.delivery.QueueAct;

/**
 * A button that leads to the question whether an act shall be done.
 *
 * @param act its word
 * @param about which messages, for those who hear the button alone
 */
public record ActButton(String act, String label, String about) {

  /** Those for messages that stand so. */
  static List<ActButton> of(DeliveryState state, Optional<String> reason, String about) {
    return Arrays.stream(QueueAct.values())
        .filter(act -> act.suits(state, reason))
        .map(act -> of(act, about))
        .toList();
  }

  static ActButton of(QueueAct act, String about) {
    return new ActButton(act.word(), QueueWords.WORDS.get("do." + act.word()), about);
  }
}
