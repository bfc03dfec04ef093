package org.joinvoices.delivery.book;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.joinvoices.action.Action;
import org.joinvoices.action.LetterVersion;
import org.joinvoices.platform.cells.Cell;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code manifest.json}: what a book says of itself, so that its numbers and files can be checked
 * without reading a name.
 *
 * <p>Always {@code signatures = shown + counted_only + ended_since}.
 *
 * @param format names this form and its version
 * @param action slug
 * @param part {@code book} or {@code supplement}
 * @param status {@code frozen} or {@code provisional}
 * @param asOf civic instant up to which confirmations count; of a frozen book the freeze instant
 * @param zone of the deadline
 * @param madeAt civic instant of the making; of a frozen book of its first making
 * @param letters the wordings that were joined, the newest first
 * @param signatures how many were counted
 * @param shown how many of them are listed by name or initials
 * @param countedOnly how many asked to be counted and not shown
 * @param endedSince how many were withdrawn or invalidated after the freeze; counted, no longer
 *     listed
 * @param ownWords how many let their own words appear
 * @param onPaper how many were counted on the word of a witness to a sheet of paper
 * @param byPlace counts with small cells merged
 * @param byWeek counts with small cells merged
 * @param byLetterVersion counts with small cells merged; names are version numbers
 * @param countingRules version of the rules printed in the book
 * @param notDrawn what stands in the list of signatures but could not be drawn in the PDF
 * @param files the files beside this one
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Manifest(
    String format,
    String action,
    String title,
    String part,
    String status,
    Instant asOf,
    String zone,
    Instant madeAt,
    List<Letter> letters,
    long signatures,
    long shown,
    long countedOnly,
    long endedSince,
    long ownWords,
    long onPaper,
    List<Cell> byPlace,
    List<Cell> byWeek,
    List<Cell> byLetterVersion,
    int countingRules,
    List<NotDrawn> notDrawn,
    List<FileHash> files) {

  private static final String FROZEN = "frozen";

  static final String FORMAT = "joinvoices-petition-book/1";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          // a number that books of earlier releases lack: there was no paper
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  public Manifest {
    letters = List.copyOf(letters);
    byPlace = List.copyOf(byPlace);
    byWeek = List.copyOf(byWeek);
    byLetterVersion = List.copyOf(byLetterVersion);
    notDrawn = List.copyOf(notDrawn);
    files = List.copyOf(files);
  }

  /**
   * One wording of the letter.
   *
   * @param version of the letter
   * @param language of the text the hash is of
   * @param sha256 see {@link LetterPrint#hash}
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Letter(int version, String language, String sha256) {}

  /**
   * @param number in {@code signatures.csv}
   * @param field {@code shown_as} or {@code own_words}
   */
  public record NotDrawn(int number, String field) {}

  /**
   * @param bytes size
   * @param sha256 64 hexadecimal digits
   */
  public record FileHash(String name, long bytes, String sha256) {}

  static Manifest of(
      Edition edition, Numbers numbers, List<NotDrawn> notDrawn, List<FileHash> files) {
    var action = edition.action();
    return new Manifest(
        FORMAT,
        action.slug().value(),
        action.letter().in(action.defaultLanguage()).title(),
        edition.part().word(),
        edition.frozen() ? FROZEN : "provisional",
        edition.asOf(),
        action.deadline().getZone().getId(),
        edition.madeAt(),
        edition.letters().stream().flatMap(letter -> letters(action, letter)).toList(),
        numbers.signatures(),
        numbers.shown(),
        numbers.countedOnly(),
        numbers.endedSince(),
        numbers.ownWords(),
        numbers.onPaper(),
        numbers.byPlace(),
        numbers.byWeek(),
        numbers.byLetterVersion(),
        CountingRules.version(numbers.onPaper()),
        notDrawn,
        files);
  }

  private static Stream<Letter> letters(Action action, LetterVersion letter) {
    return LetterPrint.texts(action, letter)
        .map(text -> new Letter(letter.number(), text.language(), LetterPrint.hash(text)));
  }

  /** Not {@code is…}: that would be one more field of the JSON. */
  public boolean hasStatusFrozen() {
    return status.equals(FROZEN);
  }

  /** Newest of the wordings. */
  public int letterVersion() {
    return letters.getFirst().version();
  }

  public static Manifest parse(String json) {
    return JSON.readValue(json, Manifest.class);
  }

  public String json() {
    return JSON.writeValueAsString(this) + "\n";
  }
}
