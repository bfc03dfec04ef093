package org.joinvoices.accountability.web;

import java.time.Duration;
import org.joinvoices.accountability.Responses;
import org.joinvoices.action.Action;
import org.joinvoices.action.ActionId;
import org.joinvoices.delivery.Deliveries;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.database.LastKnown;
import org.joinvoices.signing.HandedOver;

/** Reads what was sent and what came back. */
final class AnswerBoards {

  /** To count the offices all messages of a letter are read. */
  private static final Duration COUNTED = Duration.ofMinutes(1);

  private final Responses responses;
  private final HandedOver.Records handOvers;
  private final LastKnown<ActionId, Long> reached;
  private final CivicClock clock;

  AnswerBoards(
      Responses responses, HandedOver.Records handOvers, Deliveries deliveries, CivicClock clock) {
    this.responses = responses;
    this.handOvers = handOvers;
    this.reached = new LastKnown<>(COUNTED, deliveries::reached);
    this.clock = clock;
  }

  AnswerBoard of(Action action, String language) {
    return new AnswerBoard(
        Receipts.TEXTS.in(language),
        action,
        responses.list(action.id()),
        handOvers.of(action.id()),
        reached.getOrLast(action.id()),
        clock.instant());
  }
}
