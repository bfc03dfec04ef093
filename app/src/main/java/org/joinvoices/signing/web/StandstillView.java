package org.joinvoices.signing.web;

import java.util.List;
import org.joinvoices.signing.FormView;

/**
 * What people paused, as the page of a letter says it.
 *
 * @param notices said above the form
 * @param isStatic whether the page is a copy that offers no form
 * @param areCountsFrozen whether the numbers stay as they were at some moment
 */
public record StandstillView(
    List<FormView.Notice> notices, boolean isStatic, boolean areCountsFrozen) {

  public StandstillView {
    notices = List.copyOf(notices);
  }
}
