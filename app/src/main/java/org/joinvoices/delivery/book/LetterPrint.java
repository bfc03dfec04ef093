package org.joinvoices.delivery.book;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.joinvoices.action.Action;
import org.joinvoices.action.LetterText;
import org.joinvoices.action.LetterVersion;
import org.joinvoices.platform.crypto.Sha256;

/** A letter as one plain text, word for word, and what stands for its wording. */
final class LetterPrint {

  private LetterPrint() {}

  /** The texts a book prints: in the action's main language, and as the authors wrote it. */
  static Stream<LetterText> texts(Action action, LetterVersion letter) {
    return Stream.of(letter.in(action.defaultLanguage()), letter.in(action.originalLanguage()))
        .distinct();
  }

  /**
   * SHA-256 of the letter in UTF-8: salutation, opening, each demand as its number, a period, a
   * space and its text, and closing, with one blank line between them and none at the end.
   */
  static String hash(LetterText letter) {
    return Sha256.hex(plain(letter).getBytes(UTF_8));
  }

  static List<String> paragraphs(String text) {
    return List.of(text.strip().split("\\n\\s*\\n"));
  }

  private static String plain(LetterText letter) {
    var parts = new ArrayList<String>();
    parts.add(letter.salutation().strip());
    parts.add(letter.opening().strip());
    letter.demands().forEach(d -> parts.add(d.number() + ". " + d.text().strip()));
    parts.add(letter.closing().strip());
    return String.join("\n\n", parts);
  }
}
