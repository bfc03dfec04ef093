package org.joinvoices.signing.web;

import java.util.List;
import org.joinvoices.signing.FormView;

/**
 * What people paused, as the page of a letter says it.
 *
 * @param notices said above the form
 * @param isClosed whether nobody can sign, so that no form is offered
 * @param areCountsFrozen whether the numbers stay as they were at some moment
 */
public record StandstillView(
    List<FormView.Notice> notices, boolean isClosed, boolean areCountsFrozen) {

  public StandstillView {
    notices = List.copyOf(notices);
  }
}
