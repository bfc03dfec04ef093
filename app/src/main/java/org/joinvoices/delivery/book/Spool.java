package org.joinvoices.delivery.book;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.Key;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Files for what has no room in memory while a book is made. They hold names, so they are sealed
 * (AES-GCM) under a key that is only ever in this process's memory: whatever becomes of the
 * process, nobody can read what it leaves.
 */
final class Spool {

  private static final int KEY_BITS = 256;
  private static final int TAG_BITS = 128;
  private static final int NONCE_BYTES = 12;
  private static final int BLOCK_BYTES = 1 << 16;

  private final Path folder;
  private final Key key;
  private int files;

  /**
   * @param folder that only its owner may look into
   */
  Spool(Path folder) {
    this.folder = folder;
    try {
      var generator = KeyGenerator.getInstance("AES");
      generator.init(KEY_BITS);
      key = generator.generateKey();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES", e);
    }
  }

  /** One file that was written. */
  record Part(int number, Path file) {}

  Part next() {
    int number = files++;
    return new Part(number, folder.resolve("part-" + number));
  }

  OutputStream write(Part part) throws IOException {
    return new Sealing(
        Files.newOutputStream(part.file(), StandardOpenOption.CREATE_NEW), part.number());
  }

  InputStream read(Part part) throws IOException {
    return new Opening(new DataInputStream(Files.newInputStream(part.file())), part.number());
  }

  private byte[] crypt(int mode, int part, long block, byte[] bytes, int length)
      throws IOException {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      byte[] nonce = ByteBuffer.allocate(NONCE_BYTES).putInt(part).putLong(block).array();
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(bytes, 0, length);
    } catch (GeneralSecurityException e) {
      throw new IOException("a file beside the book was changed while it was made", e);
    }
  }

  /** Blocks, each sealed under its own number, with its length before it. */
  private final class Sealing extends OutputStream {

    private final OutputStream out;
    private final int part;
    private final byte[] block = new byte[BLOCK_BYTES];
    private int filled;
    private long written;

    private Sealing(OutputStream out, int part) {
      this.out = out;
      this.part = part;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      for (int done = 0; done < length; ) {
        int some = Math.min(length - done, BLOCK_BYTES - filled);
        System.arraycopy(bytes, offset + done, block, filled, some);
        filled += some;
        done += some;
        if (filled == BLOCK_BYTES) {
          seal();
        }
      }
    }

    private void seal() throws IOException {
      byte[] sealed = crypt(Cipher.ENCRYPT_MODE, part, written++, block, filled);
      out.write(ByteBuffer.allocate(Integer.BYTES).putInt(sealed.length).array());
      out.write(sealed);
      filled = 0;
    }

    @Override
    public void close() throws IOException {
      try (out) {
        if (filled > 0) {
          seal();
        }
      }
    }
  }

  private final class Opening extends InputStream {

    private final DataInputStream in;
    private final int part;
    private byte[] block = {};
    private int at;
    private long opened;

    private Opening(DataInputStream in, int part) {
      this.in = in;
      this.part = part;
    }

    @Override
    public int read() throws IOException {
      return fill() ? Byte.toUnsignedInt(block[at++]) : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (!fill()) {
        return -1;
      }
      int some = Math.min(length, block.length - at);
      System.arraycopy(block, at, bytes, offset, some);
      at += some;
      return some;
    }

    private boolean fill() throws IOException {
      if (at < block.length) {
        return true;
      }
      try {
        byte[] sealed = in.readNBytes(in.readInt());
        block = crypt(Cipher.DECRYPT_MODE, part, opened++, sealed, sealed.length);
        at = 0;
        return true;
      } catch (EOFException end) {
        return false;
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
