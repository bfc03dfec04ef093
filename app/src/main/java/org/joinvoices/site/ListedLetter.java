package org.joinvoices.site;

import java.util.List;
import org.joinvoices.action.Action;
import org.joinvoices.action.LetterText;
import org.joinvoices.platform.web.Texts;

/** A letter as lists show it: in one language, with the address of its page in it. */
record ListedLetter(Action action, String language) {

  /** In this language if it has pages in it, or else in the one it is first shown in. */
  static ListedLetter in(String language, Action action) {
    return new ListedLetter(action, speaks(language, action) ? language : action.defaultLanguage());
  }

  /** In every language it has pages in. */
  static List<ListedLetter> inEach(Action action) {
    return Texts.LANGUAGES.stream()
        .filter(language -> speaks(language, action))
        .map(language -> new ListedLetter(action, language))
        .toList();
  }

  static boolean speaks(String language, Action action) {
    return Texts.LANGUAGES.contains(language) && action.letter().languages().contains(language);
  }

  LetterText text() {
    return action.letter().in(language);
  }

  String path() {
    return action.pathIn(language);
  }
}
