package org.joinvoices.action;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares two states of an action field by field, in the words of the publishing folder. */
final class Differences {

  private Differences() {}

  /** In the folder's order; empty when both are alike. */
  static List<Change> between(Optional<Action> before, Action after) {
    Map<String, String> old = before.map(Differences::fields).orElse(Map.of());
    Map<String, String> fresh = fields(after);
    Set<String> names = new LinkedHashSet<>(fresh.keySet());
    names.addAll(old.keySet());
    return names.stream()
        .map(name -> new Change(name, old.getOrDefault(name, ""), fresh.getOrDefault(name, "")))
        .filter(change -> !change.before().equals(change.after()))
        .toList();
  }

  private static Map<String, String> fields(Action action) {
    Map<String, String> fields = new LinkedHashMap<>();
    flatten("", FolderWriter.settings(action), fields);
    action.letter().texts().forEach(text -> addText(text, fields));
    return fields;
  }

  private static void flatten(String name, Object value, Map<String, String> into) {
    switch (value) {
      case Map<?, ?> map ->
          map.forEach((key, inner) -> flatten(prefixed(name, String.valueOf(key)), inner, into));
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          flatten(prefixed(name, String.valueOf(i + 1)), list.get(i), into);
        }
      }
      default -> into.put(name, value.toString());
    }
  }

  private static String prefixed(String name, String part) {
    return name.isEmpty() ? part : name + "." + part;
  }

  private static void addText(LetterText text, Map<String, String> fields) {
    String language = text.language() + ".";
    fields.put(language + "status", text.status().word());
    fields.put(language + "title", text.title());
    fields.put(language + "subject", text.subject());
    FolderWriter.sections(text)
        .forEach((heading, words) -> fields.put(language + heading.substring(2), words));
  }
}
