package org.joinvoices.accountability;

import com.google.crypto.tink.util.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * A file that shows a response: everybody may see it.
 *
 * @param type {@code image/jpeg}, {@code image/png} or {@code application/pdf}
 */
public record ResponseEvidence(String type, Bytes content) {

  /** Enough for a scanned letter; each is kept in the database and in every backup. */
  public static final int LARGEST = 5 * 1024 * 1024;

  /**
   * How files of each type begin: JPEG (ITU-T T.81, B.1.1.3: SOI, then a marker), PNG (ISO/IEC
   * 15948, 5.2), PDF (ISO 32000-1, 7.5.2).
   */
  private static final Map<String, byte[]> BEGINNINGS =
      Map.of(
          "image/jpeg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF},
          "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'},
          "application/pdf", "%PDF-".getBytes(StandardCharsets.US_ASCII));

  /** By its first bytes, because a name says what somebody wants it to be; empty for all others. */
  static Optional<String> type(byte[] content) {
    return BEGINNINGS.entrySet().stream()
        .filter(
            entry ->
                content.length >= entry.getValue().length
                    && Arrays.equals(
                        entry.getValue(), Arrays.copyOf(content, entry.getValue().length)))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
