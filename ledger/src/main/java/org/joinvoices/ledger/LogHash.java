package org.joinvoices.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * One SHA-256 hash of the signature log: of a leaf, an inner node, or a whole tree.
 *
 * <p>Leaves and nodes are hashed with different first bytes, so that nobody can pass a node off as
 * a leaf. Source: RFC 9162, section 2.1.1 (the same as RFC 6962, section 2.1).
 *
 * <p>What a leaf holds is up to the log. So that it commits to a signature without giving it away,
 * its data must begin with a random salt: names have so little variety that a bare hash of one
 * could be guessed.
 */
public final class LogHash {

  /** The root of a tree without leaves: the hash of nothing. */
  public static final LogHash EMPTY = new LogHash(sha256().digest());

  private static final byte LEAF = 0;
  private static final byte NODE = 1;
  private static final int BYTES = 32;

  private final byte[] bytes;

  private LogHash(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The hash of one leaf. */
  public static LogHash leaf(byte[] data) {
    var digest = sha256();
    digest.update(LEAF);
    return new LogHash(digest.digest(data));
  }

  /** The hash of what stands above two others. */
  public static LogHash node(LogHash left, LogHash right) {
    var digest = sha256();
    digest.update(NODE);
    digest.update(left.bytes);
    return new LogHash(digest.digest(right.bytes));
  }

  /**
   * Reads what {@link #hex()} wrote.
   *
   * @throws IllegalArgumentException if it is not 64 hexadecimal digits
   */
  public static LogHash ofHex(String hex) {
    var bytes = HexFormat.of().parseHex(hex);
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("not a SHA-256 hash: 64 hexadecimal digits");
    }
    return new LogHash(bytes);
  }

  /** 64 hexadecimal digits, lower case. */
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LogHash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return hex();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
