package org.joinvoices.signing.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.joinvoices.action.Action;
import org.joinvoices.platform.web.Texts;

/** Where the pages of one letter live. */
final class ActionPaths {

  private ActionPaths() {}

  /** Where one reads what is done with personal data. */
  static String privacy(Action action, String language) {
    return action.pathIn(language) + "/privacy";
  }

  /** Every language that both the letter and the interface have, with its path. */
  static Map<String, String> languages(Action action) {
    return languages(action, "");
  }

  /**
   * The same for a page below the letter's.
   *
   * @param below what follows on the path of the letter
   */
  static Map<String, String> languages(Action action, String below) {
    Map<String, String> paths = new LinkedHashMap<>();
    Texts.LANGUAGES.stream()
        .filter(language -> action.letter().languages().contains(language))
        .forEach(language -> paths.put(language, action.pathIn(language) + below));
    return paths;
  }
}
