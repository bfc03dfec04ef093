package org.joinvoices.seize;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * Backs a house up as docs/operate says, and as badly as it lets: not encrypted, with copies of the
 * key store beside the backups, all kept to the last day.
 */
final class Operator {

  private static final List<String> KEPT = List.of(HouseFiles.BACKUPS, HouseFiles.KEY_COPIES);

  private final SampleHouse house;

  Operator(SampleHouse house) {
    this.house = house;
  }

  /** One backup of house and keys, each in a folder of that day. */
  void backUp(LocalDate day) throws IOException, InterruptedException {
    Path folder = house.folder();
    house.command("backup", folder.resolve(HouseFiles.BACKUPS).resolve(day.toString()).toString());
    Path copy =
        Files.createDirectories(folder.resolve(HouseFiles.KEY_COPIES).resolve(day.toString()));
    try (Stream<Path> keys = Files.list(folder.resolve(HouseFiles.KEY_STORE))) {
      for (Path key : keys.toList()) {
        Path name = Objects.requireNonNull(key.getFileName());
        Files.copy(key, copy.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  /** What has been kept for as long as signers were told. */
  void deleteOld(LocalDate today) throws IOException {
    for (String kept : KEPT) {
      Path folder = house.folder().resolve(kept);
      if (Files.isDirectory(folder)) {
        deleteOld(folder, today.minusDays(Group.BACKUP_DAYS));
      }
    }
  }

  private static void deleteOld(Path folder, LocalDate last) throws IOException {
    List<Path> days;
    try (Stream<Path> all = Files.list(folder)) {
      days = all.toList();
    }
    for (Path day : days) {
      if (!LocalDate.parse(day.getFileName().toString()).isAfter(last)) {
        FileSystemUtils.deleteRecursively(day);
      }
    }
  }
}
