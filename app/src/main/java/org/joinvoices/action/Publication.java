package org.joinvoices.action;

import java.util.List;

/** What came of publishing a folder. */
public sealed interface Publication {

  /** The folder has faults; the database is as before. At least one, in the order of files. */
  record Refused(List<Fault> faults) implements Publication {

    public Refused {
      faults = List.copyOf(faults);
    }
  }

  /**
   * The database says what the folder says; after a preview, it would.
   *
   * @param changes empty when nothing had to change
   */
  record Accepted(Action action, LetterOutcome letter, List<Change> changes)
      implements Publication {

    public Accepted {
      changes = List.copyOf(changes);
    }
  }

  /** What publishing means for the letter's versions. */
  enum LetterOutcome {
    /** The action is new, with version 1. */
    FIRST_VERSION,
    /** The wording is the same. */
    UNCHANGED,
    /** Nobody has joined the current version, so its wording was replaced. */
    REPLACED,
    /** People have joined the current version; the new wording is the next one. */
    NEXT_VERSION
  }
}
