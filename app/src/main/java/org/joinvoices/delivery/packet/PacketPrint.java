package org.joinvoices.delivery.packet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joinvoices.delivery.book.BookPdf;
import org.joinvoices.delivery.book.Typeface;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.web.Formats;
import org.joinvoices.platform.web.Pages;

/** Makes the papers of a packet as tagged PDF. The same letters make the same bytes. */
public final class PacketPrint {

  /** Avery 5160 and its like: three in a row, ten rows on a sheet. */
  static final int LABELS_IN_A_ROW = 3;

  static final int LABELS_ON_A_SHEET = 30;

  private static final Formats FORMATS = Formats.in("en");

  private final Pages pages = new Pages();
  private final Typeface typeface = new Typeface();
  private final String style = style();

  /** Counts nothing yet. */
  public PacketSummary summary() {
    return new PacketSummary(typeface);
  }

  /**
   * Letters: a cover, and of the first part the summary; then the letters with own words, each on
   * pages of its own; then each text that several sent, once, with those who did.
   *
   * @param part from 1
   * @param letters of this part that are still there, by their numbers
   * @param whole of the whole packet; read for the first part only
   */
  public byte[] part(
      PacketHead head, int part, List<PacketLetter> letters, Optional<PacketSummary> whole) {
    var there = letters.stream().map(PacketLetter::place).collect(toList());
    var page =
        new PacketPage.Part(
            page(head),
            part,
            head.first(part),
            head.last(part),
            letters.size(),
            Ranges.of(
                IntStream.rangeClosed(head.first(part), head.last(part))
                    .filter(place -> Collections.binarySearch(there, place) < 0)),
            whole.map(PacketPrint::summary),
            letters.stream().filter(PacketLetter::hasOwnWords).map(this::letter).toList(),
            sameTexts(letters));
    return pdf("delivery/packet/part.jte", page, head);
  }

  /** Address labels: for each part one with the office and one with the sender. */
  public byte[] labels(PacketHead head) {
    var page = page(head);
    List<List<String>> labels = new ArrayList<>();
    for (int part = 1; part <= head.parts(); part++) {
      labels.add(officeLabel(page, part));
    }
    List<String> back =
        Stream.concat(Stream.of(page.sender().name()), page.sender().address().stream()).toList();
    labels.addAll(Collections.nCopies(head.parts(), back));
    List<List<List<List<String>>>> sheets =
        chunks(labels, LABELS_ON_A_SHEET).stream()
            .map(sheet -> chunks(sheet, LABELS_IN_A_ROW))
            .toList();
    return pdf("delivery/packet/labels.jte", new PacketPage.Labels(page, sheets), head);
  }

  /** The sheet that is signed where the packet is handed in: numbers of letters, and no name. */
  public byte[] sheet(PacketHead head, PacketSummary whole) {
    var page =
        new PacketPage.Sheet(
            page(head),
            whole.letters(),
            Ranges.of(whole.present()),
            Ranges.of(whole.takenOut(head.letters())),
            whole.notDrawn().stream()
                .map(one -> "letter " + one.letter() + " " + one.field())
                .toList());
    return pdf("delivery/packet/sheet.jte", page, head);
  }

  private byte[] pdf(String template, Object page, PacketHead head) {
    return BookPdf.bytes(pages.render(template, page), startOf(head.printed()));
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(CivicClock.CONGRESS).toInstant();
  }

  private PacketPage page(PacketHead head) {
    var organization = head.organization();
    return new PacketPage(
        style,
        head.name(),
        text(head.title()),
        new PacketPage.Office(
            text(head.office().addressed()),
            text(head.office().seat()),
            texts(head.office().address())),
        new PacketPage.Sender(
            text(organization.name()),
            texts(organization.postalAddress()),
            text(organization.contactName()),
            text(organization.email()),
            text(organization.phone())),
        head.number(),
        head.letters(),
        head.parts(),
        FORMATS.date(head.made()),
        FORMATS.date(head.printed()));
  }

  private static PacketPage.Summary summary(PacketSummary whole) {
    return new PacketPage.Summary(
        whole.letters(), whole.ownWords(), whole.sameText(), whole.towns());
  }

  private List<PacketPage.SameText> sameTexts(List<PacketLetter> letters) {
    return letters.stream()
        .filter(letter -> !letter.hasOwnWords())
        .collect(
            groupingBy(
                letter -> List.of(letter.subject(), letter.statement()),
                LinkedHashMap::new,
                toList()))
        .values()
        .stream()
        .map(this::sameText)
        .toList();
  }

  private PacketPage.SameText sameText(List<PacketLetter> letters) {
    var first = letters.getFirst();
    return new PacketPage.SameText(
        text(first.subject()),
        paragraphs(first.statement()),
        Ranges.of(letters.stream().mapToInt(PacketLetter::place)),
        letters.stream().map(this::letter).toList());
  }

  private PacketPage.Letter letter(PacketLetter letter) {
    return new PacketPage.Letter(
        letter.place(),
        text(letter.name()),
        texts(letter.address()),
        text(letter.email()),
        text(letter.phone()),
        FORMATS.date(letter.signed()),
        letter.replyWanted(),
        text(letter.subject()),
        letter.hasOwnWords() ? paragraphs(letter.statement()) : List.of(),
        letter.hasOwnWords() ? paragraphs(letter.ownWords()) : List.of());
  }

  private static List<String> officeLabel(PacketPage page, int part) {
    String mark =
        page.parts() == 1
            ? "Constituent letters, " + page.packet()
            : "Constituent letters, %s, part %d of %d".formatted(page.packet(), part, page.parts());
    return Stream.of(
            Stream.of(page.office().addressed()), page.office().address().stream(), Stream.of(mark))
        .flatMap(lines -> lines)
        .toList();
  }

  private static <T> List<List<T>> chunks(List<T> all, int size) {
    return IntStream.iterate(0, from -> from < all.size(), from -> from + size)
        .mapToObj(from -> all.subList(from, Math.min(all.size(), from + size)))
        .toList();
  }

  private List<String> paragraphs(String text) {
    return List.of(text(text).strip().split("\\n\\s*\\n"));
  }

  private List<String> texts(List<String> texts) {
    return texts.stream().map(this::text).toList();
  }

  private String text(String text) {
    return typeface.drawable(text);
  }

  private static String style() {
    try (InputStream in = PacketPrint.class.getResourceAsStream("packet.css")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
