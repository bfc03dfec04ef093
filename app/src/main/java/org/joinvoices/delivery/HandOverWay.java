package org.joinvoices.delivery;

import java.util.Locale;

/** How something was handed over. */
public enum HandOverWay {
  BY_HAND,
  POST,
  COURIER,
  /** By e-mail from somebody's own mailbox. */
  MAIL,
  /** Through a form of the addressee's own. */
  FORM;

  /** The word of the database, of the command and of JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
