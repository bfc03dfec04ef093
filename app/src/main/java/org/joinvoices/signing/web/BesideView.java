package org.joinvoices.signing.web;

import java.util.ArrayList;
import java.util.List;
import org.joinvoices.action.Action;
import org.joinvoices.action.LetterText;
import org.joinvoices.platform.web.Frame;
import org.joinvoices.platform.web.Words;

/**
 * What the page with two texts of a letter shows.
 *
 * @param text in the language of the page
 * @param other in the other one
 */
public record BesideView(
    Frame frame, Words words, Action action, LetterText text, LetterText other) {

  /**
   * One part of the letter in both languages.
   *
   * @param number of the demand; 0: none
   */
  public record Part(int number, String text, String other) {}

  static String title(Words words, String language, String other) {
    return words.get(
        "beside.title", words.formats().language(language), words.formats().language(other));
  }

  public String title() {
    return title(words, text.language(), other.language());
  }

  public String path() {
    return action.pathIn(words.language());
  }

  /** The letter from its first line to its last; demands have one number in all languages. */
  public List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part(0, text.salutation(), other.salutation()));
    parts.add(new Part(0, text.opening(), other.opening()));
    for (int i = 0; i < text.demands().size(); i++) {
      var demand = text.demands().get(i);
      parts.add(new Part(demand.number(), demand.text(), other.demands().get(i).text()));
    }
    parts.add(new Part(0, text.closing(), other.closing()));
    return parts;
  }

  /** What a text is, and how far it has come with the authors. */
  public String standing(LetterText one) {
    boolean original = one.language().equals(action.originalLanguage());
    return words.get(original ? "beside.original" : "beside.translation")
        + " "
        + words.get("action.status." + one.status().word());
  }
}
