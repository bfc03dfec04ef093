package org.joinvoices.delivery.book;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.joinvoices.action.Slug;
import org.joinvoices.delivery.print.Typesetter;
import tools.jackson.core.JacksonException;

/**
 * Makes the files of a book from its roll: the front volume, {@code signatures.csv}, the manifest,
 * and of a large book volumes of names and own words (see {@link Volumes}). The same entries make
 * the same files.
 */
public final class BookFiles {

  public static final String PDF = "petition-book.pdf";
  public static final String CSV = "signatures.csv";
  public static final String MANIFEST = "manifest.json";

  private final Typesetter typesetter = new Typesetter();

  /**
   * Writes the files, replacing those of an earlier making only once all are there.
   *
   * @param roll those who stand in this edition now
   * @param dir where they go; the one the roll was read for
   * @return what {@code manifest.json} says
   */
  public Manifest write(Edition edition, Roll roll, Path dir) {
    try {
      Manifest manifest = make(edition, roll);
      Files.writeString(roll.workshop().folder().resolve(MANIFEST), manifest.json());
      var names = names(manifest);
      var all = new ArrayList<>(names);
      all.add(MANIFEST); // the last
      roll.workshop().handOut(all);
      dropOldVolumes(dir, Set.copyOf(names));
      return manifest;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + dir, e);
    }
  }

  private Manifest make(Edition edition, Roll roll) throws IOException {
    var headings = Headings.of(edition, typesetter);
    var numbers = Numbers.of(edition, roll);
    try (var volumes = new Volumes(headings, typesetter, roll.workshop(), roll.shown())) {
      Manifest.FileHash csv = list(roll, volumes);
      volumes.finish();
      var print = new Print(typesetter);
      var front = new FrontVolume(edition, headings, numbers, volumes, typesetter, print);
      var pdf = new HashedFile(PDF, Files.newOutputStream(roll.workshop().folder().resolve(PDF)));
      try (var out = new BufferedOutputStream(pdf)) {
        front.write(out);
      }
      return Manifest.of(
          edition, numbers, notDrawn(print, volumes), files(pdf.hash(), csv, volumes));
    }
  }

  /** One walk over the roll writes the list and fills the volumes. */
  private static Manifest.FileHash list(Roll roll, Volumes volumes) throws IOException {
    Path file = roll.workshop().folder().resolve(CSV);
    var hashed = new HashedFile(CSV, new BufferedOutputStream(Files.newOutputStream(file)));
    try (var csv = new SignaturesCsv(hashed)) {
      roll.forEach(
          signer -> {
            csv.add(signer);
            volumes.add(signer);
          });
    }
    return hashed.hash();
  }

  private static List<Manifest.NotDrawn> notDrawn(Print print, Volumes volumes) {
    return Stream.concat(
            print.notDrawn().stream(), all(volumes).flatMap(volume -> volume.notDrawn().stream()))
        .sorted(
            Comparator.comparingInt(Manifest.NotDrawn::number)
                .thenComparing(Manifest.NotDrawn::field, Comparator.reverseOrder()))
        .toList();
  }

  private static List<Manifest.FileHash> files(
      Manifest.FileHash pdf, Manifest.FileHash csv, Volumes volumes) {
    return Stream.concat(Stream.of(pdf, csv), all(volumes).map(Volume::file)).toList();
  }

  private static Stream<Volume> all(Volumes volumes) {
    return Stream.concat(volumes.names().stream(), volumes.words().stream());
  }

  /** All but the manifest, in its order. */
  public static List<String> names(Manifest manifest) {
    return manifest.files().stream().map(Manifest.FileHash::name).toList();
  }

  /** True when a whole book lies in the folder; the manifest is written last. */
  public static boolean isMade(Path dir) {
    return Files.exists(dir.resolve(MANIFEST));
  }

  /** True unless the folder holds files of these names that are no book of the action. */
  public static boolean mayReplace(Path dir, Slug action) {
    if (!isMade(dir)) {
      return Stream.of(PDF, CSV).map(dir::resolve).noneMatch(Files::exists)
          && volumes(dir).isEmpty();
    }
    try {
      var found = Manifest.parse(Files.readString(dir.resolve(MANIFEST)));
      return found.action().equals(action.value());
    } catch (IOException | JacksonException _) {
      return false;
    }
  }

  /** Of an earlier making, when there were more of them. */
  private static void dropOldVolumes(Path dir, Set<String> names) throws IOException {
    for (Path volume : volumes(dir)) {
      if (!names.contains(volume.getFileName().toString())) {
        Files.delete(volume);
      }
    }
  }

  private static List<Path> volumes(Path dir) {
    if (!Files.isDirectory(dir)) {
      return List.of();
    }
    try (var files = Files.list(dir)) {
      return files.filter(file -> Volume.isName(file.getFileName().toString())).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look into " + dir, e);
    }
  }
}
