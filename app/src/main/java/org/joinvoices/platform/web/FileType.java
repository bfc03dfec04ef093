package org.joinvoices.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** What a file is that somebody sent as a proof: a picture or a PDF. */
public final class FileType {

  /**
   * How files of each type begin: JPEG (ITU-T T.81, B.1.1.3: SOI, then a marker), PNG (ISO/IEC
   * 15948, 5.2), PDF (ISO 32000-1, 7.5.2).
   */
  private static final Map<String, byte[]> BEGINNINGS =
      Map.of(
          "image/jpeg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF},
          "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'},
          "application/pdf", "%PDF-".getBytes(StandardCharsets.US_ASCII));

  private FileType() {}

  /**
   * {@code image/jpeg}, {@code image/png} or {@code application/pdf} by the first bytes, because a
   * name says what somebody wants it to be; empty for all others.
   */
  public static Optional<String> of(byte[] content) {
    return BEGINNINGS.entrySet().stream()
        .filter(entry -> beginsWith(content, entry.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean beginsWith(byte[] content, byte[] beginning) {
    for (int i = 0; i < beginning.length; i++) {
      if (i >= content.length || content[i] != beginning[i]) {
        return false;
      }
    }
    return true;
  }
}
