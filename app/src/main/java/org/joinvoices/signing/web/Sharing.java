package org.joinvoices.signing.web;

import java.net.URI;
import org.joinvoices.action.Action;
import org.joinvoices.signing.ShareLinks;

/** Knows under which address a letter is passed on: its public page, never one with a token. */
final class Sharing {

  private final URI house;

  /**
   * @param house where it is reached, without trailing slash
   */
  Sharing(URI house) {
    this.house = house;
  }

  ShareLinks of(Action action, String language) {
    return ShareLinks.of(
        house, language, action.letter().in(language).title(), action.path(language));
  }
}
