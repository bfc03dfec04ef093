package org.joinvoices.seize;

import java.time.LocalDate;
import java.util.Locale;

/** People of whom the same is promised on the day of a seizure. */
enum Group {
  /** Signed, and neither forgotten yet nor named in public. */
  SIGNERS,
  /** Erased by themselves, or never confirmed, and so forgotten some days ago. */
  LATELY_FORGOTTEN,
  /** The same, longer ago than any backup is old. */
  FORGOTTEN,
  /** Somebody else signed with their address, and they said so. */
  REFUSED,
  /** Wanted to be shown by name, and so are in the book that was handed over. */
  NAMED,
  /** Never signed anything. */
  STRANGERS;

  /** As operators are told to delete backups, and copies of keys. */
  static final int BACKUP_DAYS = 35;

  private static final int UNCONFIRMED_DAYS = 14;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @param signed on which day
   */
  static Group of(Fate fate, LocalDate signed, LocalDate asOf) {
    return switch (fate) {
      case COUNTED, INITIALS, WITHDREW, PAPER -> SIGNERS;
      case UNCONFIRMED, LATE -> forgottenOn(signed.plusDays(UNCONFIRMED_DAYS + 1), asOf);
      case ERASED -> forgottenOn(signed, asOf);
      case REFUSED -> REFUSED;
      case NAMED -> NAMED;
      case STRANGER -> STRANGERS;
    };
  }

  private static Group forgottenOn(LocalDate forgotten, LocalDate asOf) {
    if (asOf.isBefore(forgotten)) {
      return SIGNERS;
    }
    return asOf.isBefore(forgotten.plusDays(BACKUP_DAYS)) ? LATELY_FORGOTTEN : FORGOTTEN;
  }
}
