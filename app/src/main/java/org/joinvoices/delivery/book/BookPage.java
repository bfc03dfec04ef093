package org.joinvoices.delivery.book;

import java.util.List;
import org.joinvoices.action.Addressee;
import org.joinvoices.action.Demand;

/**
 * What the template of the book prints, every text as it can be drawn.
 *
 * @param style the style sheet
 * @param asOf freeze instant, or until when a provisional book counts
 * @param place of the organization, in one line
 * @param letters at least one
 * @param names by initial letter
 * @param namedElsewhere numbers in {@code signatures.csv} of those the typeface cannot draw
 * @param words own words
 */
public record BookPage(
    String style,
    String title,
    boolean frozen,
    boolean supplement,
    String asOf,
    String madeAt,
    String deadline,
    List<Addressee> addressees,
    String organization,
    String place,
    List<String> authors,
    List<Letter> letters,
    long signatures,
    long shown,
    long countedOnly,
    long endedSince,
    List<Cell> byPlace,
    List<Cell> byWeek,
    List<Cell> byLetterVersion,
    List<Names> names,
    List<Integer> namedElsewhere,
    List<Words> words) {

  /** One wording of the letter in one language. */
  public record Letter(
      int version,
      String language,
      String languageName,
      String salutation,
      List<String> opening,
      List<Demand> demands,
      List<String> closing,
      String sha256) {}

  /** Names with the same initial. */
  public record Names(String initial, List<String> names) {

    @Override
    public String toString() {
      return "Names[hidden]";
    }
  }

  /** One signer's own words. */
  public record Words(String by, List<String> paragraphs) {

    @Override
    public String toString() {
      return "Words[hidden]";
    }
  }

  @Override
  public String toString() {
    return "BookPage[hidden]";
  }
}
