package org.joinvoices.delivery.book;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/**
 * What a line of the list is made of, with its place in the alphabet.
 *
 * <p>Alphabetically by what is shown, those who are only counted last. The order of signing would
 * give away the week.
 */
final class Entry {

  static final Comparator<Entry> ORDER =
      Comparator.comparing((Entry entry) -> entry.key, Arrays::compareUnsigned)
          .thenComparing(entry -> entry.shownAs)
          .thenComparing(entry -> entry.ownWords);

  private static final byte SHOWN = 0;
  private static final byte COUNTED_ONLY = 1;

  /** What an entry takes in memory besides its texts, about. */
  private static final int OVERHEAD = 160;

  private final byte[] key;
  private final String shownAs;
  private final String ownWords;

  private Entry(byte[] key, String shownAs, String ownWords) {
    this.key = key;
    this.shownAs = shownAs;
    this.ownWords = ownWords;
  }

  static Entry of(String shownAs, String ownWords, Collator alphabet) {
    return new Entry(key(shownAs, alphabet), shownAs, ownWords);
  }

  private static byte[] key(String shownAs, Collator alphabet) {
    if (shownAs.isEmpty()) {
      return new byte[] {COUNTED_ONLY};
    }
    byte[] place = alphabet.getCollationKey(shownAs).toByteArray();
    var key = new byte[place.length + 1];
    key[0] = SHOWN;
    System.arraycopy(place, 0, key, 1, place.length);
    return key;
  }

  Signer numbered(int number) {
    return new Signer(number, shownAs, ownWords);
  }

  boolean isShown() {
    return !shownAs.isEmpty();
  }

  /** Bytes of memory, about. */
  int size() {
    return OVERHEAD + key.length + Character.BYTES * (shownAs.length() + ownWords.length());
  }

  void write(DataOutputStream out) throws IOException {
    write(out, key);
    write(out, shownAs.getBytes(UTF_8));
    write(out, ownWords.getBytes(UTF_8));
  }

  private static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** Empty at the end. */
  static Optional<Entry> read(DataInputStream in) throws IOException {
    try {
      byte[] key = in.readNBytes(in.readInt());
      String shownAs = new String(in.readNBytes(in.readInt()), UTF_8);
      return Optional.of(new Entry(key, shownAs, new String(in.readNBytes(in.readInt()), UTF_8)));
    } catch (EOFException end) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "Entry[hidden]";
  }
}
