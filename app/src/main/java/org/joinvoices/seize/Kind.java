package org.joinvoices.seize;

import java.util.Locale;

/** What can be found of a person. */
enum Kind {
  /** Nothing is read, but it is told that somebody who is looked for is here. */
  IMPRINT,
  NAME,
  EMAIL,
  STREET,
  POSTAL_CODE,
  PHONE,
  OWN_WORDS;

  /** As in the report. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
