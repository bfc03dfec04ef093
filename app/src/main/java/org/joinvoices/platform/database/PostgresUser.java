package org.joinvoices.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * As whom PostgreSQL runs: it refuses root. A normal user runs it as himself. Root runs it in a
 * user namespace of its own, where it is nobody in name while its files stay root's, or, where
 * namespaces are forbidden (Docker's default), really as nobody.
 *
 * @param prefix what comes before each command
 * @param owner who must own its files, if they are not simply ours
 */
record PostgresUser(List<String> prefix, Optional<String> owner) {

  static PostgresUser choose() {
    if (!"root".equals(System.getProperty("user.name"))) {
      return new PostgresUser(List.of(), Optional.empty());
    }
    var namespace = List.of("unshare", "-U");
    if (works(namespace)) {
      return new PostgresUser(namespace, Optional.of("root"));
    }
    var nobody = List.of("setpriv", "--reuid=nobody", "--regid=65534", "--clear-groups");
    if (works(nobody)) {
      return new PostgresUser(nobody, Optional.of("nobody"));
    }
    throw new IllegalStateException(
        "PostgreSQL refuses to run as root, and neither unshare -U nor setpriv works here;"
            + " start as a normal user");
  }

  /** Hands all files below {@code directory} over, if they belong to somebody else. */
  void own(Path directory) throws IOException {
    if (owner.isEmpty() || Files.getOwner(directory).getName().equals(owner.get())) {
      return;
    }
    var user =
        directory
            .getFileSystem()
            .getUserPrincipalLookupService()
            .lookupPrincipalByName(owner.get());
    try (var files = Files.walk(directory)) {
      for (var file : (Iterable<Path>) files::iterator) {
        Files.setOwner(file, user);
      }
    }
  }

  private static boolean works(List<String> prefix) {
    var command = new ArrayList<>(prefix);
    command.add("true");
    return Command.run(command, Command.NOWHERE) == 0;
  }
}
