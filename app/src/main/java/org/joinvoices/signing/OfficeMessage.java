package org.joinvoices.signing;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.joinvoices.action.LetterText;
import org.joinvoices.action.LetterVersion;
import org.joinvoices.districts.Seat;

/**
 * What one legislator's office will read, the same on the preview, the confirmation page, the
 * receipt and the wire. What is not in English begins with a line that says so, because offices
 * sort by what they can read.
 *
 * @param subject one line
 * @param statement the organization's text, in the letter's default language
 * @param ownWords the supporter's text, kept apart from the statement
 */
public record OfficeMessage(String subject, String statement, Optional<String> ownWords) {

  /** Longest statement and own words in CWC 2.0, in Unicode characters. */
  private static final int LONGEST = 10_000;

  /** Statements are few, and each is asked for by every message of its letter. */
  private static final int STATEMENTS = 1_000;

  private static final LoadingCache<String, String> TIDY_STATEMENTS =
      Caffeine.newBuilder().maximumSize(STATEMENTS).build(PlainText::lines);

  /**
   * The message to whoever holds {@code seat} on a day.
   *
   * @param day in Washington, on which it is sent, was sent or would be
   * @param language of the statement
   * @param ownLanguage of the form the own words were written on
   */
  public static OfficeMessage to(
      Seat seat,
      LocalDate day,
      LetterVersion letter,
      String language,
      String ownWords,
      String ownLanguage) {
    LetterText text = letter.in(language);
    String statement = text.to(seat, day);
    String own = ownWords.strip();
    return new OfficeMessage(
        text.subject(),
        marked(statement, text.language()),
        own.isEmpty() || PlainText.lines(own).equals(TIDY_STATEMENTS.get(statement))
            ? Optional.empty()
            : Optional.of(marked(own, ownLanguage)));
  }

  /** The statement alone, as everybody may see it. */
  public static OfficeMessage sample(LetterText text, String statement) {
    return new OfficeMessage(text.subject(), marked(statement, text.language()), Optional.empty());
  }

  /** Left out where there is no room for it: not a letter of the text goes for its sake. */
  private static String marked(String text, String language) {
    var written = Locale.forLanguageTag(language);
    if (written.getLanguage().equals(Locale.ENGLISH.getLanguage())) {
      return text;
    }
    String marked = "[Written in " + written.getDisplayLanguage(Locale.ENGLISH) + "]\n\n" + text;
    return PlainText.length(marked) > LONGEST ? text : marked;
  }

  @Override
  public String toString() {
    return "OfficeMessage[hidden]";
  }
}
