package org.joinvoices.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.google.crypto.tink.util.Bytes;
import org.joinvoices.platform.crypto.Sha256;

/**
 * SHA-256 of texts that are shown to everybody; the latest are kept, because a crowd reads the
 * same.
 */
final class TextHash {

  private static final int KEPT = 1_000;

  private static final LoadingCache<String, Bytes> HASHES =
      Caffeine.newBuilder()
          .maximumSize(KEPT)
          .build(text -> Bytes.copyFrom(Sha256.of(text.getBytes(UTF_8))));

  private TextHash() {}

  static Bytes of(String shown) {
    return HASHES.get(shown);
  }
}
