package org.joinvoices.cli;

import javax.sql.DataSource;
import org.joinvoices.action.Action;
import org.joinvoices.action.Actions;
import org.joinvoices.action.Slug;

/** The action that somebody typed the slug of. */
final class KnownAction {

  private KnownAction() {}

  /**
   * @throws Refusal if there is none in this house
   */
  static Action find(DataSource database, String slug) {
    return Slug.parse(slug)
        .flatMap(new Actions(database)::find)
        .orElseThrow(() -> new Refusal("There is no action " + slug + " in this house."));
  }
}
