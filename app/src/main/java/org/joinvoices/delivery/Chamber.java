package org.joinvoices.delivery;

import java.util.Locale;
import org.joinvoices.districts.Seat;

/** A chamber of Congress, each with a gateway of its own: the two lanes messages leave by. */
public enum Chamber {
  HOUSE,
  SENATE;

  public static Chamber of(Seat seat) {
    return seat.isSenate() ? SENATE : HOUSE;
  }

  /** The word of the database and of addresses. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
