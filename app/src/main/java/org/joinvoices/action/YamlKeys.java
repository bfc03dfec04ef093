package org.joinvoices.action;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The keys of one YAML block and the lines they stand on. Whatever is asked for and not there, or
 * there and never asked for, is a fault; a stand-in value lets reading go on.
 */
final class YamlKeys {

  private record Entry(YamlNode key, YamlNode value) {}

  private final FileFaults faults;
  private final int firstLine;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final TreeSet<String> known = new TreeSet<>();

  private YamlKeys(FileFaults faults, int firstLine) {
    this.faults = faults;
    this.firstLine = firstLine;
  }

  /** A block without keys so far. */
  static YamlKeys none(FileFaults faults, int firstLine) {
    return new YamlKeys(faults, firstLine);
  }

  /** For a block that could not be read and was reported: its missing keys are not. */
  static YamlKeys unreadable(FileFaults faults) {
    return new YamlKeys(new FileFaults(faults.file(), new ArrayList<>()), 1);
  }

  void add(YamlNode key, YamlNode value) {
    if (entries.putIfAbsent(key.text(), new Entry(key, value)) != null) {
      faults.at(key.line(), "key " + key.text() + " is there twice", "Delete one of them.");
    }
  }

  /** Reports every key nobody asked for. */
  void refuseOthers() {
    entries.forEach(
        (key, entry) -> {
          if (!known.contains(key)) {
            faults.at(
                entry.key().line(),
                "unknown key " + Change.shortened(key),
                "Known here: " + String.join(", ", known) + ".");
          }
        });
  }

  /** The line a key stands on, or where its block begins. */
  int line(String key) {
    Entry entry = entries.get(key);
    return entry == null ? firstLine : entry.key().line();
  }

  boolean has(String key) {
    known.add(key);
    Entry entry = entries.get(key);
    return entry != null && !entry.value().isBlank();
  }

  /** A required line of text; empty when there is none. */
  String line(String key, LineRule rule) {
    return value(key).map(value -> value.text(key, rule)).orElse("");
  }

  /** A line of text that may be missing or empty. */
  Optional<String> optionalLine(String key, LineRule rule) {
    return has(key) ? Optional.of(line(key, rule)) : Optional.empty();
  }

  /** A required value of another type, written on one line; empty after a fault. */
  <T> Optional<T> parsed(String key, Function<String, Optional<T>> parser, String remedy) {
    Optional<T> parsed = value(key).flatMap(value -> parser.apply(value.text()));
    if (has(key) && parsed.isEmpty()) {
      faults.at(line(key), key + " cannot be read", remedy);
    }
    return parsed;
  }

  /** Like {@link #parsed} for a key that may be missing or empty. */
  <T> Optional<T> optional(String key, Function<String, Optional<T>> parser, String remedy) {
    return has(key) ? parsed(key, parser, remedy) : Optional.empty();
  }

  /** A required list of lines. */
  List<String> lines(String key, int min, LineRule rule) {
    return value(key).map(value -> value.items(key, min)).orElse(List.of()).stream()
        .map(item -> item.text(key, rule))
        .toList();
  }

  /** A list of lines that may be missing. */
  List<String> optionalLines(String key, LineRule rule) {
    return has(key) ? lines(key, 1, rule) : List.of();
  }

  /** A required block of keys. */
  YamlKeys block(String key) {
    return value(key).map(YamlNode::keys).orElseGet(() -> unreadable(faults));
  }

  /** A required list of blocks, at least one. */
  List<YamlKeys> blocks(String key) {
    return value(key).map(value -> value.items(key, 1)).orElse(List.of()).stream()
        .map(YamlNode::keys)
        .toList();
  }

  /** A required list of words of a small vocabulary, each at most once. */
  <T> List<T> words(String key, Function<String, Optional<T>> parser, String remedy) {
    Map<T, YamlNode> words = new LinkedHashMap<>();
    for (YamlNode item : value(key).map(value -> value.items(key, 1)).orElse(List.of())) {
      Optional<T> word = parser.apply(item.text());
      if (word.isEmpty() || words.putIfAbsent(word.get(), item) != null) {
        faults.at(
            item.line(),
            Change.shortened(item.text())
                + (word.isEmpty() ? " is not known to " : " is there twice in ")
                + key,
            remedy);
      }
    }
    return List.copyOf(words.keySet());
  }

  /** Such a list that may be missing. */
  <T> List<T> optionalWords(String key, Function<String, Optional<T>> parser, String remedy) {
    return has(key) ? words(key, parser, remedy) : List.of();
  }

  /** A list of blocks that may be missing. */
  List<YamlKeys> optionalBlocks(String key) {
    return has(key) ? blocks(key) : List.of();
  }

  /** The keys there are, in their order, for a block in which any may be. */
  List<String> names() {
    known.addAll(entries.keySet());
    return List.copyOf(entries.keySet());
  }

  private Optional<YamlNode> value(String key) {
    Entry entry = entries.get(key);
    if (entry != null && has(key)) {
      return Optional.of(entry.value());
    }
    known.add(key);
    faults.at(line(key), key + (entry == null ? " is missing" : " is empty"), "Add it.");
    return Optional.empty();
  }

  FileFaults faults() {
    return faults;
  }
}
