package org.joinvoices.action;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A way in which an addressee gets the petition book. */
public enum DeliverBy {
  /** Attached to an e-mail. */
  MAIL,
  /** Printed, and brought or posted by a person. */
  PRINT;

  /** The word of {@code action.yaml}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Where nothing is said: by mail if there is an address for it, and printed else. */
  static List<DeliverBy> usual(Optional<String> email) {
    return email.isPresent() ? List.of(MAIL, PRINT) : List.of(PRINT);
  }

  static Optional<DeliverBy> parse(String word) {
    return Arrays.stream(values()).filter(way -> way.word().equals(word)).findFirst();
  }
}
