package org.joinvoices.delivery;

import java.time.Instant;
import java.util.function.Consumer;
import org.joinvoices.action.ActionId;
import org.joinvoices.signing.BookEntry;

/** Where a book's entries come from: {@code Signatures.forEachConfirmed}, or a list in tests. */
@FunctionalInterface
interface ConfirmedSignatures {

  void forEach(
      ActionId action,
      Instant signedBefore,
      Instant confirmedFrom,
      Instant confirmedBefore,
      Instant countedAt,
      Consumer<BookEntry> reader);
}
