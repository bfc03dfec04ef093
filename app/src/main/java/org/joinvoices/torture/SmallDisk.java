package org.joinvoices.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file system of its own in memory, for the folder of a database, whose size can be set to what
 * is used: then writing fails there as on any full disk. Only who may mount can have one.
 */
final class SmallDisk implements AutoCloseable {

  private static final String ROOMY = "size=3g";

  /** The system rounds up to whole pages. */
  private static final int PROBE_BYTES = 64 * 1024;

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** Empty where one may not mount. */
  static Optional<SmallDisk> mount(Path folder) throws IOException {
    Files.createDirectories(folder);
    boolean mounted =
        Shell.run(
            List.of(
                "mount", "-t", "tmpfs", "-o", ROOMY + ",mode=0755", "tmpfs", folder.toString()));
    return mounted ? Optional.of(new SmallDisk(folder)) : Optional.empty();
  }

  /** Leaves no room, and sees that nothing can be written any more. */
  void fill() throws IOException {
    Pause.until("the disk does not become full", this::fillOnce);
  }

  private boolean fillOnce() {
    try {
      var store = Files.getFileStore(folder);
      long used = store.getTotalSpace() - store.getUnallocatedSpace();
      return resize("size=" + Math.max(used / 1024, 1) + "k") && isFull();
    } catch (IOException e) {
      return false;
    }
  }

  private boolean isFull() throws IOException {
    Path probe = folder.resolve("probe");
    try {
      Files.write(probe, new byte[PROBE_BYTES]);
      return false;
    } catch (IOException full) {
      return true;
    } finally {
      Files.deleteIfExists(probe);
    }
  }

  void makeRoom() throws IOException {
    if (!resize(ROOMY)) {
      throw new IOException("no room could be made on the full disk");
    }
  }

  private boolean resize(String size) {
    return Shell.run(List.of("mount", "-o", "remount," + size, folder.toString()));
  }

  /** All that is on it is gone then. */
  @Override
  public void close() {
    Shell.run(List.of("umount", "--lazy", folder.toString()));
  }
}
