package org.joinvoices.delivery.cwc;

import java.util.Locale;

/**
 * What was changed of a message so that a gateway takes it, each leaving its meaning as it was.
 * Codes only: they are counted and shown, and tell of nobody.
 */
public enum Repair {
  /** A second address line too short for a line of its own stands behind the first: "#4". */
  ADDRESS2_JOINED,
  /** No number of ten digits in North America; CWC has no form for any other. */
  PHONE_LEFT_OUT,
  /** CWC has no place for an extension. */
  PHONE_EXTENSION_LEFT_OUT,
  /** CWC wants two names; a single one stands in both rather than something made up. */
  SINGLE_NAME_DOUBLED,
  /** A form of address as the Senate spells it: "Mr" is "Mr.". */
  TITLE_SPELLED,
  /** There are towns of two letters; CWC wants three characters, and a space is one. */
  CITY_PADDED,
  /** "Yes!" is a message too: spaces behind it change nothing of what was said. */
  OWN_WORDS_PADDED,
  /** The same with an organization of a short name. */
  ORGANIZATION_PADDED,
  /** Control characters, half characters and the like, which no XML can carry. */
  CHARACTERS_LEFT_OUT;

  /** The word of JSON and of the reference. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
