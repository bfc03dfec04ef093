package org.joinvoices.signing;

import java.time.Instant;
import java.util.List;
import org.joinvoices.action.ActionId;

/**
 * That a letter with its petition book came to somebody whom it names. By whom, where and how it is
 * proved is the organizers' alone.
 *
 * @param addressee id within the action
 * @param at when for the first time
 */
public record HandedOver(String addressee, Instant at) {

  /** Where that is known; asked by pages that everybody sees. */
  @FunctionalInterface
  public interface Records {

    /** To whom so far, the first of them first. */
    List<HandedOver> of(ActionId action);
  }
}
