package org.joinvoices.torture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SmallDiskTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void takesNothingMoreWhileItIsFull() throws IOException {
    var mounted = SmallDisk.mount(folder.resolve("disk"));
    assumeTrue(mounted.isPresent(), "only who may mount has a disk to fill");
    try (var disk = mounted.orElseThrow()) {
      Path file = folder.resolve("disk/file");
      Files.write(file, new byte[1_000_000]);

      disk.fill();
      assertThatThrownBy(() -> Files.write(folder.resolve("disk/other"), new byte[1_000_000]))
          .isInstanceOf(IOException.class);

      disk.makeRoom();
      Files.write(folder.resolve("disk/other"), new byte[1_000_000]);
    }
  }
}
