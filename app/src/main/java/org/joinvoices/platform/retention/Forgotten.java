package org.joinvoices.platform.retention;

import java.util.Locale;

/** What is forgotten, in the order in which a run does it: a key last, when nothing needs it. */
public enum Forgotten {
  /** All about somebody who never said yes. */
  UNCONFIRMED,
  /** What somebody wrote, once it has been sent. */
  OWN_WORDS,
  /** At which moment a message left; its week stays. */
  MOMENTS,
  /** Who somebody is, and how to reach them. */
  CONTACT,
  /** What could still open any copy of the above. */
  KEY;

  /** As in the database and in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
