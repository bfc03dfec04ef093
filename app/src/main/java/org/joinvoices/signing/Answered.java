package org.joinvoices.signing;

import java.time.LocalDate;
import java.util.Optional;
import org.joinvoices.action.ActionId;

/**
 * That offices answered a letter; an acknowledgment is no answer. What they said is told elsewhere.
 *
 * @param offices how many, at least one
 * @param latest day of the last answer, in the zone of the letter's deadline
 */
public record Answered(int offices, LocalDate latest) {

  /** Where that is known; asked by pages that everybody sees. */
  @FunctionalInterface
  public interface Records {

    /** Empty while nobody has. */
    Optional<Answered> of(ActionId action);
  }
}
