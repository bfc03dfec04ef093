package org.joinvoices.platform.mail;

import jakarta.mail.internet.InternetAddress;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.joinvoices.platform.crypto.Vault;

/**
 * An envelope sender of its own for each mail, {@code bounces+TOKEN@house.example}, so that a mail
 * that comes back tells which it was. The token is the row's id and a keyed hash of it: nobody can
 * make one for a mail that was never sent, and it names no person. Digits and small letters only,
 * because some servers change case.
 */
final class ReturnPaths {

  private static final int ID_BYTES = 2 * Long.BYTES;
  private static final int TOKEN_BYTES = ID_BYTES + 8;
  private static final int MOST_DIGITS = 38; // 24 bytes by the base below

  private final String local;
  private final String domain;
  private final Vault vault;

  /**
   * @param address where bounces go, without token
   */
  ReturnPaths(String address, Vault vault) {
    int at = address.lastIndexOf('@');
    this.local = address.substring(0, at);
    this.domain = address.substring(at + 1);
    this.vault = vault;
  }

  String of(UUID mail) {
    String token = new BigInteger(1, token(mail)).toString(Character.MAX_RADIX);
    return local + "+" + token + "@" + domain;
  }

  /** The mail whose envelope sender this is; empty for any other address. */
  Optional<UUID> read(InternetAddress address) {
    String text = address.getAddress().toLowerCase(Locale.ROOT);
    String before = (local + "+").toLowerCase(Locale.ROOT);
    String after = ("@" + domain).toLowerCase(Locale.ROOT);
    return text.startsWith(before) && text.endsWith(after)
        ? readToken(text.substring(before.length(), text.length() - after.length()))
        : Optional.empty();
  }

  private Optional<UUID> readToken(String token) {
    if (!token.matches("[0-9a-z]{1," + MOST_DIGITS + "}")) {
      return Optional.empty();
    }
    byte[] number = new BigInteger(token, Character.MAX_RADIX).toByteArray();
    byte[] bytes = new byte[TOKEN_BYTES];
    int length = Math.min(number.length, TOKEN_BYTES);
    System.arraycopy(number, number.length - length, bytes, TOKEN_BYTES - length, length);
    var parts = ByteBuffer.wrap(bytes);
    var mail = new UUID(parts.getLong(), parts.getLong());
    return MessageDigest.isEqual(token(mail), bytes) ? Optional.of(mail) : Optional.empty();
  }

  private byte[] token(UUID mail) {
    byte[] id =
        ByteBuffer.allocate(ID_BYTES)
            .putLong(mail.getMostSignificantBits())
            .putLong(mail.getLeastSignificantBits())
            .array();
    byte[] hash = vault.houseHash("return path", id);
    return ByteBuffer.allocate(TOKEN_BYTES).put(id).put(hash, 0, TOKEN_BYTES - ID_BYTES).array();
  }
}
