package org.joinvoices.delivery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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

  /** By its word; empty if there is none. */
  public static Optional<HandOverWay> find(String word) {
    return Arrays.stream(values()).filter(way -> way.word().equals(word)).findFirst();
  }
}
