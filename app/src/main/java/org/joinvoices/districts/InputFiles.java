package org.joinvoices.districts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.joinvoices.platform.crypto.Sha256;

/** The directory a release is compiled from: remembers what was read and what was wrong with it. */
final class InputFiles {

  private static final CSVFormat CSV =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private final Path root;
  private final SortedMap<String, String> digests = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  InputFiles(Path root) {
    this.root = root;
  }

  /** Reads one row; what it throws becomes a fault with file and line. */
  interface RowReader<T> {
    T read(InputRow row) throws BadInput;
  }

  /** SHA-256 of every file read, by its path below the directory. */
  SortedMap<String, String> digests() {
    return digests;
  }

  List<String> faults() {
    return faults;
  }

  List<String> notes() {
    return notes;
  }

  /** Something a reader of the release should know, though it can be used. */
  void note(String text) {
    notes.add(text);
  }

  void fault(String where, String what) {
    faults.add(where + ": " + what);
  }

  /** Files whose path below the directory matches, in order of path. */
  List<String> find(String pattern) throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(file -> file.matches(pattern))
          .sorted()
          .toList();
    }
  }

  /** Empty text, and a fault, if the file is missing. */
  String text(String file) throws IOException {
    Path path = root.resolve(file);
    if (!Files.isRegularFile(path)) {
      fault(file, "this file is missing");
      return "";
    }
    byte[] bytes = Files.readAllBytes(path);
    digests.put(file, Sha256.hex(bytes));
    return new String(bytes, UTF_8);
  }

  <T> List<T> rows(String file, List<String> columns, RowReader<T> reader) throws IOException {
    List<T> rows = new ArrayList<>();
    try (CSVParser parser = CSV.parse(new StringReader(text(file).replace("\uFEFF", "")))) {
      if (!parser.getHeaderNames().containsAll(columns)) {
        fault(file, "the first line must name the columns " + String.join(",", columns));
        return rows;
      }
      for (CSVRecord row : parser) {
        read(row, file + ":" + parser.getCurrentLineNumber(), reader, rows);
      }
    }
    return rows;
  }

  private <T> void read(CSVRecord row, String where, RowReader<T> reader, List<T> rows) {
    try {
      if (!row.isConsistent()) {
        throw new BadInput("this line has another number of fields than the first");
      }
      rows.add(reader.read(new InputRow(row)));
    } catch (BadInput e) {
      fault(where, e.fault());
    }
  }

  static String sha256(String text) {
    return Sha256.hex(text.getBytes(UTF_8));
  }
}
