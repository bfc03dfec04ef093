package org.joinvoices.desk;

import org.joinvoices.action.Action;
import org.joinvoices.action.Actions;
import org.joinvoices.action.Slug;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The letter that an address of the desk names, as it is now. */
public final class ActionBySlug {

  private final Actions actions;

  ActionBySlug(Actions actions) {
    this.actions = actions;
  }

  /**
   * @throws ResponseStatusException 404 if there is none
   */
  public Action get(String slug) {
    return Slug.parse(slug)
        .flatMap(actions::find)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
