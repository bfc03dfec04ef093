package org.joinvoices.signing.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.joinvoices.action.Action;
import org.joinvoices.platform.web.Texts;

/** Where the pages of one letter live. */
final class ActionPaths {

  private ActionPaths() {}

  static String page(Action action, String language) {
    String path = "/actions/" + action.slug();
    return language.equals(action.defaultLanguage()) ? path : "/" + language + path;
  }

  /** Where one reads what is done with personal data. */
  static String privacy(Action action, String language) {
    return page(action, language) + "/privacy";
  }

  /** Every language that both the letter and the interface have, with its path. */
  static Map<String, String> languages(Action action) {
    Map<String, String> paths = new LinkedHashMap<>();
    Texts.LANGUAGES.stream()
        .filter(language -> action.letter().languages().contains(language))
        .forEach(language -> paths.put(language, page(action, language)));
    return paths;
  }
}
