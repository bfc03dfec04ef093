package org.joinvoices.accountability.web;

import java.util.UUID;
import org.joinvoices.action.Action;

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
}
