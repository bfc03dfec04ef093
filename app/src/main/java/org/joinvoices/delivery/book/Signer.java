package org.joinvoices.delivery.book;

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

  boolean isShown() {
    return !shownAs.isEmpty();
  }

  boolean hasWords() {
    return !ownWords.isEmpty();
  }

  @Override
  public String toString() {
    return "Signer[hidden]";
  }
}
