package org.joinvoices.delivery.book;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.joinvoices.signing.BookEntry;

/**
 * One line of the list of signatures: what the signer chose to show, and nothing else. No place and
 * no time, because the form promises a name and no more; and because with them a line would tell
 * what the tables of counts hide.
 *
 * @param number place in this list, from 1
 * @param shownAs full name, initials, or empty text for those who are only counted
 * @param ownWords as consented, else empty text
 */
record Signer(int number, String shownAs, String ownWords) {

  /**
   * Alphabetically by what is shown, those who are only counted last. The order of signing would
   * give away the week.
   */
  static List<Signer> list(List<BookEntry> entries) {
    var sorted = entries.stream().sorted(order()).toList();
    var signers = new ArrayList<Signer>(sorted.size());
    for (BookEntry entry : sorted) {
      signers.add(new Signer(signers.size() + 1, entry.shownAs(), entry.ownWords()));
    }
    return List.copyOf(signers);
  }

  boolean isShown() {
    return !shownAs.isEmpty();
  }

  private static Comparator<BookEntry> order() {
    return Comparator.comparing((BookEntry entry) -> entry.shownAs().isEmpty())
        .thenComparing(BookEntry::shownAs, Collator.getInstance(Locale.ROOT))
        .thenComparing(BookEntry::shownAs)
        .thenComparing(BookEntry::ownWords);
  }

  @Override
  public String toString() {
    return "Signer[hidden]";
  }
}
