package org.joinvoices.delivery;

import com.google.crypto.tink.util.Bytes;

/**
 * A photo or paper that proves a hand-over.
 *
 * @param type {@code image/jpeg}, {@code image/png} or {@code application/pdf}
 */
public record HandOverProof(String type, Bytes content) {

  /** Enough for a photo of a telephone. */
  public static final int LARGEST = 10 * 1024 * 1024;

  @Override
  public String toString() {
    return "HandOverProof[hidden]";
  }
}
