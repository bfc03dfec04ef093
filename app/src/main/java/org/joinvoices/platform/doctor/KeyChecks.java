package org.joinvoices.platform.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.joinvoices.platform.crypto.MasterKey;

/** Whether the keys are there, and only where they should be. */
public final class KeyChecks {

  private static final String SUBJECT = "master key";

  private static final Set<PosixFilePermission> OTHERS =
      Set.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);

  private KeyChecks() {}

  /**
   * @param home of the house; copies of it must not hold the key
   */
  public static Finding master(Path file, Path home) {
    try {
      MasterKey.load(file);
      if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
        return Finding.fault(SUBJECT, "everybody on this machine may read it", "chmod 600 " + file);
      }
    } catch (UncheckedIOException | IllegalStateException e) {
      return Finding.fault(
          SUBJECT,
          file + " cannot be read, or is no key",
          "Bring back your copy, readable by the server's user; never make a new one for a house in use.");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at " + file, e);
    }
    return file.startsWith(home)
        ? Finding.warning(
            SUBJECT,
            "it lies in the home, as a demo's does: whoever copies the home reads everything",
            "A real house keeps it elsewhere: master-key-file.")
        : Finding.ok(SUBJECT, "readable, and apart from the house");
  }
}
