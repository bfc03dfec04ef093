package org.joinvoices.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Locale;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.web.Digits;

/**
 * The code in the confirmation mail, for those who read their mail on another device: eight
 * characters of Crockford's base 32 (no I, L, O, U), shown as {@code XXXX-XXXX}. Derived from the
 * signature under a key of its action, so nothing is stored. Forty bits, and {@link Signing} bounds
 * the tries.
 */
final class ShortCode {

  static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 8;

  private final Vault vault;

  ShortCode(Vault vault) {
    this.vault = vault;
  }

  /** As shown in the mail. */
  String of(SignatureKey key) {
    String code = characters(key);
    return code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2);
  }

  /** Whether {@code typed} is the code; takes the same time wherever it differs. */
  boolean matches(SignatureKey key, String typed) {
    return MessageDigest.isEqual(characters(key).getBytes(UTF_8), plain(typed).getBytes(UTF_8));
  }

  private String characters(SignatureKey key) {
    byte[] hash =
        vault.keyedHash(
            key.action().value(), "short-code", key.signature().toString().getBytes(UTF_8));
    StringBuilder code = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      code.append(ALPHABET.charAt(hash[i] & 31));
    }
    return code.toString();
  }

  /** Crockford: O is read as 0, I and L as 1. */
  static String plain(String typed) {
    return Digits.latin(typed)
        .replaceAll("[\\s-]", "")
        .toUpperCase(Locale.ROOT)
        .replace('O', '0')
        .replace('I', '1')
        .replace('L', '1');
  }
}
