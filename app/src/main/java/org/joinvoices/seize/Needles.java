package org.joinvoices.seize;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Very many byte sequences that are looked for at once: a window of eight bytes moves over what is
 * searched, and whatever begins like one of them is compared to its end.
 */
final class Needles {

  /** Told of each place where something is found. */
  @FunctionalInterface
  interface Finder {
    void found(int person, Kind kind);
  }

  private static final int WINDOW = Long.BYTES;

  /** One in a hundred of other windows passes it. */
  private static final int SIEVE_BITS = 25;

  private static final int BITS_PER_DIGIT = 6;
  private static final int BYTES_PER_GROUP = 3;

  @SuppressWarnings("ArrayRecordComponent") // looked for, never compared as a record
  private record Needle(byte[] bytes, int person, Kind kind) {}

  private final Map<Long, List<Needle>> byBeginning = new HashMap<>();
  private final BitSet sieve = new BitSet(1 << SIEVE_BITS);

  /**
   * @param text eight bytes or more of what nobody else has
   */
  void addText(String text, int person, Kind kind) {
    byte[] plain = text.getBytes(UTF_8);
    add(plain, person, kind);
    add(text.toUpperCase(Locale.ROOT).getBytes(UTF_8), person, kind);
    add(text.getBytes(UTF_16LE), person, kind);
    add(text.getBytes(UTF_16BE), person, kind);
    addWritten(plain, person, kind);
  }

  /** As it is, and as it is written where bytes cannot be. */
  void addBytes(byte[] bytes, int person, Kind kind) {
    add(bytes, person, kind);
    addWritten(bytes, person, kind);
  }

  private void addWritten(byte[] bytes, int person, Kind kind) {
    add(HexFormat.of().formatHex(bytes).getBytes(UTF_8), person, kind);
    add(HexFormat.of().withUpperCase().formatHex(bytes).getBytes(UTF_8), person, kind);
    for (int before = 0; before < BYTES_PER_GROUP; before++) {
      add(base64(bytes, before), person, kind);
    }
  }

  /** The digits that are the same whatever stands around: those of whole groups of six bits. */
  private static byte[] base64(byte[] bytes, int before) {
    byte[] padded = new byte[before + bytes.length];
    System.arraycopy(bytes, 0, padded, before, bytes.length);
    byte[] digits = Base64.getEncoder().encode(padded);
    int first = (before * Byte.SIZE + BITS_PER_DIGIT - 1) / BITS_PER_DIGIT;
    return Arrays.copyOfRange(digits, first, padded.length * Byte.SIZE / BITS_PER_DIGIT);
  }

  private void add(byte[] bytes, int person, Kind kind) {
    long beginning = ByteBuffer.wrap(bytes).getLong();
    sieve.set(bit(beginning));
    byBeginning
        .computeIfAbsent(beginning, _ -> new ArrayList<>(1))
        .add(new Needle(bytes, person, kind));
  }

  /** Fibonacci hashing (Knuth, The Art of Computer Programming, volume 3, 6.4). */
  private static int bit(long window) {
    return (int) ((window * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - SIEVE_BITS));
  }

  void find(byte[] bytes, Finder finder) {
    long window = 0;
    for (int i = 0; i < bytes.length; i++) {
      window = window << Byte.SIZE | bytes[i] & 0xFF;
      if (i >= WINDOW - 1 && sieve.get(bit(window))) {
        find(bytes, i + 1 - WINDOW, byBeginning.getOrDefault(window, List.of()), finder);
      }
    }
  }

  private static void find(byte[] bytes, int at, List<Needle> needles, Finder finder) {
    for (Needle needle : needles) {
      int end = at + needle.bytes().length;
      if (end <= bytes.length
          && Arrays.equals(bytes, at, end, needle.bytes(), 0, needle.bytes().length)) {
        finder.found(needle.person(), needle.kind());
      }
    }
  }
}
