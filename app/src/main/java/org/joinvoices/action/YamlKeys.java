package org.joinvoices.action;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The keys of one YAML block and the lines they stand on. Whatever is asked for and not there, or
 * there and never asked for, is a fault; a stand-in value lets reading go on.
 */
final class YamlKeys {

  private static final String QUOTE_IT =
      "If a text contains a colon or a hash, put it in \"quotation marks\".";

  private final FileFaults faults;
  private final int before;
  private final int firstLine;
  private final Map<String, NodeTuple> tuples = new LinkedHashMap<>();
  private final TreeSet<String> known = new TreeSet<>();

  private YamlKeys(FileFaults faults, int before, int firstLine, List<NodeTuple> entries) {
    this.faults = faults;
    this.before = before;
    this.firstLine = firstLine;
    entries.forEach(this::add);
  }

  /**
   * @param before how many lines of the file come before this text
   */
  static YamlKeys parse(String yaml, int before, FileFaults faults) {
    YamlKeys empty = new YamlKeys(faults, before, before + 1, List.of());
    try {
      Node root = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
      return root == null ? empty : empty.inside(root);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine();
      faults.at(before + line + 1, "not YAML: " + e.getProblem(), QUOTE_IT);
    } catch (YAMLException e) {
      faults.at(before + 1, "not YAML", QUOTE_IT);
    }
    return unreadable(faults);
  }

  /** For a block that could not be read and was reported: its missing keys are not. */
  static YamlKeys unreadable(FileFaults faults) {
    return new YamlKeys(new FileFaults(faults.file(), new ArrayList<>()), 0, 1, List.of());
  }

  private void add(NodeTuple tuple) {
    String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
    if (tuples.put(key, tuple) != null) {
      faults.at(line(tuple.getKeyNode()), "key " + key + " is there twice", "Delete one of them.");
    }
  }

  private YamlKeys inside(Node node) {
    if (node instanceof MappingNode mapping) {
      return new YamlKeys(faults, before, line(node), mapping.getValue());
    }
    faults.at(line(node), "keys are expected here", "Write lines of the form key: value.");
    return unreadable(faults);
  }

  /** Reports every key nobody asked for. */
  void refuseOthers() {
    tuples.forEach(
        (key, tuple) -> {
          if (!known.contains(key)) {
            faults.at(
                line(tuple.getKeyNode()),
                "unknown key " + Change.shortened(key),
                "Known here: " + String.join(", ", known) + ".");
          }
        });
  }

  /** The line a key stands on, or where its block begins. */
  int line(String key) {
    NodeTuple tuple = tuples.get(key);
    return tuple == null ? firstLine : line(tuple.getKeyNode());
  }

  private int line(Node node) {
    return before + node.getStartMark().getLine() + 1;
  }

  boolean has(String key) {
    known.add(key);
    NodeTuple tuple = tuples.get(key);
    return tuple != null
        && !(tuple.getValueNode() instanceof ScalarNode scalar && scalar.getValue().isBlank());
  }

  /** A required line of text; empty when there is none. */
  String line(String key, LineRule rule) {
    return value(key).map(node -> scalar(key, node, rule)).orElse("");
  }

  /** A line of text that may be missing or empty. */
  Optional<String> optionalLine(String key, LineRule rule) {
    return has(key) ? Optional.of(line(key, rule)) : Optional.empty();
  }

  /** A required value of another type, written on one line; empty after a fault. */
  <T> Optional<T> parsed(String key, Function<String, Optional<T>> parser, String remedy) {
    Optional<T> parsed = value(key).flatMap(node -> parser.apply(text(node)));
    if (has(key) && parsed.isEmpty()) {
      faults.at(line(key), key + " cannot be read", remedy);
    }
    return parsed;
  }

  /** A required list of lines. */
  List<String> lines(String key, int min, LineRule rule) {
    return items(key, min).stream().map(node -> scalar(key, node, rule)).toList();
  }

  /** A required block of keys. */
  YamlKeys block(String key) {
    return value(key).map(this::inside).orElseGet(() -> unreadable(faults));
  }

  /** A required list of blocks, at least one. */
  List<YamlKeys> blocks(String key) {
    return items(key, 1).stream().map(this::inside).toList();
  }

  private List<Node> items(String key, int min) {
    Optional<Node> value = min == 0 && !has(key) ? Optional.empty() : value(key);
    if (value.isEmpty()) {
      return List.of();
    }
    List<Node> items = value.get() instanceof SequenceNode list ? list.getValue() : List.of();
    if (items.size() < min || !(value.get() instanceof SequenceNode)) {
      faults.at(
          line(key),
          key + " needs a list of at least " + min,
          "Write each entry on a line of its own, beginning with a hyphen and a space.");
    }
    return items;
  }

  private Optional<Node> value(String key) {
    NodeTuple tuple = tuples.get(key);
    if (tuple != null && has(key)) {
      return Optional.of(tuple.getValueNode());
    }
    known.add(key);
    faults.at(line(key), key + (tuple == null ? " is missing" : " is empty"), "Add it.");
    return Optional.empty();
  }

  private String scalar(String key, Node node, LineRule rule) {
    if (!(node instanceof ScalarNode)) {
      faults.at(line(node), key + " must be one line of text", QUOTE_IT);
      return "";
    }
    String text = text(node);
    rule.check(faults, line(node), key, text);
    PlainText.check(faults, line(node), text);
    return text;
  }

  private static String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
  }

  FileFaults faults() {
    return faults;
  }
}
