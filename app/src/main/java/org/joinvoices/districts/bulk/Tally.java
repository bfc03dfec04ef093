package org.joinvoices.districts.bulk;

import java.util.SortedMap;
import java.util.TreeMap;

/** Rows by what became of them. */
record Tally(
    SortedMap<String, Long> outcomes,
    SortedMap<String, Long> how,
    SortedMap<String, Long> confidence) {

  Tally() {
    this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
  }

  void add(String outcome, String foundHow, String sure, long rows) {
    outcomes.merge(outcome, rows, Long::sum);
    if (!foundHow.isEmpty()) {
      how.merge(foundHow, rows, Long::sum);
      confidence.merge(sure, rows, Long::sum);
    }
  }

  void add(Tally other) {
    other.outcomes.forEach((word, rows) -> outcomes.merge(word, rows, Long::sum));
    other.how.forEach((word, rows) -> how.merge(word, rows, Long::sum));
    other.confidence.forEach((word, rows) -> confidence.merge(word, rows, Long::sum));
  }

  long rows() {
    return outcomes.values().stream().mapToLong(Long::longValue).sum();
  }
}
