package org.joinvoices.districts;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The name of a town as people may write it: accents, case, marks and short forms do not matter.
 */
final class TownName {

  /** Letters that may be wrong in a name; fewer in a short one. */
  static final int NEAR = 2;

  private static final int SHORT = 5;

  private static final Pattern MARKS = Pattern.compile("[^a-z ]");
  private static final Map<String, String> LONG_FORMS =
      Map.of(
          "st", "saint", "ste", "sainte", "mt", "mount", "ft", "fort", "n", "north", "s", "south",
          "e", "east", "w", "west");

  private final String name;
  private final Map<String, Integer> known = new HashMap<>();

  private TownName(String name) {
    this.name = name;
  }

  static TownName of(String typed) {
    return new TownName(plain(typed));
  }

  private static String plain(String typed) {
    String letters =
        Normalizer.normalize(typed, Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replace('-', ' ');
    StringBuilder plain = new StringBuilder();
    for (String word : MARKS.matcher(letters).replaceAll("").strip().split(" +")) {
      plain.append(LONG_FORMS.getOrDefault(word, word));
    }
    return plain.toString();
  }

  /** Letters to change, leave out or put in; more than {@link #NEAR} for another town. */
  int distanceTo(String other) {
    return known.computeIfAbsent(other, any -> distance(plain(any)));
  }

  private int distance(String other) {
    int most = Math.min(name.length(), other.length()) <= SHORT ? 1 : NEAR;
    if (name.isEmpty() || Math.abs(name.length() - other.length()) > most) {
      return NEAR + 1;
    }
    int changes = changes(other);
    return changes > most ? NEAR + 1 : changes;
  }

  /** By Levenshtein. */
  private int changes(String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= name.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int exchange = corner + (name.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        corner = row[j];
        row[j] = Math.min(exchange, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
