package org.joinvoices.seize;

import java.util.Set;

/** How much is found of a person, the least first. */
enum Level {
  NOTHING,
  /** Who looks for this very person learns that they are here. */
  TOLD,
  /** The name, and nothing else. */
  NAME,
  /** How to reach them, or what they wrote. */
  CONTACT;

  static Level of(Set<Kind> found) {
    if (found.isEmpty()) {
      return NOTHING;
    }
    if (Set.of(Kind.IMPRINT).containsAll(found)) {
      return TOLD;
    }
    return Set.of(Kind.IMPRINT, Kind.NAME).containsAll(found) ? NAME : CONTACT;
  }
}
