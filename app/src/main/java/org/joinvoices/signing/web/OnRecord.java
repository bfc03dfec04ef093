package org.joinvoices.signing.web;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.joinvoices.action.Action;
import org.joinvoices.action.ActionId;
import org.joinvoices.platform.database.LastKnown;

/**
 * What others have recorded of a letter, as its readers are told it: to whom it was given, who
 * answered, which texts its authors approved.
 */
final class OnRecord<T> {

  private static final Duration AGE = Duration.ofSeconds(5);

  private final LastKnown<ActionId, T> known;
  private final T nothing;

  /**
   * @param nothing told where the database never said: then nothing is claimed
   * @param still whether the database is to be left alone
   */
  OnRecord(Function<ActionId, T> records, T nothing, BooleanSupplier still) {
    this.known = new LastKnown<>(AGE, records, still);
    this.nothing = nothing;
  }

  T of(Action action) {
    return known.getOr(action.id(), nothing);
  }
}
