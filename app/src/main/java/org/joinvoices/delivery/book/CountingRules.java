package org.joinvoices.delivery.book;

import java.util.List;
import java.util.stream.Stream;

/** How a book counts, as it says itself; their version is raised with their meaning. */
final class CountingRules {

  private CountingRules() {}

  private static final String BY_MAIL =
      "A signature counts once its signer has confirmed it by answering a mail sent to the address given. Signatures that nobody confirmed are not in this book.";

  private static final String ON_PAPER =
      "A signature given on paper counts on the word of the witness who saw the sheet signed; its mailbox was not asked. Such signatures were typed in before the deadline, and the numbers say how many they are. Who stood on a sheet and confirmed by mail as well is counted once, as confirmed by mail.";

  /**
   * Books without paper keep the rules they were printed with.
   *
   * @param onPaper how many signatures there are on paper
   */
  static int version(long onPaper) {
    return onPaper == 0 ? 1 : 2;
  }

  static List<String> of(String deadline, long onPaper) {
    return Stream.concat(
            onPaper == 0 ? Stream.of(BY_MAIL) : Stream.of(BY_MAIL, ON_PAPER), others(deadline))
        .toList();
  }

  private static Stream<String> others(String deadline) {
    return Stream.of(
        "The book counts what was confirmed before the deadline, %s. Whoever signed before it and confirmed within the next 48 hours is in a supplement, marked as such, and not in the book."
            .formatted(deadline),
        "One person counts once. Two people may share a mailbox, if they have different names and one postal code.",
        "Who withdrew before the book was frozen is not counted and not listed. Who withdraws later stays in the number that was handed over, because what officials have received cannot be recalled; copies made after that no longer show the name or the words, and say how many such signatures there are. The same holds for signatures the organizer invalidates.",
        "Signers chose how they are shown: with their full name, with their initials, or not at all. The list is in alphabetical order and gives no place and no time. Own words appear only where the signer agreed to it.",
        "Places are those the signers gave; nobody was asked for papers. Weeks run from Monday to Sunday in the deadline’s time zone and go by the confirmation.",
        "No count by place, week or version below ten is shown; such counts are merged, with a larger one where subtraction would reveal them.",
        "Signatures are bound to the wording that was shown when they were given. If the letter had several versions, each that was joined is printed here.",
        "The file manifest.json beside this book gives all counts and the SHA-256 of every file; signatures.csv has one line per signature.");
  }
}
