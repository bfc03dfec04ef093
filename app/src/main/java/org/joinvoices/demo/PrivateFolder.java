package org.joinvoices.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A folder for what a demo keeps in clear: open to the user who runs the demo and to nobody else.
 */
final class PrivateFolder {

  private PrivateFolder() {}

  /** Makes the folder where it is missing. */
  static void make(Path folder) throws IOException {
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }
}
