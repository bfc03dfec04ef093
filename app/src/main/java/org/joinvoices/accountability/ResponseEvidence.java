package org.joinvoices.accountability;

import com.google.crypto.tink.util.Bytes;

/**
 * A file that shows a response: everybody may see it.
 *
 * @param type {@code image/jpeg}, {@code image/png} or {@code application/pdf}
 */
public record ResponseEvidence(String type, Bytes content) {

  /** Enough for a scanned letter; each is kept in the database and in every backup. */
  public static final int LARGEST = 5 * 1024 * 1024;
}
