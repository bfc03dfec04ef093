package org.joinvoices.platform.backup;

import com.exceptionfactory.jagged.RecipientStanzaWriter;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.joinvoices.platform.backup.Backup.StoredFile;
import org.joinvoices.platform.crypto.Sha256;

/** Writes the files of one backup: compressed, encrypted where asked, flushed to the disk. */
final class FileWriter {

  /** Whoever has something to store. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private static final int BUFFER = 1 << 16;

  private final Path folder;
  private final List<RecipientStanzaWriter> recipients;

  /**
   * @param recipients none: not encrypted
   */
  FileWriter(Path folder, List<RecipientStanzaWriter> recipients) {
    this.folder = folder;
    this.recipients = List.copyOf(recipients);
  }

  StoredFile write(String name, Content content) throws IOException {
    String path = name + ".gz" + (recipients.isEmpty() ? "" : ".age");
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    var hash = Sha256.digest();
    try (var sink = new FileOutputStream(file.toFile());
        var stored = new DigestOutputStream(new BufferedOutputStream(sink, BUFFER), hash)) {
      // Closed here, not by the block: what they still hold must be on the disk before it is told.
      OutputStream sealed = recipients.isEmpty() ? stored : Age.encrypting(stored, recipients);
      var compressed = new GZIPOutputStream(new Undisturbed(sealed), BUFFER);
      content.writeTo(compressed);
      compressed.finish();
      sealed.close();
    }
    flush(file);
    return new StoredFile(path, Files.size(file), HexFormat.of().formatHex(hash.digest()));
  }

  /** As it is, for what says how to read the rest. */
  void writePlain(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, bytes);
    flush(file);
  }

  /** A file, or the names in a folder. */
  static void flush(Path path) throws IOException {
    try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Lets compression end without ending what is below it. */
  private static final class Undisturbed extends FilterOutputStream {
    Undisturbed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
