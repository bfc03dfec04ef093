package org.joinvoices.platform.settings;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An operator's file: lines {@code key = value}, comments begin with {@code #}. Nothing is escaped
 * or replaced, so that a password is what it looks like.
 */
final class OperatorFile {

  /** A value and the line it stands on, counted from 1. */
  record Line(int number, String value) {}

  private final Map<String, Line> lines = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();
  private final Path file;

  private OperatorFile(Path file) {
    this.file = file;
  }

  /**
   * @throws IOException if it cannot be read
   */
  static OperatorFile read(Path file) throws IOException {
    var read = new OperatorFile(file);
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        read.take(++number, line.strip());
      }
    }
    return read;
  }

  /** For a house set by its environment alone. */
  static OperatorFile none() {
    return new OperatorFile(Path.of(""));
  }

  private void take(int number, String line) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    int equals = line.indexOf('=');
    if (equals < 1) {
      fault(number, "not of the form key = value. Begin a comment with #.");
      return;
    }
    String key = line.substring(0, equals).strip();
    if (lines.putIfAbsent(key, new Line(number, line.substring(equals + 1).strip())) != null) {
      fault(number, key + " is there twice. Delete one of them.");
    }
  }

  Optional<Line> find(String key) {
    return Optional.ofNullable(lines.get(key)).filter(line -> !line.value().isEmpty());
  }

  /** Lines that are no settings, and keys that are unknown. */
  List<String> faults(List<Setting> known) {
    var keys = known.stream().map(Setting::key).collect(Collectors.toSet());
    var all = new ArrayList<>(faults);
    lines.forEach(
        (key, line) -> {
          if (!keys.contains(key)) {
            all.add(
                place(line.number()) + "unknown key " + key + ". See the reference configuration.");
          }
        });
    return all;
  }

  private void fault(int line, String what) {
    faults.add(place(line) + what);
  }

  String place(int line) {
    return file + ":" + line + ": ";
  }
}
