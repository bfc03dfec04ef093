package org.joinvoices.districts;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joinvoices.platform.crypto.Sha256;

/** The files a release is compiled from: remembers what was read and what was wrong with it. */
final class InputFiles {

  private final SortedMap<String, Path> present = new TreeMap<>();
  private final SortedMap<String, String> digests = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /**
   * @param places folders, whose files are known by their path below, and files known by their name
   */
  InputFiles(List<Path> places) throws IOException {
    for (Path place : places) {
      if (Files.isDirectory(place)) {
        addAll(place);
      } else if (Files.isRegularFile(place)) {
        add(String.valueOf(place.getFileName()), place);
      }
    }
  }

  private void addAll(Path folder) throws IOException {
    try (Stream<Path> below = Files.walk(folder)) {
      below
          .filter(Files::isRegularFile)
          .forEach(file -> add(folder.relativize(file).toString().replace('\\', '/'), file));
    }
  }

  private void add(String name, Path file) {
    if (present.putIfAbsent(name, file) != null) {
      fault(name, "given twice");
    }
  }

  /** Reads one row; what it throws becomes a fault with file and line. */
  interface RowReader<T> {
    T read(InputRow row) throws BadInput;
  }

  /** SHA-256 of every file read, by its path below the folder. */
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

  /**
   * Files of a kind, in whatever folder, in order of path.
   *
   * @param pattern of the name of the file
   */
  List<String> find(String pattern) {
    return present.keySet().stream().filter(file -> file.matches("(.*/)?" + pattern)).toList();
  }

  /** The file of this name, in its usual folder before any other. */
  Optional<String> findOne(String usual) {
    String name = usual.substring(usual.lastIndexOf('/') + 1);
    return present.containsKey(usual)
        ? Optional.of(usual)
        : find(Pattern.quote(name)).stream().findFirst();
  }

  /** Empty text, and a fault, if the file is missing. */
  String text(String file) throws IOException {
    Path path = present.get(file);
    if (path == null) {
      fault(file, "this file is missing");
      return "";
    }
    byte[] bytes = Files.readAllBytes(path);
    digests.put(file, Sha256.hex(bytes));
    return new String(bytes, UTF_8);
  }

  /** As {@link #text}; and a fault if its last line has no end, as in a file that was cut short. */
  String wholeText(String file) throws IOException {
    String text = text(file);
    if (!text.isEmpty() && !text.endsWith("\n")) {
      fault(file, "its last line has no end: it is cut short, or lacks a line break");
    }
    return text;
  }

  <T> List<T> rows(String file, List<String> columns, RowReader<T> reader) throws IOException {
    return rows(file, ',', columns, reader);
  }

  <T> List<T> rows(String file, char delimiter, List<String> columns, RowReader<T> reader)
      throws IOException {
    List<T> rows = new ArrayList<>();
    var csv =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .skipEmptyLines(false)
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(withoutMark(text(file)));
    try (csv) {
      Iterator<CsvRecord> lines = csv.iterator();
      List<String> header = lines.hasNext() ? lines.next().getFields() : List.of();
      if (!header.containsAll(columns)) {
        fault(file, "the first line must name the columns " + String.join(",", columns));
        return rows;
      }
      while (lines.hasNext()) {
        CsvRecord row = lines.next();
        read(header, row, file + ":" + row.getStartingLineNumber(), reader, rows);
      }
    } catch (CsvParseException e) {
      fault(file, "not readable as a table: it may be cut short inside of quotes");
    }
    return rows;
  }

  /** The mark of byte order, which some programs set before UTF-8. */
  static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private <T> void read(
      List<String> header, CsvRecord row, String where, RowReader<T> reader, List<T> rows) {
    try {
      if (row.getFieldCount() != header.size()) {
        throw new BadInput("this line has another number of fields than the first");
      }
      rows.add(reader.read(new InputRow(header, row.getFields())));
    } catch (BadInput e) {
      fault(where, e.fault());
    }
  }

  static String sha256(String text) {
    return Sha256.hex(text.getBytes(UTF_8));
  }
}
