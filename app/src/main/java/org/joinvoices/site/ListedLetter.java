package org.joinvoices.site;

import org.joinvoices.action.Action;
import org.joinvoices.action.LetterText;

/** A letter as lists show it: in one language, with the address of its page in it. */
record ListedLetter(Action action, String language) {

  /** In this language if it has pages in it, or else in the one it is first shown in. */
  static ListedLetter in(String language, Action action) {
    return new ListedLetter(
        action, action.pageLanguages().contains(language) ? language : action.defaultLanguage());
  }

  LetterText text() {
    return action.letter().in(language);
  }

  String path() {
    return action.pathIn(language);
  }
}
