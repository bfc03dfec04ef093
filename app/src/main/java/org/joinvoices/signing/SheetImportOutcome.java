package org.joinvoices.signing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What came of an import. */
public sealed interface SheetImportOutcome {

  /**
   * Read to its end; always {@code rows = counted + doubles + faulty}.
   *
   * @param batch by which it can be undone; empty in a dry run, and where nobody was counted
   * @param rows that are not blank
   * @param counted for the letter, on the word of a witness
   * @param mails of these, are asked by mail to confirm their messages
   * @param doubles counted already, here or earlier
   * @param faulty to be mended
   * @param unread columns that nothing was read of
   */
  record Done(
      Optional<UUID> batch,
      boolean dryRun,
      long rows,
      long counted,
      long mails,
      long doubles,
      long faulty,
      List<String> unread)
      implements SheetImportOutcome {

    public Done {
      unread = List.copyOf(unread);
    }
  }

  /** Nothing was imported, except what {@code why} names. */
  record Refused(String why) implements SheetImportOutcome {}
}
