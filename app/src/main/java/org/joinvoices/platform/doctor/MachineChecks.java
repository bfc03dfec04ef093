package org.joinvoices.platform.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** What the machine must offer. */
public final class MachineChecks {

  private static final int JAVA = 25;
  private static final long GIB = 1L << 30;

  /** Below it PostgreSQL may stop within a day of a large action. */
  private static final long LEAST_DISK = GIB;

  private static final long ENOUGH_DISK = 5 * GIB;

  /** What to do where files are another user's. */
  public static final String RIGHT_USER =
      "Run this as the user of the house, or give the folder and all in it to that user (chown -R).";

  private MachineChecks() {}

  public static Finding java(Runtime.Version version) {
    return version.feature() >= JAVA
        ? Finding.ok("Java", "Java " + version)
        : Finding.fault("Java", "Java " + version, "Install JDK " + JAVA + " or newer.");
  }

  /** Whether whoever asks can write the home, or where it is going to be. */
  public static Finding home(Path home) {
    Path there = nearest(home);
    return Files.isDirectory(there) && Files.isWritable(there)
        ? Finding.ok("home", home + " can be written")
        : Finding.fault("home", there + " is not a folder this user can write", RIGHT_USER);
  }

  private static Path nearest(Path home) {
    Path there = home;
    while (!Files.exists(there)) {
      there = Objects.requireNonNull(there.getParent(), "a disk has a root");
    }
    return there;
  }

  /** Room below the home, or below where it is going to be. */
  public static Finding disk(Path home) {
    Path there = nearest(home);
    try {
      long free = Files.getFileStore(there).getUsableSpace();
      String sentence = "%.1f GiB free for %s".formatted((double) free / GIB, home);
      String remedy = "Make room: delete old backups, or enlarge the disk.";
      if (free < LEAST_DISK) {
        return Finding.fault("disk", sentence, remedy);
      }
      return free < ENOUGH_DISK
          ? Finding.warning("disk", sentence, remedy)
          : Finding.ok("disk", sentence);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at the disk of " + home, e);
    }
  }

  /** Whether the public address has a name that name servers know. */
  public static Finding address(URI base) {
    try {
      InetAddress.getByName(base.getHost());
      return Finding.ok("base-url", base.getHost() + " resolves");
    } catch (UnknownHostException e) {
      return Finding.warning(
          "base-url",
          base.getHost() + " does not resolve from here",
          "Publish its address at your name server, or correct base-url.");
    }
  }
}
