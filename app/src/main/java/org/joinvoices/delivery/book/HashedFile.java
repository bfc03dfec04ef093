package org.joinvoices.delivery.book;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.joinvoices.platform.crypto.Sha256;

/** Hashes a file while it is written. */
final class HashedFile extends FilterOutputStream {

  private final String name;
  private final MessageDigest digest = Sha256.digest();
  private long bytes;

  HashedFile(String name, OutputStream out) {
    super(out);
    this.name = name;
  }

  @Override
  public void write(int one) throws IOException {
    out.write(one);
    digest.update((byte) one);
    bytes++;
  }

  @Override
  public void write(byte[] some, int offset, int length) throws IOException {
    out.write(some, offset, length);
    digest.update(some, offset, length);
    bytes += length;
  }

  /** Of all that was written. */
  Manifest.FileHash hash() {
    return new Manifest.FileHash(name, bytes, HexFormat.of().formatHex(digest.digest()));
  }
}
