package org.joinvoices.action;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.web.Texts;

/**
 * A letter that people can join, with whom it goes to and by when.
 *
 * @param authors as they wish to be shown; no names needed
 * @param topics Library of Congress policy areas (CWC's list of 32), at least one where messages go
 *     to Congress
 * @param congress how messages reach its offices, and which bills they speak of
 * @param opens first instant at which people may join
 * @param deadline confirmed before it is in the petition book; it names its zone
 * @param closes from here on nobody may join
 * @param goal signatures hoped for, for the progress bar
 * @param responseDays calendar days from the deadline's date (day 0) to the end of which a response
 *     is due
 * @param keepContact how long contact data outlasts the closing
 * @param originalLanguage the language the authors wrote in
 * @param defaultLanguage the language of {@code /actions/{slug}}
 * @param letter the current version
 */
public record Action(
    ActionId id,
    Slug slug,
    Organization organization,
    List<String> authors,
    List<Addressee> addressees,
    List<String> topics,
    Congress congress,
    Instant opens,
    ZonedDateTime deadline,
    Instant closes,
    int goal,
    int responseDays,
    KeepContact keepContact,
    String originalLanguage,
    String defaultLanguage,
    LetterVersion letter) {

  /**
   * In the book below this; in the supplement up to {@link #SUPPLEMENT_HOURS} after the deadline
   * (D16).
   */
  public static final int SUPPLEMENT_HOURS = 48;

  public Action {
    authors = List.copyOf(authors);
    addressees = List.copyOf(addressees);
    topics = List.copyOf(topics);
  }

  /** Whether signers can have messages sent to their own legislators; else it is only signed. */
  public boolean writesToCongress() {
    return !letter.original().toSenators().isEmpty();
  }

  public ChannelOrder channels() {
    return congress.channels();
  }

  public List<Bill> bills() {
    return congress.bills();
  }

  public Optional<Stance> stance() {
    return congress.stance();
  }

  /** What the letter knows of reaching the office of a seat. */
  public Optional<OfficeContact> office(Seat seat) {
    return congress.office(seat);
  }

  /** The last day, in the deadline's zone, on which a response is in time. */
  public LocalDate responseDue() {
    return deadline.toLocalDate().plusDays(responseDays);
  }

  /** Civic instant from which on contact data is not kept any longer. */
  public Instant contactEnds() {
    return keepContact.after(closes.atZone(deadline.getZone())).toInstant();
  }

  /**
   * What one passes on, beginning with a slash: shows the letter in this language, or instead of
   * the default one in that which the reader's browser asks for.
   */
  public String path(String language) {
    return language.equals(defaultLanguage) ? "/actions/" + slug : pathIn(language);
  }

  /** Of its public page in this language, whatever the browser asks for. */
  public String pathIn(String language) {
    return "/" + language + "/actions/" + slug;
  }

  /** Languages of its public pages: those that both the letter and the interface have. */
  public List<String> pageLanguages() {
    return Texts.LANGUAGES.stream().filter(letter.languages()::contains).toList();
  }

  /**
   * One of its public pages in each of these languages, language to path.
   *
   * @param below what follows on the path of the letter; empty text for its own page
   */
  public Map<String, String> pages(String below) {
    Map<String, String> pages = new LinkedHashMap<>();
    pageLanguages().forEach(language -> pages.put(language, pathIn(language) + below));
    return pages;
  }

  public boolean openAt(Instant instant) {
    return !instant.isBefore(opens) && instant.isBefore(closes);
  }
}
