package org.joinvoices.districts;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The party of a person through one term: a few join or leave one in the midst of it.
 *
 * @param first of the term's first day
 * @param later by the first day of each; none for nearly all
 */
record Parties(String first, SortedMap<LocalDate, String> later) {

  private static final String BETWEEN = " | ";

  Parties {
    later = Collections.unmodifiableSortedMap(new TreeMap<>(later));
  }

  /** The party on a day of the term. */
  String on(LocalDate day) {
    SortedMap<LocalDate, String> begun = later.headMap(day.plusDays(1));
    return begun.isEmpty() ? first : begun.lastEntry().getValue();
  }

  /** All of them, in order. */
  Stream<String> all() {
    return Stream.concat(Stream.of(first), later.values().stream());
  }

  /** As {@code party} and {@code party_affiliations} of a term say, of which most have no such. */
  static Parties read(YamlRecord term, LocalDate from) throws BadInput {
    String first = term.text("party");
    var later = new TreeMap<LocalDate, String>();
    for (YamlRecord affiliation : term.records("party_affiliations")) {
      LocalDate start = InputRow.parseDay("party_affiliations: start", affiliation.text("start"));
      if (start.isAfter(from)) {
        later.put(start, affiliation.text("party"));
      } else {
        first = affiliation.text("party");
      }
    }
    return new Parties(first, later);
  }

  /** As in a release, for example {@code Republican | 2026-03-09 Independent}. */
  static Parties parse(String text) {
    String[] parts = text.split(" \\| ", -1);
    var later = new TreeMap<LocalDate, String>();
    for (int i = 1; i < parts.length; i++) {
      String[] one = parts[i].split(" ", 2);
      later.put(LocalDate.parse(one[0]), one[1]);
    }
    return new Parties(parts[0], later);
  }

  @Override
  public String toString() {
    return Stream.concat(
            Stream.of(first),
            later.entrySet().stream().map(one -> one.getKey() + " " + one.getValue()))
        .collect(Collectors.joining(BETWEEN));
  }
}
