package org.joinvoices.signing.web;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.joinvoices.action.Action;
import org.joinvoices.action.ActionId;
import org.joinvoices.platform.database.LastKnown;
import org.joinvoices.signing.Approval;
import org.springframework.dao.DataAccessException;

/** Tells readers of a letter which texts its authors approved. */
final class ApprovalNotices {

  private static final Duration AGE = Duration.ofSeconds(5);

  private final LastKnown<ActionId, List<Approval>> known;

  /**
   * @param still whether the database is to be left alone
   */
  ApprovalNotices(Approval.Records approvals, BooleanSupplier still) {
    this.known = new LastKnown<>(AGE, approvals::of, still);
  }

  /**
   * Empty where nothing is recorded, and where the database never said: then nothing is claimed.
   */
  List<Approval> of(Action action) {
    try {
      return known.getOrLast(action.id());
    } catch (DataAccessException away) {
      return List.of();
    }
  }
}
