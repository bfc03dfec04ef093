package org.joinvoices.seize;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads rows as PostgreSQL's COPY writes text, of the database itself and of backups. */
final class Rows {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** A backslash is doubled. */
  private static final String BYTES = "\\\\x";

  private final Needles needles;
  private final Seals seals;
  private final Map<String, Integer> zips = new HashMap<>();

  Rows(List<Person> candidates, Needles needles, Seals seals) {
    this.needles = needles;
    this.seals = seals;
    candidates.forEach(person -> zips.put(person.place().zip(), person.number()));
  }

  void read(InputStream rows, Needles.Finder finder) throws IOException {
    var lines = new BufferedReader(new InputStreamReader(rows, UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      read(line, finder);
    }
  }

  private void read(String line, Needles.Finder finder) {
    needles.find(line.getBytes(UTF_8), finder);
    var ids = new ArrayList<UUID>();
    ID.matcher(line).results().forEach(id -> ids.add(UUID.fromString(id.group())));
    for (String cell : line.split("\t", -1)) {
      if (zips.containsKey(cell)) {
        finder.found(zips.get(cell), Kind.POSTAL_CODE);
      }
      if (cell.startsWith(BYTES)) {
        byte[] value = HexFormat.of().parseHex(cell, BYTES.length(), cell.length());
        needles.find(value, finder);
        seals.open(value, ids).ifPresent(plain -> needles.find(plain, finder));
      }
    }
  }
}
