package org.joinvoices.accountability.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.joinvoices.action.Action;
import org.joinvoices.platform.web.Texts;

/** Where one reads what came back. */
final class AnswerPaths {

  private AnswerPaths() {}

  static String of(Action action, String language) {
    return action.pathIn(language) + "/answers";
  }

  /** The file that shows a response: the same in every language. */
  static String evidence(Action action, UUID response) {
    return "/actions/" + action.slug() + "/answers/" + response + "/evidence";
  }

  /** How the names of files of a type end. */
  static String ending(String type) {
    return type.replaceFirst(".*/", "");
  }

  /** Every language that both the letter and the interface have, with its path. */
  static Map<String, String> languages(Action action) {
    Map<String, String> paths = new LinkedHashMap<>();
    Texts.LANGUAGES.stream()
        .filter(action.letter().languages()::contains)
        .forEach(language -> paths.put(language, of(action, language)));
    return paths;
  }
}
