package org.joinvoices.delivery;

import java.util.Optional;
import org.joinvoices.action.Channel;

/**
 * What is to be done with which messages.
 *
 * @param to where {@link QueueAct#MOVE} puts them; empty for all other acts
 */
public record QueueOrder(QueueAct act, QueueScope scope, Optional<Channel> to) {

  /**
   * @throws IllegalArgumentException if a move goes nowhere, or another act somewhere
   */
  public QueueOrder {
    if ((act == QueueAct.MOVE) != to.isPresent()) {
      throw new IllegalArgumentException("a move, and nothing else, has a channel to go to");
    }
  }

  public static QueueOrder of(QueueAct act, QueueScope scope) {
    return new QueueOrder(act, scope, Optional.empty());
  }

  public static QueueOrder move(QueueScope scope, Channel to) {
    return new QueueOrder(QueueAct.MOVE, scope, Optional.of(to));
  }
}
