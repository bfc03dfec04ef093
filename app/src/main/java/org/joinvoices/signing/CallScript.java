package org.joinvoices.signing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joinvoices.action.Action;
import org.joinvoices.action.LetterText;
import org.joinvoices.action.LetterVersion;
import org.joinvoices.action.OfficeContact;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.Officeholder;
import org.joinvoices.districts.Seat;
import org.joinvoices.districts.SeatNames;
import org.joinvoices.platform.web.Texts;
import org.joinvoices.platform.web.Words;

/**
 * What somebody can say who calls an office about a letter, made of its title and its demands.
 * Holds nothing of the caller: who calls says it.
 *
 * @param words texts around it
 * @param sent the letter in the language in which it is sent to offices
 * @param read the letter in the reader's language
 * @param lines numbers of the caller's own offices, as far as they are known
 */
public record CallScript(Words words, LetterText sent, LetterText read, List<Line> lines) {

  private static final Texts TEXTS = Texts.beside(CallScript.class);

  /**
   * An office to call.
   *
   * @param holder of the seat
   * @param office what the seat is called in the reader's language
   * @param phone {@code NNN-NNN-NNNN}
   */
  public record Line(String holder, String office, String phone) {

    /** For a telephone: the digits with the country. */
    public String dialled() {
      return "tel:+1" + phone.replaceAll("\\D", "");
    }
  }

  public CallScript {
    lines = List.copyOf(lines);
  }

  /** For everybody, who may have any office; empty for a letter that does not write to Congress. */
  public static Optional<CallScript> of(Action action, String language) {
    return of(action, action.letter(), language, List.of());
  }

  /**
   * For one signer.
   *
   * @param letter the version signed
   * @param seats whose offices are theirs
   * @param on civic day in Washington
   */
  public static Optional<CallScript> of(
      Action action,
      LetterVersion letter,
      String language,
      List<Seat> seats,
      Districts districts,
      LocalDate on) {
    return of(
        action,
        letter,
        language,
        seats.stream().flatMap(seat -> line(seat, action, language, districts, on)).toList());
  }

  private static Optional<CallScript> of(
      Action action, LetterVersion letter, String language, List<Line> lines) {
    return action.writesToCongress()
        ? Optional.of(
            new CallScript(
                TEXTS.in(language),
                letter.in(action.defaultLanguage()),
                letter.in(language),
                lines))
        : Optional.empty();
  }

  private static Stream<Line> line(
      Seat seat, Action action, String language, Districts districts, LocalDate on) {
    return districts.officeholder(seat, on).stream()
        .flatMap(
            holder ->
                phone(action, seat, holder).stream()
                    .map(phone -> new Line(holder.name(), SeatNames.of(seat, language), phone)));
  }

  /** What the letter says of the office, else what the civic data knows; never anything else. */
  public static Optional<String> phone(Action action, Seat seat, Officeholder holder) {
    return action
        .office(seat)
        .flatMap(OfficeContact::phone)
        .or(() -> Optional.of(holder.phone()).filter(phone -> !phone.isBlank()));
  }

  /** Whether the reader reads the letter in other words than it is sent in. */
  public boolean isTranslated() {
    return !sent.language().equals(read.language());
  }

  /** What is said before the demands, in the language of a text of the letter. */
  public String opening(LetterText text) {
    return TEXTS.in(text.language()).get("call.opening", text.title());
  }

  /** What is said after them. */
  public String closing(LetterText text) {
    return TEXTS.in(text.language()).get("call.closing");
  }

  /** The name of the language it is sent in, in the reader's. */
  public String sentLanguage() {
    return words.formats().language(sent.language());
  }
}
