package org.joinvoices.signing.web;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.joinvoices.action.Action;
import org.joinvoices.action.ActionId;
import org.joinvoices.platform.database.LastKnown;
import org.joinvoices.signing.Answered;
import org.springframework.dao.DataAccessException;

/** Tells readers of a letter that it was answered. */
final class AnswerNotices {

  private static final Duration AGE = Duration.ofSeconds(5);

  private final LastKnown<ActionId, Optional<Answered>> known;

  /**
   * @param still whether the database is to be left alone
   */
  AnswerNotices(Answered.Records answers, BooleanSupplier still) {
    this.known = new LastKnown<>(AGE, answers::of, still);
  }

  /**
   * Empty where nothing is recorded, and where the database never said: then nothing is claimed.
   */
  Optional<Answered> of(Action action) {
    try {
      return known.getOrLast(action.id());
    } catch (DataAccessException away) {
      return Optional.empty();
    }
  }
}
