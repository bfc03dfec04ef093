package org.joinvoices.delivery.book;

import java.util.List;
import org.joinvoices.platform.cells.Cell;

/**
 * The numbers of a book. Those of a frozen one stay as they were handed over; who ended the
 * signature since is still in them, but no longer listed.
 *
 * @param signatures how many were counted
 * @param shown how many are listed by name or initials
 * @param countedOnly how many asked to be counted and not shown
 * @param endedSince how many were withdrawn or invalidated after the freeze
 * @param ownWords how many let their own words appear
 * @param onPaper how many were counted on the word of a witness to a sheet of paper
 */
record Numbers(
    long signatures,
    long shown,
    long countedOnly,
    long endedSince,
    long ownWords,
    long onPaper,
    List<Cell> byPlace,
    List<Cell> byWeek,
    List<Cell> byLetterVersion) {

  static Numbers of(Edition edition, Roll roll) {
    return edition
        .original()
        .map(first -> frozen(first, roll.shown(), roll.hidden(), roll.words()))
        .orElseGet(
            () ->
                new Numbers(
                    roll.size(),
                    roll.shown(),
                    roll.hidden(),
                    0,
                    roll.words(),
                    roll.onPaper(),
                    roll.tally().byPlace(),
                    roll.tally().byWeek(),
                    roll.tally().byVersion()));
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
        first.onPaper(),
        first.byPlace(),
        first.byWeek(),
        first.byLetterVersion());
  }
}
