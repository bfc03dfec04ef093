package org.joinvoices.districts;

import static java.util.Comparator.naturalOrder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a data release from a directory of public files: {@code legislators/} as published by
 * unitedstates/congress-legislators, {@code zip/zip_cdNNN.csv} and {@code zip/zip_points.csv},
 * {@code districts/map_periods.csv} and Open Civic Data's ids. The same files give the same bytes.
 */
public final class ReleaseCompiler {

  private final InputFiles files;

  private ReleaseCompiler(InputFiles files) {
    this.files = files;
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

  /**
   * @param name of the release, or empty text: then it is made from the newest term and the inputs
   * @throws IOException if the directory cannot be read or the release cannot be written
   */
  public static Outcome compile(Path directory, Path out, String name) throws IOException {
    InputFiles files = new InputFiles(directory);
    Release release = new ReleaseCompiler(files).release(name);
    if (!files.faults().isEmpty()) {
      return new Faulty(files.faults());
    }
    byte[] packed = ReleaseWriter.packed(release);
    write(packed, out);
    Release.Header header = release.header();
    return new Compiled(
        header.name(), packed.length, contents(release), header.notes(), header.credits());
  }

  private Release release(String name) throws IOException {
    DistrictIds districts = new DistrictIds(files);
    Roster roster = new Roster(new LegislatorFiles(files, districts).terms());
    Places places = new PlaceFile(files, districts).places();
    List<DistrictMap> maps =
        new MapPeriods(files, new ZipTables(files, districts, places), districts).maps();
    roster.openAppointments().forEach(this::noteAppointment);
    return new Release(header(name, roster, maps), districts.ids(), roster, places, maps);
  }

  private void noteAppointment(Term term) {
    files.note(
        ("%s: %s was appointed until the special election of %s; after that day provisional"
                + " until a newer legislators file names who won")
            .formatted(term.seat(), term.name(), term.to()));
  }

  private Release.Header header(String name, Roster roster, List<DistrictMap> maps)
      throws IOException {
    Provenance provenance = Provenance.known();
    LocalDate never = LocalDate.MIN;
    return new Release.Header(
        name.isBlank() ? ownName(roster) : name.strip().replaceAll("\\s+", " "),
        maps.isEmpty() ? never : maps.getFirst().from(),
        maps.isEmpty() ? never : maps.getLast().until(),
        files.notes(),
        provenance.sources(files.digests()),
        provenance.credits(files.digests()));
  }

  /**
   * Month of the newest term, and a mark of the inputs, so that two releases never share a name.
   */
  private String ownName(Roster roster) {
    LocalDate newest =
        roster.terms().stream().map(Term::from).max(naturalOrder()).orElse(LocalDate.EPOCH);
    String digests = String.join(" ", files.digests().values());
    return "%tY.%<tm-%s".formatted(newest, InputFiles.sha256(digests).substring(0, 8));
  }

  private static void write(byte[] packed, Path out) throws IOException {
    Path whole = out.toAbsolutePath();
    Path part = whole.resolveSibling(whole.getFileName() + ".part");
    Files.write(part, packed);
    Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
  }

  private static List<String> contents(Release release) {
    List<String> contents = new ArrayList<>();
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
    return contents;
  }
}
