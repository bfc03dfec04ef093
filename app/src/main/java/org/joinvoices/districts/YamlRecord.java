package org.joinvoices.districts;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** A mapping in a YAML file. Every scalar stays the text it was written as: NO is not false. */
record YamlRecord(Map<?, ?> entries) {

  /** legislators-historical.yaml had 9 million characters in 2026, SnakeYAML's limit is 3. */
  private static final int MOST_CHARACTERS = 100_000_000;

  /**
   * @throws YAMLException if the text is not YAML
   */
  static List<YamlRecord> list(String text) {
    var options = new LoaderOptions();
    options.setCodePointLimit(MOST_CHARACTERS);
    var dumper = new DumperOptions();
    return list(
        new Yaml(
                new SafeConstructor(options),
                new Representer(dumper),
                dumper,
                options,
                new TextOnly())
            .<@Nullable Object>load(text));
  }

  /** What is wrong with a text, in one line. */
  static String fault(YAMLException failed) {
    return "not YAML: " + String.valueOf(failed.getMessage()).replaceAll("\\s+", " ");
  }

  /** In one line; empty text if absent. */
  String text(String key) {
    return entries.get(key) instanceof String text ? text.strip().replaceAll("\\s+", " ") : "";
  }

  /** Empty if absent. */
  YamlRecord record(String key) {
    return new YamlRecord(entries.get(key) instanceof Map<?, ?> map ? map : Map.of());
  }

  /** Empty if absent; whatever is not a mapping is left out. */
  List<YamlRecord> records(String key) {
    return list(entries.get(key));
  }

  private static List<YamlRecord> list(@Nullable Object node) {
    return node instanceof List<?> list
        ? list.stream()
            .filter(Map.class::isInstance)
            .map(entry -> new YamlRecord((Map<?, ?>) entry))
            .toList()
        : List.of();
  }

  private static final class TextOnly extends Resolver {
    @Override
    protected void addImplicitResolvers() {}
  }
}
