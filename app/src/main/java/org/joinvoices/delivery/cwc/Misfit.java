package org.joinvoices.delivery.cwc;

import java.util.Locale;

/**
 * Why a message can go to no gateway as it is: mending it would say something else than was said,
 * or cut somebody's words. A person has to act; the reference says how.
 */
public enum Misfit {
  /** No form of address, or at the Senate another than its five. */
  NO_TITLE,
  /** A name of more than 500 characters. */
  NAME_TOO_LONG,
  /** A street of fewer than three characters. */
  ADDRESS_TOO_SHORT,
  /** A line of the address, or the city, of more than 500 characters. */
  ADDRESS_TOO_LONG,
  /** No city, or a single letter. */
  CITY_TOO_SHORT,
  /** A state, territory or military region CWC does not know. */
  STATE_NOT_SERVED,
  /** Own words of more than 10,000 characters. */
  WORDS_TOO_LONG,
  /** Anything else the schema refuses. */
  INVALID_MESSAGE;

  /** The word of the database, a reason why a delivery is held. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
