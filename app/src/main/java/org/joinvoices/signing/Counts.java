package org.joinvoices.signing;

import org.joinvoices.action.ActionId;

/** Windowed counts: added up by one job, never by the signer's transaction. */
public final class Counts {

  public Count of(ActionId action) {
    throw new UnsupportedOperationException();
  }
}
