package org.joinvoices.platform.mail;

/**
 * Hears of mails that came back, whoever posted them; those that are not its own it passes over. A
 * Spring bean. What it throws leaves the notification where it is, for the next time.
 */
public interface BounceListener {

  /** May be told the same twice, when the house died in between. */
  void bounced(Bounce bounce);
}
