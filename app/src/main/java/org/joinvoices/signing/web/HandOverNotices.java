package org.joinvoices.signing.web;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.joinvoices.action.Action;
import org.joinvoices.action.ActionId;
import org.joinvoices.platform.database.LastKnown;
import org.joinvoices.signing.HandedOver;
import org.springframework.dao.DataAccessException;

/** Tells readers of a letter to whom it was given. */
final class HandOverNotices {

  private static final Duration AGE = Duration.ofSeconds(5);

  private final LastKnown<ActionId, List<HandedOver>> known;

  /**
   * @param still whether the database is to be left alone
   */
  HandOverNotices(HandedOver.Records handOvers, BooleanSupplier still) {
    this.known = new LastKnown<>(AGE, handOvers::of, still);
  }

  /**
   * Empty where nothing is recorded, and where the database never said: then nothing is claimed.
   */
  List<HandedOver> of(Action action) {
    try {
      return known.getOrLast(action.id());
    } catch (DataAccessException away) {
      return List.of();
    }
  }
}
