package org.joinvoices.desk;

import org.joinvoices.signing.FormView;

/**
 * What {@code desk/correct.jte} shows.
 *
 * @param sends whether messages go to Congress, which asks for more fields
 */
public record CorrectingView(DeskFrame desk, Held held, FormView form, boolean sends) {

  /** Nobody says yes for somebody else: what may be printed can only be taken back here. */
  public String bookConsent() {
    return form.typed().isOn("consent_own_words") ? desk.words().get("correct.book") : "";
  }

  @Override
  public String toString() {
    return "CorrectingView[hidden]";
  }
}
