package org.joinvoices.delivery.book;

import java.util.List;

/** How a book counts, as it says itself. Their version is {@link Manifest#COUNTING_RULES}. */
final class CountingRules {

  private CountingRules() {}

  static List<String> of(String deadline) {
    return List.of(
        "A signature counts once its signer has confirmed it by answering a mail sent to the address given. Signatures that nobody confirmed are not in this book.",
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
