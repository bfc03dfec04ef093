package org.joinvoices.delivery.book;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.joinvoices.action.Slug;
import org.joinvoices.platform.crypto.Sha256;
import org.joinvoices.platform.web.Pages;
import org.joinvoices.signing.BookEntry;
import tools.jackson.core.JacksonException;

/** Makes the three files of a book from its entries. The same entries make the same files. */
public final class BookFiles {

  public static final String PDF = "petition-book.pdf";
  public static final String CSV = "signatures.csv";
  public static final String MANIFEST = "manifest.json";

  private static final String TEMPLATE = "delivery/book/petition-book.jte";

  private final Pages pages = new Pages();
  private final Typeface typeface = new Typeface();
  private final String style = style();

  /**
   * Writes the files, replacing those of an earlier making.
   *
   * @param entries those who stand in this edition now
   * @param dir made when missing
   * @return what {@code manifest.json} says
   */
  public Manifest write(Edition edition, List<BookEntry> entries, Path dir) {
    var signers = Signer.list(entries);
    var numbers = Numbers.of(edition, entries);
    var print = new NamesPrint(typeface);
    var page = new BookPages(style, typeface).page(edition, numbers, signers, print);
    byte[] pdf = BookPdf.bytes(pages.render(TEMPLATE, page), edition.madeAt());
    byte[] csv = SignaturesCsv.bytes(signers);
    var files = List.of(hash(PDF, pdf), hash(CSV, csv));
    var manifest = Manifest.of(edition, numbers, print.notDrawn(), files);
    save(dir, PDF, pdf);
    save(dir, CSV, csv);
    save(dir, MANIFEST, manifest.json().getBytes(UTF_8));
    return manifest;
  }

  /** True when a whole book lies in the folder; the manifest is written last. */
  public static boolean isMade(Path dir) {
    return Files.exists(dir.resolve(MANIFEST));
  }

  /** True unless the folder holds files of these names that are no book of the action. */
  public static boolean mayReplace(Path dir, Slug action) {
    if (!isMade(dir)) {
      return Stream.of(PDF, CSV).map(dir::resolve).noneMatch(Files::exists);
    }
    try {
      var found = Manifest.parse(Files.readString(dir.resolve(MANIFEST)));
      return found.action().equals(action.value());
    } catch (IOException | JacksonException _) {
      return false;
    }
  }

  private static Manifest.FileHash hash(String name, byte[] bytes) {
    return new Manifest.FileHash(name, bytes.length, Sha256.hex(bytes));
  }

  private static void save(Path dir, String name, byte[] bytes) {
    try {
      Files.createDirectories(dir);
      Files.write(dir.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + dir.resolve(name), e);
    }
  }

  private static String style() {
    try (InputStream in = BookFiles.class.getResourceAsStream("petition-book.css")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
