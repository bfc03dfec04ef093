package org.joinvoices.delivery.book;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joinvoices.action.Action;
import org.joinvoices.action.LetterVersion;
import org.joinvoices.delivery.BookPart;

/**
 * Which book is to be made.
 *
 * @param letters the wordings its signatures are bound to, the newest first; at least one
 * @param frozen whether its content is fixed, or only as of now
 * @param asOf civic instant up to which confirmations count
 * @param madeAt civic instant of the making; of a frozen book of its first making
 * @param original what the frozen book said of itself when it was first made; empty for that first
 *     making and for a provisional book
 */
public record Edition(
    Action action,
    BookPart part,
    List<LetterVersion> letters,
    boolean frozen,
    Instant asOf,
    Instant madeAt,
    Optional<Manifest> original) {

  public Edition {
    letters = List.copyOf(letters);
  }
}
