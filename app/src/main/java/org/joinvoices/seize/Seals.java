package org.joinvoices.seize;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.util.Bytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Opens every sealed value that can be found in raw bytes, living or dead: where one begins is told
 * by the number of its key, where it ends by PostgreSQL's header before it, and to whom it is bound
 * by the ids in the same row.
 */
final class Seals {

  /** Tink's wire format: a byte 1, the key's number, 12 bytes of nonce, the text, 16 of tag. */
  private static final int PREFIX = 1 + Integer.BYTES;

  private static final int LEAST = PREFIX + 12 + 16;
  private static final int MOST = 1 << 16;

  /** So far before a sealed value its row may begin. */
  private static final int ROW = 2_500;

  private static final int UUID_BYTES = 2 * Long.BYTES;

  /** What a seal is bound to, besides the id of its signature. */
  private static final List<String> PARTS = List.of(":contact", ":own-words");

  private final List<Keyring.Key> keys;
  private final Set<UUID> letters;
  private final Set<UUID> seen = new HashSet<>();
  private final Map<Bytes, byte[]> opened = new HashMap<>();
  private final Map<Bytes, List<byte[]>> unopened = new HashMap<>();

  Seals(Keyring keyring) {
    this.keys = keyring.keys();
    this.letters = keyring.letters();
  }

  /**
   * @param bytes as they lie in a file
   * @param found gets what was opened
   */
  void openAll(byte[] bytes, Consumer<byte[]> found) {
    if (keys.isEmpty()) {
      return;
    }
    var in = ByteBuffer.wrap(bytes);
    for (int at = 0; at < bytes.length - LEAST; at++) {
      if (bytes[at] == 1 && isKnown(in.getInt(at + 1))) {
        openAt(in, at).ifPresent(found);
      }
    }
  }

  private boolean isKnown(int number) {
    return keys.stream().anyMatch(key -> key.number() == number);
  }

  /** The same value is copied many times; its beginning is by chance and so tells it. */
  private Optional<byte[]> openAt(ByteBuffer in, int at) {
    var beginning = Bytes.copyFrom(in.array(), at, LEAST);
    Set<UUID> ids = idsBefore(in, at);
    seen.addAll(ids);
    if (opened.containsKey(beginning)) {
      return Optional.ofNullable(opened.get(beginning));
    }
    List<byte[]> possible =
        lengths(in, at).stream()
            .map(length -> Arrays.copyOfRange(in.array(), at, at + length))
            .toList();
    Optional<byte[]> plain = openOne(possible, ids);
    plain.ifPresentOrElse(
        text -> opened.put(beginning, text), () -> unopened.put(beginning, possible));
    return plain;
  }

  private Optional<byte[]> openOne(List<byte[]> possible, Collection<UUID> ids) {
    return possible.stream().flatMap(value -> open(value, ids).stream()).findFirst();
  }

  /** PostgreSQL's header before a value: one byte, or four on a boundary, lowest bits first. */
  private static Collection<Integer> lengths(ByteBuffer in, int at) {
    var all = new LinkedHashSet<Integer>();
    if (at >= 1 && (in.get(at - 1) & 1) == 1) {
      all.add(((in.get(at - 1) & 0xFF) >> 1) - 1);
    }
    if (at >= Integer.BYTES) {
      int header = in.order(ByteOrder.LITTLE_ENDIAN).getInt(at - Integer.BYTES);
      in.order(ByteOrder.BIG_ENDIAN);
      all.add((header >>> 2) - Integer.BYTES);
    }
    all.removeIf(length -> length < LEAST || length > MOST || at + length > in.capacity());
    return all;
  }

  /** What follows the id of a letter in a row is the id of its signature. */
  private Set<UUID> idsBefore(ByteBuffer in, int at) {
    var ids = new LinkedHashSet<UUID>();
    for (int i = at - 2 * UUID_BYTES; i >= Math.max(0, at - ROW); i--) {
      if (letters.contains(id(in, i))) {
        ids.add(id(in, i + UUID_BYTES));
      }
    }
    return ids;
  }

  private static UUID id(ByteBuffer in, int at) {
    return new UUID(in.getLong(at), in.getLong(at + Long.BYTES));
  }

  /** One value by itself, with every id it could be bound to. */
  Optional<byte[]> open(byte[] value, Collection<UUID> ids) {
    for (Keyring.Key key : keys) {
      for (UUID id : ids) {
        for (String part : PARTS) {
          try {
            return Optional.of(key.seal().decrypt(value, (id + part).getBytes(UTF_8)));
          } catch (GeneralSecurityException another) {
            // bound to something else
          }
        }
      }
    }
    return Optional.empty();
  }

  /**
   * What no row was found for since this was last called, with every id there is: values that
   * statistics keep, or the log without what did not change around them.
   */
  void openRest(Consumer<byte[]> found) {
    unopened.forEach(
        (beginning, possible) ->
            openOne(possible, seen)
                .ifPresent(
                    text -> {
                      opened.put(beginning, text);
                      found.accept(text);
                    }));
    unopened.clear();
  }
}
