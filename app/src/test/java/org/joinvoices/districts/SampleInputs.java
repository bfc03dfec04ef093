package org.joinvoices.districts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** A copy of the sample inputs that a test may spoil. */
public final class SampleInputs {

  /** An addendum for a seat that is vacant in the release that ships. */
  public static final String WINNER =
      """
      - id:
          bioguide: X000001
        name:
          official_full: Sample Winner
          last: Winner
        terms:
        - type: rep
          start: '2026-11-20'
          end: '2027-01-03'
          state: TX
          district: 23
          party: Independent
      """;

  private static final List<String> FILES =
      List.of(
          "districts/map_periods.csv",
          "districts/ocd_us_congressional_districts.csv",
          "legislators/addendum-sample.yaml",
          "legislators/legislators-current.yaml",
          "legislators/legislators-historical.yaml",
          "zip/zip_cd117.csv",
          "zip/zip_points.csv");

  private static final LocalDate MADE_ON = LocalDate.of(2021, 1, 10);

  private final Path directory;

  private SampleInputs(Path directory) {
    this.directory = directory;
  }

  public static SampleInputs copyTo(Path directory) throws IOException, URISyntaxException {
    var sample = Objects.requireNonNull(SampleInputs.class.getResource("sample")).toURI();
    for (String file : FILES) {
      Path copy = directory.resolve(file);
      Files.createDirectories(Objects.requireNonNull(copy.getParent()));
      Files.copy(Path.of(sample).resolve(file), copy);
    }
    return new SampleInputs(directory);
  }

  ReleaseCompiler.Outcome compile(Path out, String name) throws IOException {
    return ReleaseCompiler.compile(ReleaseInputs.of(directory, name), out, MADE_ON);
  }

  public Path directory() {
    return directory;
  }

  /** Replaces text that must be there, or else the test would spoil nothing. */
  public SampleInputs replace(String file, String old, String with) {
    Path path = directory.resolve(file);
    try {
      String text = Files.readString(path);
      if (!text.contains(old)) {
        throw new IllegalArgumentException(file + " has no " + old);
      }
      Files.writeString(path, text.replace(old, with));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public SampleInputs delete(String file) throws IOException {
    Files.delete(directory.resolve(file));
    return this;
  }
}
