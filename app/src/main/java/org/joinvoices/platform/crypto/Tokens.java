package org.joinvoices.platform.crypto;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Link tokens that say what they are for, sealed so that nobody can read, forge or guess one, and
 * so that none need be stored. Text form: base64url without padding, at most 140 characters.
 * Lifetimes run on civic time.
 */
public final class Tokens {

  /** What a link opens. */
  public enum Purpose {
    /** Confirm or refuse a pending signature. */
    CONFIRM,
    /** The page after signing. */
    THANKS,
    /** The receipt. */
    RECEIPT
  }

  /** What a token says: {@code id} within {@code scope} (a signature of an action). */
  public record Claim(Purpose purpose, UUID scope, UUID id) {}

  /** A new token; two for the same claim differ. */
  public String issue(Claim claim, Duration lifetime) {
    throw new UnsupportedOperationException();
  }

  /** What the token says, or empty if it is not ours, not for {@code purpose}, or expired. */
  public Optional<Claim> read(Purpose purpose, String token) {
    throw new UnsupportedOperationException();
  }
}
