package org.joinvoices.delivery.book;

import java.util.List;

/**
 * A plain volume beside the front volume, with names or with own words.
 *
 * @param first the first name, or the first number in the list
 * @param last the last one
 * @param notDrawn what in it could not be drawn
 */
record Volume(
    Manifest.FileHash file,
    int from,
    int to,
    String first,
    String last,
    List<Manifest.NotDrawn> notDrawn) {

  /** At most so many names in one. */
  static final int NAMES = 10_000;

  /** At most so many own words in one. */
  static final int WORDS = 2_000;

  /** And at most so many characters of them, but for one text that is longer. */
  static final int CHARACTERS = 1_000_000;

  Volume {
    notDrawn = List.copyOf(notDrawn);
  }

  static String namesFile(int number) {
    return "names-%03d.pdf".formatted(number);
  }

  static String wordsFile(int number) {
    return "words-%03d.pdf".formatted(number);
  }

  /** Whether a file of a book could be called so. */
  static boolean isName(String file) {
    return file.matches("(names|words)-\\d{3,}\\.pdf");
  }

  @Override
  public String toString() {
    return "Volume[hidden]";
  }
}
