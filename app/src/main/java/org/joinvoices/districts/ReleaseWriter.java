package org.joinvoices.districts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a release as lines of tab-separated text, packed with gzip: named sections, each with the
 * number of its lines, in the order in which {@link ReleaseReader} takes them. The same release
 * always gives the same bytes (gzip's time stamp stays zero).
 */
final class ReleaseWriter {

  /** First line of every release; the number goes up when older servers could not read it. */
  static final String FORMAT = "JoinVoices data release\t2";

  private ReleaseWriter() {}

  static byte[] packed(Release release) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(lines(release).collect(Collectors.joining("\n", "", "\n")).getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Stream<String> lines(Release release) {
    return Stream.of(Stream.of(FORMAT), header(release.header()), facts(release))
        .flatMap(part -> part);
  }

  /** Whether two agree in all they say, without name and origin; over at the first difference. */
  static boolean sayTheSame(Release one, Release other) {
    Iterator<String> lines = facts(one).iterator();
    Iterator<String> others = facts(other).iterator();
    while (lines.hasNext() && others.hasNext()) {
      if (!lines.next().equals(others.next())) {
        return false;
      }
    }
    return !lines.hasNext() && !others.hasNext();
  }

  private static Stream<String> facts(Release release) {
    return Stream.of(
            section("ocd", release.ocdIds().entrySet(), id -> line(id.getKey(), id.getValue())),
            section("terms", release.roster().terms(), ReleaseWriter::term),
            section("places", release.places().all(), ReleaseWriter::place),
            section(
                "maps",
                release.maps(),
                m -> line(m.congress(), m.from(), m.until(), words(m.seats()))),
            release.maps().stream().flatMap(ReleaseWriter::table),
            release.maps().stream().flatMap(ReleaseWriter::borders))
        .flatMap(part -> part);
  }

  private static Stream<String> header(Release.Header header) {
    return Stream.of(
            section("release", List.of(header), h -> line(h.name(), h.from(), h.until())),
            section("notes", header.notes(), note -> note),
            section("credits", header.credits(), credit -> credit),
            section(
                "sources",
                header.sources(),
                s -> line(s.file(), s.sha256(), s.licence(), s.provenance())))
        .flatMap(part -> part);
  }

  private static Stream<String> table(DistrictMap map) {
    return section(
        "zips " + map.congress(), map.table(), row -> line(row.zip(), words(row.seats())));
  }

  /** Last, because a server reads them only when it is asked for a point. */
  private static Stream<String> borders(DistrictMap map) {
    return section(
        "borders " + map.congress(), map.arcs(), arc -> line(words(arc.sides()), steps(arc)));
  }

  /** Longitude and latitude of the first corner, then the step to each next one. */
  private static String steps(Arc arc) {
    var steps = new StringBuilder();
    for (int i = 0; i < arc.size(); i++) {
      steps.append(i == 0 ? "" : " ").append(arc.lon(i) - (i == 0 ? 0 : arc.lon(i - 1)));
      steps.append(' ').append(arc.lat(i) - (i == 0 ? 0 : arc.lat(i - 1)));
    }
    return steps.toString();
  }

  private static String words(Collection<Seat> seats) {
    return seats.stream().map(Seat::value).collect(Collectors.joining(" "));
  }

  private static String term(Term term) {
    return line(
        term.seat(),
        term.bioguide(),
        term.name(),
        term.lastName(),
        term.parties(),
        term.phone(),
        term.website(),
        term.from(),
        term.to(),
        term.untilElection() ? "planned" : "");
  }

  private static String place(Place place) {
    return line(
        new Zip(place.zip()),
        place.state(),
        place.city(),
        place.lat(),
        place.lng(),
        place.area() ? "area" : "");
  }

  private static <T> Stream<String> section(
      String name, Collection<T> rows, Function<T, String> line) {
    return Stream.concat(Stream.of(line(name, rows.size())), rows.stream().map(line));
  }

  private static String line(Object... fields) {
    return Arrays.stream(fields).map(Object::toString).collect(Collectors.joining("\t"));
  }
}
