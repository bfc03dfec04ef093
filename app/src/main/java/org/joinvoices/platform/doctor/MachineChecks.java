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

  private MachineChecks() {}

  public static Finding java(Runtime.Version version) {
    return version.feature() >= JAVA
        ? Finding.ok("Java", "Java " + version)
        : Finding.fault("Java", "Java " + version, "Install JDK " + JAVA + " or newer.");
  }

  /** Room below the home, or below where it is going to be. */
  public static Finding disk(Path home) {
    Path there = home;
    while (!Files.exists(there)) {
      there = Objects.requireNonNull(there.getParent(), "a disk has a root");
    }
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
