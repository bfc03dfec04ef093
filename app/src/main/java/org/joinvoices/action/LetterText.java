package org.joinvoices.action;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.crypto.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A letter in one language. Every text is plain text; a blank line separates paragraphs.
 *
 * @param language BCP 47, for example {@code en}
 * @param status how far this text has come with its authors
 * @param title of the action page
 * @param introduction what a reader sees before the letter
 * @param salutation the letter's first line
 * @param opening the letter up to its demands
 * @param demands numbered from 1, at least one
 * @param closing the letter after its demands
 * @param subject of messages to legislators, one line
 * @param toSenators the similar message to a senator, the ask in its first line; empty text in a
 *     letter that does not write to Congress
 * @param toRepresentatives the similar message to a House member, the ask in its first line; empty
 *     text likewise
 * @param toSeats messages for seats that need words of their own. Where there are none the JSON
 *     does not speak of them, so that the hash of a text from before they existed stays what it was
 */
public record LetterText(
    String language,
    TextStatus status,
    String title,
    String introduction,
    String salutation,
    String opening,
    List<Demand> demands,
    String closing,
    String subject,
    String toSenators,
    String toRepresentatives,
    @JsonInclude(NON_EMPTY) List<SeatText> toSeats) {

  public LetterText {
    demands = List.copyOf(demands);
    toSeats = toSeats.stream().sorted(SeatText.ORDER).toList();
  }

  /**
   * @param toSeats null in what has none
   */
  @JsonCreator
  static LetterText stored(
      String language,
      TextStatus status,
      String title,
      String introduction,
      String salutation,
      String opening,
      List<Demand> demands,
      String closing,
      String subject,
      String toSenators,
      String toRepresentatives,
      @Nullable List<SeatText> toSeats) {
    return new LetterText(
        language,
        status,
        title,
        introduction,
        salutation,
        opening,
        demands,
        closing,
        subject,
        toSenators,
        toRepresentatives,
        toSeats == null ? List.of() : toSeats);
  }

  /**
   * The message to whoever holds a seat on a day.
   *
   * @param day in Washington
   */
  public String to(Seat seat, LocalDate day) {
    return toSeats.stream()
        .filter(own -> own.isFor(seat, day))
        .map(SeatText::text)
        .findFirst()
        .orElse(seat.isSenate() ? toSenators : toRepresentatives);
  }

  /** Every message that a signer of this state can have sent, each once. */
  public List<String> messagesFrom(String state) {
    return Stream.concat(
            Stream.of(toSenators, toRepresentatives),
            toSeats.stream().filter(own -> own.seat().state().equals(state)).map(SeatText::text))
        .distinct()
        .toList();
  }

  /**
   * SHA-256 of all that is read in this language, 64 hexadecimal digits. How far the text has come
   * is no part of it: while no word changes this stays what it is, also from version to version.
   */
  public String wordsHash() {
    LetterText words =
        new LetterText(
            language,
            TextStatus.DRAFT,
            title,
            introduction,
            salutation,
            opening,
            demands,
            closing,
            subject,
            toSenators,
            toRepresentatives,
            toSeats);
    return Sha256.hex(LetterVersion.json(List.of(words)).getBytes(UTF_8));
  }
}
