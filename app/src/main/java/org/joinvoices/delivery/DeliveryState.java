package org.joinvoices.delivery;

import java.util.Locale;

/** Where a delivery stands; the words of the database and of JSON. */
public enum DeliveryState {
  QUEUED,
  HELD,
  SENDING,
  ACCEPTED,
  REFUSED,
  NEEDS_REVIEW,
  WITHDRAWN,
  HANDED_OVER;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** True when nothing more will happen by itself. */
  public boolean isSettled() {
    return switch (this) {
      case QUEUED, HELD, SENDING -> false;
      case ACCEPTED, REFUSED, NEEDS_REVIEW, WITHDRAWN, HANDED_OVER -> true;
    };
  }
}
