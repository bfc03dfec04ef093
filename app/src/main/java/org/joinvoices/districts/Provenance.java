package org.joinvoices.districts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.joinvoices.districts.Release.Source;

/** Where the kinds of input come from, under which licence, and who is to be named: a resource. */
final class Provenance {

  private static final String TABLE = "provenance.tsv";

  private final List<Kind> kinds;

  private Provenance(List<Kind> kinds) {
    this.kinds = kinds;
  }

  /** Files with such a path; credit may be empty text. */
  private record Kind(String pattern, String licence, String origin, String credit) {}

  static Provenance known() throws IOException {
    try (InputStream table = Provenance.class.getResourceAsStream(TABLE)) {
      String text = new String(Objects.requireNonNull(table, TABLE).readAllBytes(), UTF_8);
      return new Provenance(
          text.lines().filter(line -> !line.startsWith("#")).map(Provenance::kind).toList());
    }
  }

  private static Kind kind(String line) {
    String[] fields = line.split("\t", -1);
    return new Kind(fields[0], fields[1], fields[2], fields[3]);
  }

  List<Source> sources(SortedMap<String, String> digests) {
    return digests.entrySet().stream().map(this::source).toList();
  }

  private Source source(Map.Entry<String, String> digest) {
    Kind kind = kindOf(digest);
    return new Source(digest.getKey(), digest.getValue(), kind.licence(), kind.origin());
  }

  List<String> credits(SortedMap<String, String> digests) {
    return digests.entrySet().stream()
        .map(digest -> kindOf(digest).credit())
        .filter(credit -> !credit.isEmpty())
        .distinct()
        .toList();
  }

  private Kind kindOf(Map.Entry<String, String> digest) {
    return kinds.stream()
        .filter(kind -> digest.getKey().matches(kind.pattern()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no provenance for " + digest.getKey()));
  }
}
