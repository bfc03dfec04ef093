package org.joinvoices.action;

import java.io.StringReader;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A value in a YAML text that knows its line.
 *
 * @param before how many lines of the file come before the YAML text
 */
record YamlNode(Node node, int before, FileFaults faults) {

  private static final String QUOTE_IT =
      "If a text contains a colon or a hash, put it in \"quotation marks\".";

  /** The keys of a whole YAML text. */
  static YamlKeys parse(String yaml, int before, FileFaults faults) {
    try {
      Node root = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
      return root == null
          ? YamlKeys.none(faults, before + 1)
          : new YamlNode(root, before, faults).keys();
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine();
      faults.at(before + line + 1, "not YAML: " + e.getProblem(), QUOTE_IT);
    } catch (YAMLException e) {
      faults.at(before + 1, "not YAML", QUOTE_IT);
    }
    return YamlKeys.unreadable(faults);
  }

  /** In the file, from 1. */
  int line() {
    return before + node.getStartMark().getLine() + 1;
  }

  boolean isBlank() {
    return node instanceof ScalarNode scalar && scalar.getValue().isBlank();
  }

  /** As written on one line; empty if it is a list or a block. */
  String text() {
    return node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
  }

  /** The value as a line of text that fulfils a rule; {@code what} begins the fault's sentence. */
  String text(String what, LineRule rule) {
    if (node instanceof ScalarNode) {
      rule.check(faults, line(), what, text());
      PlainText.check(faults, line(), text());
    } else {
      faults.at(line(), what + " must be one line of text", QUOTE_IT);
    }
    return text();
  }

  /** The value as a block of keys. */
  YamlKeys keys() {
    if (node instanceof MappingNode mapping) {
      YamlKeys keys = YamlKeys.none(faults, line());
      mapping
          .getValue()
          .forEach(entry -> keys.add(beside(entry.getKeyNode()), beside(entry.getValueNode())));
      return keys;
    }
    faults.at(line(), "keys are expected here", "Write lines of the form key: value.");
    return YamlKeys.unreadable(faults);
  }

  /** The value as a list of at least so many. */
  List<YamlNode> items(String what, int min) {
    List<Node> items = node instanceof SequenceNode list ? list.getValue() : List.of();
    if (items.size() < min || !(node instanceof SequenceNode)) {
      faults.at(
          line(),
          what + " needs a list of at least " + min,
          "Write each entry on a line of its own, beginning with a hyphen and a space.");
    }
    return items.stream().map(this::beside).toList();
  }

  private YamlNode beside(Node other) {
    return new YamlNode(other, before, faults);
  }
}
