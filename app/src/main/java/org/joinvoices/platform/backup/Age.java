package org.joinvoices.platform.backup;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/** Encryption in the format of age (age-encryption.org/v1), X25519 keys only. */
final class Age {

  private Age() {}

  /**
   * @param recipients as {@code age-keygen} prints them: {@code age1…}
   * @throws BackupFault if one of them is none
   */
  static List<RecipientStanzaWriter> recipients(List<String> recipients) {
    var all = new ArrayList<RecipientStanzaWriter>();
    for (String recipient : recipients) {
      try {
        all.add(X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient));
      } catch (GeneralSecurityException | RuntimeException e) {
        throw new BackupFault(
            "Not an age recipient: " + recipient + ". It begins with age1; see age-keygen -y.", e);
      }
    }
    return all;
  }

  /**
   * @param file as {@code age-keygen} writes it: lines {@code AGE-SECRET-KEY-1…} among comments
   * @throws BackupFault if there is no such key in it; no line is quoted
   */
  static List<RecipientStanzaReader> identities(Path file) {
    var all = new ArrayList<RecipientStanzaReader>();
    try {
      for (String line : Files.readAllLines(file)) {
        if (line.startsWith("AGE-SECRET-KEY-1")) {
          all.add(X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(line.strip()));
        }
      }
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      throw new BackupFault("No age identity can be read from " + file + ".", e);
    }
    if (all.isEmpty()) {
      throw new BackupFault("There is no line AGE-SECRET-KEY-1… in " + file + ".");
    }
    return all;
  }

  static OutputStream encrypting(OutputStream to, List<RecipientStanzaWriter> recipients)
      throws IOException {
    try {
      return Channels.newOutputStream(
          new StandardEncryptingChannelFactory()
              .newEncryptingChannel(Channels.newChannel(to), recipients));
    } catch (GeneralSecurityException e) {
      throw new IOException("cannot encrypt", e);
    }
  }

  /**
   * @throws IOException if none of the identities opens it
   */
  static InputStream decrypting(InputStream from, List<RecipientStanzaReader> identities)
      throws IOException {
    try {
      return Channels.newInputStream(
          new StandardDecryptingChannelFactory()
              .newDecryptingChannel(Channels.newChannel(from), identities));
    } catch (GeneralSecurityException e) {
      throw new IOException("cannot decrypt", e);
    }
  }
}
