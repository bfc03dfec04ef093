package org.joinvoices.accountability.web;

import org.joinvoices.platform.web.Frame;
import org.joinvoices.platform.web.Words;

/** What {@code answers.jte} shows. */
public record AnswersView(Frame frame, AnswerBoard board) {

  public Words words() {
    return board.words();
  }
}
