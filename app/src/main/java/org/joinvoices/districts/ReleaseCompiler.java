package org.joinvoices.districts;

import static java.util.Comparator.naturalOrder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a data release from public files: those of unitedstates/congress-legislators, {@code
 * zip_cdNNN.csv} or the Census Bureau's relationship files, {@code zip_points.csv}, borders, {@code
 * map_periods.csv} and Open Civic Data's ids. The same files give the same bytes.
 */
public final class ReleaseCompiler {

  private final ReleaseInputs inputs;
  private final InputFiles files;
  private final Optional<Release> before;
  private final List<String> contents = new ArrayList<>();

  ReleaseCompiler(ReleaseInputs inputs, Optional<Release> before) throws IOException {
    this.inputs = inputs;
    this.files = new InputFiles(inputs.places());
    this.before = before;
  }

  /** What came of it. */
  public sealed interface Outcome {}

  /**
   * A release was written.
   *
   * @param contents what it holds, in words for people
   * @param notes what the operator should know or renew
   */
  public record Compiled(
      String release, long bytes, List<String> contents, List<String> notes, List<String> credits)
      implements Outcome {
    public Compiled {
      contents = List.copyOf(contents);
      notes = List.copyOf(notes);
      credits = List.copyOf(credits);
    }
  }

  /** Nothing was written; every fault with file and line. */
  public record Faulty(List<String> faults) implements Outcome {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }

  /** A release and what there is to say about it. */
  record Made(Release release, List<String> contents, List<String> notes) {}

  /**
   * @param out file to write
   * @param today names the vacant seats of that day among the notes
   * @throws IOException if the files cannot be read or the release cannot be written
   */
  public static Outcome compile(ReleaseInputs inputs, Path out, LocalDate today)
      throws IOException {
    var compiler = new ReleaseCompiler(inputs, Optional.empty());
    Optional<Made> made = compiler.make(today);
    if (made.isEmpty()) {
      return new Faulty(compiler.faults());
    }
    byte[] packed = ReleaseWriter.packed(made.get().release());
    write(packed, out);
    Release.Header header = made.get().release().header();
    return new Compiled(
        header.name(), packed.length, made.get().contents(), made.get().notes(), header.credits());
  }

  List<String> faults() {
    return files.faults();
  }

  /** Empty if there are faults. */
  Optional<Made> make(LocalDate today) throws IOException {
    Release release = release();
    if (files.digests().isEmpty() && before.isPresent()) {
      files.fault("files", "none of a name we know; docs/data.md lists them");
    }
    if (!files.faults().isEmpty()) {
      return Optional.empty();
    }
    describe(release);
    List<String> notes = new ArrayList<>(release.header().notes());
    notes.add(vacancies(release, today));
    return Optional.of(new Made(release, contents, notes));
  }

  private Release release() throws IOException {
    DistrictIds districts =
        new DistrictIds(files, before.<Map<Seat, String>>map(Release::ocdIds).orElse(Map.of()));
    List<Term> known = before.map(old -> old.roster().terms()).orElse(List.of());
    Roster roster = new Roster(new LegislatorFiles(files, districts, known).terms());
    int executive = new ExecutiveFile(files).check();
    if (executive > 0) {
      contents.add(executive + " terms of Presidents and Vice Presidents: checked, none kept");
    }
    Places places = places(districts);
    List<DistrictMap> maps =
        new MapFiles(
                files,
                new ZipTables(files, districts, places),
                districts,
                inputs,
                before.map(Release::maps).orElse(List.of()))
            .maps();
    new ReleaseChecks(files, roster, maps, districts).check();
    roster.openAppointments().forEach(this::noteAppointment);
    return new Release(header(roster, maps), districts.ids(), roster, places, maps);
  }

  private Places places(DistrictIds districts) throws IOException {
    var file = new PlaceFile(files, districts);
    return before.isPresent() && !file.isGiven() ? before.get().places() : file.places();
  }

  private static String vacancies(Release release, LocalDate today) {
    List<Seat> vacant =
        new Districts(release)
            .seats(today).stream()
                .filter(seat -> release.roster().holder(seat, today).isEmpty())
                .toList();
    String seats =
        vacant.isEmpty()
            ? "none"
            : vacant.stream().map(Seat::value).collect(Collectors.joining(", "));
    return "vacant seats on %s: %s".formatted(today, seats);
  }

  private void noteAppointment(Term term) {
    files.note(
        ("%s: %s was appointed until the special election of %s; after that day provisional"
                + " until a newer legislators file names who won")
            .formatted(term.seat(), term.name(), term.to()));
  }

  private Release.Header header(Roster roster, List<DistrictMap> maps) throws IOException {
    String name = inputs.name();
    Provenance provenance = Provenance.known();
    LocalDate never = LocalDate.MIN;
    return new Release.Header(
        name.isBlank() ? ownName(roster) : name.strip().replaceAll("\\s+", " "),
        maps.isEmpty() ? never : maps.getFirst().from(),
        maps.isEmpty() ? never : maps.getLast().until(),
        files.notes(),
        sources(provenance.sources(files.digests())),
        Stream.concat(
                before.stream().flatMap(old -> old.header().credits().stream()),
                provenance.credits(files.digests()).stream())
            .distinct()
            .toList());
  }

  /** What is new, after what the release before it was made of. */
  private List<Release.Source> sources(List<Release.Source> read) {
    return Stream.concat(
            before.stream()
                .flatMap(old -> old.header().sources().stream())
                .filter(old -> !files.digests().containsKey(old.file())),
            read.stream())
        .toList();
  }

  /**
   * Month of the newest term, and a mark of the inputs, so that two releases never share a name.
   */
  private String ownName(Roster roster) {
    LocalDate newest =
        roster.terms().stream().map(Term::from).max(naturalOrder()).orElse(LocalDate.EPOCH);
    String digests =
        before.map(old -> old.header().name() + " ").orElse("")
            + String.join(" ", files.digests().values());
    return "%tY.%<tm-%s".formatted(newest, InputFiles.sha256(digests).substring(0, 8));
  }

  private static void write(byte[] packed, Path out) throws IOException {
    Path whole = out.toAbsolutePath();
    Path part = whole.resolveSibling(whole.getFileName() + ".part");
    Files.write(part, packed);
    Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
  }

  private void describe(Release release) {
    contents.add(release.roster().terms().size() + " terms");
    contents.add(release.places().all().size() + " ZIP codes with their towns");
    contents.add(release.ocdIds().size() + " districts with Open Civic Data ids");
    release.maps().stream()
        .map(
            map ->
                "map of the %dth Congress, %s until %s: %d ZIP codes, %d stretches of border"
                    .formatted(
                        map.congress(),
                        map.from(),
                        map.until(),
                        map.table().size(),
                        map.arcs().size()))
        .forEach(contents::add);
  }
}
