package org.joinvoices.seize;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What was found of whom, and where. */
final class Findings {

  private final Map<Source, Map<Integer, Set<Kind>>> found = new EnumMap<>(Source.class);

  void add(Source source, int person, Kind kind) {
    found
        .computeIfAbsent(source, _ -> new HashMap<>())
        .computeIfAbsent(person, _ -> EnumSet.noneOf(Kind.class))
        .add(kind);
  }

  Set<Kind> of(Source source, Person person) {
    return found.getOrDefault(source, Map.of()).getOrDefault(person.number(), Set.of());
  }
}
