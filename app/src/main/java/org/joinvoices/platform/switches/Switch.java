package org.joinvoices.platform.switches;

import java.util.List;
import java.util.UUID;

/**
 * Something that people can pause.
 *
 * @param scope the database's word for its kind; what delivery pauses has words of its own
 * @param subject which one is meant; empty text for the whole house
 */
public record Switch(String scope, String subject) {

  /** New signatures on any letter; those given can still be confirmed. */
  public static final Switch SIGNING = new Switch("signing", "");

  /** All mails of ours, but for the link by which one signs in at the desk. */
  public static final Switch MAILS = new Switch("mails", "");

  /** Whatever goes to offices and addressees, by whichever way. */
  public static final Switch DELIVERY = new Switch("delivery", "");

  /** Published numbers; counting goes on. */
  public static final Switch COUNTS = new Switch("counts", "");

  /** Public pages stay as they were last read, and ask the database for nothing. */
  public static final Switch PAGES = new Switch("pages", "");

  /** Those of the whole house, as the desk lists them. */
  public static final List<Switch> OF_HOUSE = List.of(SIGNING, MAILS, DELIVERY, COUNTS, PAGES);

  /** New signatures on one letter. */
  public static Switch signing(UUID action) {
    return new Switch(SIGNING.scope(), action.toString());
  }
}
