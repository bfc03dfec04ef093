package org.joinvoices.districts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.joinvoices.districts.DistrictMap.ZipSeats;

/** Reads what {@link ReleaseWriter} wrote. Seats and lists that repeat are kept once. */
final class ReleaseReader {

  private static final String BUILT_IN = "builtin.release.gz";
  private static final Pattern SPACE = Pattern.compile(" ");

  /** What is read of a release, from its beginning. */
  @FunctionalInterface
  private interface Part<T> {
    T read(ReleaseReader reader) throws IOException;
  }

  /** Where a release lies; opened again for the borders of a map. */
  @FunctionalInterface
  interface Source {
    InputStream open() throws IOException;
  }

  private final Source source;
  private final BufferedReader lines;
  private final Map<String, Seat> seats = new HashMap<>();
  private final Map<String, List<Seat>> seatLists = new HashMap<>();

  private ReleaseReader(Source source, BufferedReader lines) {
    this.source = source;
    this.lines = lines;
  }

  static Release builtIn() {
    return builtIn(ReleaseReader::release);
  }

  /** What stands first in it. */
  static Release.Header builtInHeader() {
    return builtIn(ReleaseReader::header);
  }

  /** As {@link #read}, without all that follows. */
  static Release.Header header(Source source) throws IOException {
    return read(source, ReleaseReader::header);
  }

  private static <T> T builtIn(Part<T> part) {
    try {
      return read(
          () -> Objects.requireNonNull(ReleaseReader.class.getResourceAsStream(BUILT_IN), BUILT_IN),
          part);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param source gives the same bytes each time
   * @throws IllegalStateException if this is no release, one of another format, or cut short
   */
  static Release read(Source source) throws IOException {
    return read(source, ReleaseReader::release);
  }

  private static <T> T read(Source source, Part<T> part) throws IOException {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(source.open(), 1 << 16), UTF_8), 1 << 16)) {
      return part.read(new ReleaseReader(source, lines));
    }
  }

  /** Passes over all that stands before; empty if there are none. */
  private static List<Arc> arcs(Source source, int congress) {
    try {
      return read(source, reader -> reader.arcs("borders " + congress + "\t"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Arc> arcs(String head) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(head)) {
        return rows(Integer.parseInt(line.substring(head.length())), this::arc);
      }
    }
    return List.of();
  }

  private Arc arc(List<String> fields) {
    List<Seat> sides = seatList(fields.get(0));
    int[] steps = SPACE.splitAsStream(fields.get(1)).mapToInt(Integer::parseInt).toArray();
    for (int i = 2; i < steps.length; i++) {
      steps[i] += steps[i - 2];
    }
    return new Arc(sides, steps);
  }

  private Release release() throws IOException {
    Release.Header header = header();
    SortedMap<Seat, String> ocdIds = new TreeMap<>();
    section("ocd", fields -> ocdIds.put(seat(fields.get(0)), fields.get(1)));
    Roster roster = new Roster(section("terms", this::term));
    Places places = new Places(section("places", ReleaseReader::place));
    return new Release(header, ocdIds, roster, places, maps());
  }

  private Release.Header header() throws IOException {
    String format = next();
    if (!format.equals(ReleaseWriter.FORMAT)) {
      throw new IllegalStateException("not a release this server can read: " + format);
    }
    List<String> release = section("release", fields -> fields).getFirst();
    List<String> notes = section("notes", fields -> fields.get(0));
    List<String> credits = section("credits", fields -> fields.get(0));
    List<Release.Source> sources =
        section("sources", f -> new Release.Source(f.get(0), f.get(1), f.get(2), f.get(3)));
    return new Release.Header(
        release.get(0), day(release.get(1)), day(release.get(2)), notes, sources, credits);
  }

  private List<DistrictMap> maps() throws IOException {
    List<DistrictMap> maps = new ArrayList<>();
    for (List<String> map : section("maps", fields -> fields)) {
      List<ZipSeats> table = section("zips " + map.get(0), this::zipSeats);
      int congress = Integer.parseInt(map.get(0));
      maps.add(
          new DistrictMap(
              congress,
              day(map.get(1)),
              day(map.get(2)),
              table,
              seatList(map.get(3)),
              () -> arcs(source, congress)));
    }
    return maps;
  }

  private List<Seat> seatList(String words) {
    return seatLists.computeIfAbsent(
        words, list -> SPACE.splitAsStream(list).map(this::seat).toList());
  }

  private ZipSeats zipSeats(List<String> fields) {
    return new ZipSeats(new Zip(Integer.parseInt(fields.get(0))), seatList(fields.get(1)));
  }

  private Term term(List<String> fields) {
    return new Term(
        seat(fields.get(0)),
        fields.get(1),
        fields.get(2),
        fields.get(3),
        Parties.parse(fields.get(4)),
        fields.get(5),
        fields.get(6),
        day(fields.get(7)),
        day(fields.get(8)),
        fields.get(9).equals("planned"));
  }

  private static Place place(List<String> fields) {
    return new Place(
        Integer.parseInt(fields.get(0)),
        fields.get(1).intern(),
        fields.get(2).intern(),
        Integer.parseInt(fields.get(3)),
        Integer.parseInt(fields.get(4)),
        fields.get(5).equals("area"));
  }

  private Seat seat(String word) {
    return seats.computeIfAbsent(word, Seat::new);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private <T> List<T> section(String name, Function<List<String>, T> row) throws IOException {
    String[] head = next().split("\t");
    if (!head[0].equals(name)) {
      throw new IllegalStateException("a release has " + head[0] + " where " + name + " belongs");
    }
    return rows(Integer.parseInt(head[1]), row);
  }

  private <T> List<T> rows(int size, Function<List<String>, T> row) throws IOException {
    List<T> rows = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      rows.add(row.apply(List.of(next().split("\t", -1))));
    }
    return rows;
  }

  private String next() throws IOException {
    String line = lines.readLine();
    if (line == null) {
      throw new IllegalStateException("the release is cut short");
    }
    return line;
  }
}
