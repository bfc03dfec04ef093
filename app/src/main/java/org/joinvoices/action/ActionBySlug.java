package org.joinvoices.action;

import jakarta.servlet.http.HttpServletRequest;
import org.joinvoices.platform.web.Wish;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The action an address names, as last known: a page shows it, {@code signing} decides. */
public final class ActionBySlug {

  private final Actions actions;

  public ActionBySlug(Actions actions) {
    this.actions = actions;
  }

  /**
   * @throws ResponseStatusException 404 if there is none
   */
  public Action get(String slug) {
    return Slug.parse(slug)
        .flatMap(actions::findLastKnown)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /**
   * @throws ResponseStatusException 404 if the letter has no pages in this language
   */
  public void requireLanguage(String slug, String language) {
    if (!get(slug).pageLanguages().contains(language)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }

  /** The language a browser asks for, of those the letter has pages in; else the letter's own. */
  public static String wished(Action action, HttpServletRequest request) {
    return Wish.among(action.pageLanguages(), request).orElseGet(action::defaultLanguage);
  }
}
