package org.joinvoices.delivery;

import java.util.Locale;

/** What was handed over. */
public enum HandOverWhat {
  /** A packet of letters, to an office in Congress. */
  PACKET,
  /** The petition book, to an addressee. */
  BOOK,
  /** Its supplement. */
  SUPPLEMENT;

  /** The word of the database, of the command and of JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static HandOverWhat of(BookPart part) {
    return part == BookPart.BOOK ? BOOK : SUPPLEMENT;
  }
}
