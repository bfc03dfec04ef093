package org.joinvoices.signing;

import java.time.LocalDate;
import java.util.Optional;
import org.joinvoices.action.LetterText;
import org.joinvoices.action.LetterVersion;
import org.joinvoices.districts.Seat;

/**
 * What one legislator's office will read, the same on the preview, the confirmation page, the
 * receipt and the wire.
 *
 * @param subject one line
 * @param statement the organization's text, in the letter's default language
 * @param ownWords the supporter's text, kept apart from the statement
 */
public record OfficeMessage(String subject, String statement, Optional<String> ownWords) {

  /**
   * The message to whoever holds {@code seat} on a day.
   *
   * @param day in Washington, on which it is sent, was sent or would be
   */
  public static OfficeMessage to(
      Seat seat, LocalDate day, LetterVersion letter, String language, String ownWords) {
    LetterText text = letter.in(language);
    String statement = text.to(seat, day);
    String own = ownWords.strip();
    return new OfficeMessage(
        text.subject(),
        statement,
        own.isEmpty() || own.equals(statement) ? Optional.empty() : Optional.of(own));
  }

  @Override
  public String toString() {
    return "OfficeMessage[hidden]";
  }
}
