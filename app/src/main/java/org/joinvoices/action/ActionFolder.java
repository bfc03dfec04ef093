package org.joinvoices.action;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A publishing folder: {@code action.yaml} and one Markdown file per language. The format is
 * described in docs/publishing.md.
 *
 * @param files text by file name; bytes that are not UTF-8 have become U+FFFD, which is a fault
 */
public record ActionFolder(Map<String, String> files) {

  /** Far more than the longest allowed texts. */
  private static final int MAX_BYTES = 1_000_000;

  public ActionFolder {
    files = Map.copyOf(files);
  }

  /**
   * Reads all but hidden files; of those that are too long only the beginning.
   *
   * @throws IOException if there is no such folder, or it cannot be read
   */
  public static ActionFolder read(Path directory) throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (Path file : visibleFiles(directory)) {
      try (var in = Files.newInputStream(file)) {
        files.put(
            file.getFileName().toString(),
            new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8));
      }
    }
    return new ActionFolder(files);
  }

  /**
   * Writes the files into a new or empty folder.
   *
   * @throws FileAlreadyExistsException if something is there already: nothing is overwritten
   */
  public void write(Path directory) throws IOException {
    Files.createDirectories(directory);
    try (Stream<Path> there = Files.list(directory)) {
      if (there.findAny().isPresent()) {
        throw new FileAlreadyExistsException(directory.toString());
      }
    }
    for (var file : files.entrySet()) {
      Files.writeString(directory.resolve(file.getKey()), file.getValue());
    }
  }

  /** The files in a fixed order. */
  SortedMap<String, String> sorted() {
    return new TreeMap<>(files);
  }

  private static List<Path> visibleFiles(Path directory) throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return all.filter(file -> Files.isRegularFile(file) && !isHidden(file)).toList();
    }
  }

  private static boolean isHidden(Path file) {
    return file.getFileName().toString().startsWith(".");
  }
}
