package org.joinvoices.signing;

import java.time.Duration;
import java.time.Period;

/**
 * For how long what somebody typed is kept. Jobs go by these, and what signers are told is made of
 * them; how long contact data outlasts a letter is the letter's own to say.
 */
public final class Kept {

  /** Of a signature that nobody confirms, counted from signing; a link is good for as long. */
  public static final Duration UNCONFIRMED = Duration.ofDays(14);

  /** The rest of such a signature: a late click learns until then that it is late. */
  public static final Duration UNCONFIRMED_TRACE = Duration.ofDays(30);

  /** Of own words, counted from the last attempt at a message that holds them (D11). */
  public static final Duration OWN_WORDS = Duration.ofDays(30);

  /** Between the mail that offers a copy of own words and their end. */
  public static final Duration OFFERED = Duration.ofDays(7);

  /** Of the moments at which messages left; afterwards only their weeks are told. */
  public static final Period MOMENTS = Period.ofMonths(6);

  /** How long a link to the own data is good for, in machine time, from the moment it is sent. */
  public static final Duration DATA_LINK = Duration.ofMinutes(15);

  private Kept() {}
}
