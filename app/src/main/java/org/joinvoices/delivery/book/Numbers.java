package org.joinvoices.delivery.book;

import java.util.List;
import org.joinvoices.signing.BookEntry;

/**
 * The numbers of a book. Those of a frozen one stay as they were handed over; who ended the
 * signature since is still in them, but no longer listed.
 *
 * @param signatures how many were counted
 * @param shown how many are listed by name or initials
 * @param countedOnly how many asked to be counted and not shown
 * @param endedSince how many were withdrawn or invalidated after the freeze
 * @param ownWords how many let their own words appear
 */
record Numbers(
    long signatures,
    long shown,
    long countedOnly,
    long endedSince,
    long ownWords,
    List<Cell> byPlace,
    List<Cell> byWeek,
    List<Cell> byLetterVersion) {

  static Numbers of(Edition edition, List<BookEntry> entries) {
    long shown = entries.stream().filter(entry -> !entry.shownAs().isEmpty()).count();
    long words = entries.stream().filter(entry -> !entry.ownWords().isEmpty()).count();
    long hidden = entries.size() - shown;
    return edition
        .original()
        .map(first -> frozen(first, shown, hidden, words))
        .orElseGet(
            () ->
                new Numbers(
                    entries.size(),
                    shown,
                    hidden,
                    0,
                    words,
                    Tally.byPlace(entries),
                    Tally.byWeek(entries, edition.action().deadline().getZone()),
                    Tally.byVersion(entries)));
  }

  private static Numbers frozen(Manifest first, long shown, long hidden, long words) {
    long ended = first.signatures() - shown - hidden;
    if (ended < 0) {
      throw new IllegalStateException("more signatures than when the book was frozen");
    }
    return new Numbers(
        first.signatures(),
        shown,
        hidden,
        ended,
        words,
        first.byPlace(),
        first.byWeek(),
        first.byLetterVersion());
  }
}
