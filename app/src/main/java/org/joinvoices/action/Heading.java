package org.joinvoices.action;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sections of a language file, the same in every language, in the order they are written. */
enum Heading {
  INTRODUCTION("Introduction"),
  SALUTATION("Salutation"),
  OPENING("Opening"),
  DEMANDS("Demands"),
  CLOSING("Closing"),
  TO_SENATORS("Message to senators"),
  TO_REPRESENTATIVES("Message to representatives");

  static final String ALL =
      Arrays.stream(values()).map(Heading::line).collect(Collectors.joining(", "))
          + ", and for one seat # Message to CA-S3 or # Message to CA-S3 before 2021-01-19";

  private final String words;

  Heading(String words) {
    this.words = words;
  }

  /** As it stands in the file. */
  String line() {
    return "# " + words;
  }

  static Optional<Heading> of(String words) {
    return Arrays.stream(values()).filter(h -> h.words.equalsIgnoreCase(words)).findFirst();
  }
}
