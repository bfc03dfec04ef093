package org.joinvoices.districts.bulk;

import java.util.List;
import java.util.Locale;

/**
 * Where the columns we read stand in a file; -1 for one that is not there.
 *
 * @param count how many columns the file has
 */
record Columns(int lat, int lng, int postalCode, int region, int line, int locality, int count) {

  /** What we add to each row, in this order. */
  static final List<String> ADDED =
      List.of("outcome", "how", "confidence", "seats", "ocds", "names");

  private static final String WANTED =
      "Its first line must name its columns, lat and lng or postal_code among them, with commas"
          + " between.";

  /** By the header, in any order and case. */
  static Columns of(List<String> header) throws BadCsv {
    List<String> names =
        header.stream().map(name -> InputCsv.text(name).toLowerCase(Locale.ROOT)).toList();
    for (String added : ADDED) {
      if (names.contains(added)) {
        throw new BadCsv(
            "there is a column %s already, which we would add. Rename or drop it, and any of %s."
                .formatted(added, String.join(", ", ADDED)));
      }
    }
    var columns =
        new Columns(
            find(names, "lat"),
            find(names, "lng"),
            find(names, "postal_code"),
            find(names, "region"),
            find(names, "address_line"),
            find(names, "locality"),
            names.size());
    if (columns.lat < 0 != columns.lng < 0) {
      throw new BadCsv("of the columns lat and lng one is missing. " + WANTED);
    }
    if (columns.lat < 0 && columns.postalCode < 0) {
      throw new BadCsv("no column lat, lng or postal_code. " + WANTED);
    }
    return columns;
  }

  static BadCsv none() {
    return new BadCsv("the file is empty. " + WANTED);
  }

  private static int find(List<String> names, String name) throws BadCsv {
    if (names.indexOf(name) != names.lastIndexOf(name)) {
      throw new BadCsv("the column " + name + " is there twice. Rename one.");
    }
    return names.indexOf(name);
  }
}
