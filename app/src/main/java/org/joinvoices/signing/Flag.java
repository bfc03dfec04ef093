package org.joinvoices.signing;

import java.util.Locale;

/**
 * What was unusual about how a signature came. None refuses anybody: whoever confirms a signature
 * with one of these is told that somebody looks at it before it counts.
 */
public enum Flag {
  /** A field was filled that people never see. */
  HONEYPOT,
  /** More came from one network than is usual. */
  BUSY_NETWORK,
  /** More came from one mail domain than is usual. */
  BUSY_DOMAIN,
  /** The mailbox is one of those that live for some minutes. */
  THROWAWAY_DOMAIN,
  /** Whoever owns the mailbox that a sheet of paper names said that it was not them. */
  NOT_ME;

  /** As the database spells it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
