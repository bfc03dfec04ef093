package org.joinvoices.delivery;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.joinvoices.action.Action;

/**
 * The two parts of a petition: the book handed over at the deadline, and the supplement of those
 * who signed before it but answered their confirmation mail only afterwards (D16).
 */
public enum BookPart {
  BOOK,
  SUPPLEMENT;

  /** The word of the database and of {@code manifest.json}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Where the files of this part lie below the folder of the whole petition. */
  public Path folder(Path petition) {
    return switch (this) {
      case BOOK -> petition;
      case SUPPLEMENT -> petition.resolve(word());
    };
  }

  /** Confirmations count from here on, inclusive. */
  public Instant from(Action action) {
    return switch (this) {
      case BOOK -> Instant.EPOCH;
      case SUPPLEMENT -> action.deadline().toInstant();
    };
  }

  /** The freeze instant: confirmations count up to here, exclusive. */
  public Instant end(Action action) {
    Instant deadline = action.deadline().toInstant();
    return switch (this) {
      case BOOK -> deadline;
      case SUPPLEMENT -> deadline.plus(Duration.ofHours(Action.SUPPLEMENT_HOURS));
    };
  }
}
