package org.joinvoices.desk.partners;

import static org.joinvoices.desk.partners.PartnersPages.WORDS;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.joinvoices.coalition.ShownName;
import org.joinvoices.coalition.SourceName;

/**
 * What was typed for a new link, kept as it was typed, and what is wrong with it.
 *
 * @param source its name in the address; empty text: one that says nothing
 * @param faults field to message, in the order of the form; empty where all is well
 */
public record LinkForm(String label, String source, Map<String, String> faults) {

  /** What can be made. */
  record Filled(ShownName label, SourceName name) {}

  static LinkForm empty() {
    return new LinkForm("", "", Map.of());
  }

  static LinkForm read(Map<String, String> fields) {
    String label = fields.getOrDefault("label", "");
    String source = fields.getOrDefault("source", "");
    var faults = new LinkedHashMap<String, String>();
    if (ShownName.parse(label).isEmpty()) {
      faults.put("label", WORDS.get("links.label.fault", ShownName.LONGEST));
    }
    if (!source.isBlank() && SourceName.parse(source).isEmpty()) {
      faults.put("source", WORDS.get("links.source.fault"));
    }
    return new LinkForm(label, source, faults);
  }

  /** Empty while something is wrong. */
  Optional<Filled> filled() {
    return faults.isEmpty()
        ? ShownName.parse(label)
            .map(shown -> new Filled(shown, SourceName.parse(source).orElseGet(SourceName::random)))
        : Optional.empty();
  }

  /** The same, whose name another link has. */
  LinkForm taken() {
    return new LinkForm(label, source, Map.of("source", WORDS.get("links.source.taken")));
  }

  public Optional<String> fault(String field) {
    return Optional.ofNullable(faults.get(field));
  }
}
