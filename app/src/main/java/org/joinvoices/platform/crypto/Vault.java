package org.joinvoices.platform.crypto;

import java.util.UUID;

/**
 * Seals data under a key of its own per scope (an action), wrapped by the master key. When a
 * scope's key is destroyed everything sealed under it is unreadable for good.
 *
 * <p>The wrapped data keys are in table {@code data_key}; the master key is a Tink keyset from the
 * environment or a key file, never in the database or its backups.
 */
public final class Vault {

  /**
   * Seals {@code plain}.
   *
   * @param scope whose key to use; one is made on first use
   * @param plain what to hide
   * @param context bound to the result but not stored in it, such as the row's id: opening with
   *     another context fails
   */
  public byte[] seal(UUID scope, byte[] plain, byte[] context) {
    throw new UnsupportedOperationException();
  }

  /**
   * @throws IllegalStateException if the key is gone, or {@code sealed} was not made here for this
   *     scope and context; the message holds no data
   */
  public byte[] open(UUID scope, byte[] sealed, byte[] context) {
    throw new UnsupportedOperationException();
  }

  /**
   * HMAC-SHA-256 under a key of the scope, 32 bytes: equal input gives equal output within one
   * scope and purpose, and without the key nobody can test a guess.
   *
   * @param purpose separates uses, for example {@code mailbox} and {@code person}
   */
  public byte[] keyedHash(UUID scope, String purpose, byte[] input) {
    throw new UnsupportedOperationException();
  }

  /**
   * As {@link #keyedHash} under a key of the whole house, for what crosses actions, such as
   * mailboxes never to mail.
   */
  public byte[] houseHash(String purpose, byte[] input) {
    throw new UnsupportedOperationException();
  }
}
