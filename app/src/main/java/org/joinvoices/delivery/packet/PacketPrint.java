package org.joinvoices.delivery.packet;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.joinvoices.delivery.print.Head;
import org.joinvoices.delivery.print.Line;
import org.joinvoices.delivery.print.Sheets;
import org.joinvoices.delivery.print.Style;
import org.joinvoices.delivery.print.Typesetter;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.web.Formats;

/** Makes the papers of a packet as tagged PDF. The same letters make the same bytes. */
public final class PacketPrint {

  private static final Formats FORMATS = Formats.in("en");

  /**
   * Avery 5160 and its like, in points: 30 labels of 2 5/8 by 1 inch, an eighth between columns.
   */
  private static final int ROWS = 10;

  private static final int COLUMNS = 3;
  private static final float LABEL_LEFT = 13.5f;
  private static final float LABEL_TOP = Sheets.HEIGHT - 36;
  private static final float LABEL_STEP = 198;
  private static final float LABEL_WIDTH = 189;
  private static final float LABEL_HEIGHT = 72;
  private static final float LABEL_PADDING = 9;
  private static final Style LABEL = Style.regular(10, 1.18f).gray(0);
  private static final Style LABEL_SMALL = Style.regular(8.5f, 1.18f).gray(0);

  private final Typesetter typesetter = new Typesetter();

  /** Counts nothing yet. */
  public PacketSummary summary() {
    return new PacketSummary(typesetter);
  }

  /**
   * Letters: a cover, and of the first part the summary; then the letters with own words, each on
   * pages of its own; then each text that several sent, once, with those who did.
   *
   * @param part from 1
   * @param letters of this part that are still there, by their numbers
   * @param whole of the whole packet; printed in the first part only
   */
  public byte[] part(
      PacketHead head, int part, List<PacketLetter> letters, Optional<PacketSummary> whole) {
    String of = head.parts() == 1 ? "" : ", part %d of %d".formatted(part, head.parts());
    return pdf(
        "Letters to %s: packet %s%s".formatted(head.office().addressed(), head.name(), of),
        head,
        sheets -> {
          var paper =
              new LettersPaper(
                  head, new PacketPage(sheets, typesetter, "Packet " + head.name() + of));
          paper.cover(part, letters.stream().map(PacketLetter::place).toList());
          whole.ifPresent(paper::summary);
          letters.stream().filter(PacketLetter::hasOwnWords).forEach(paper::letter);
          paper.sameTexts(letters.stream().filter(letter -> !letter.hasOwnWords()).toList());
        });
  }

  /** Address labels: for each part one with the office and one with the sender. */
  public byte[] labels(PacketHead head) {
    List<List<String>> labels = new ArrayList<>();
    for (int part = 1; part <= head.parts(); part++) {
      labels.add(officeLabel(head, part));
    }
    var from = head.organization();
    labels.addAll(
        Collections.nCopies(
            head.parts(),
            Stream.concat(Stream.of(from.name()), from.postalAddress().stream()).toList()));
    return pdf(
        "Address labels: packet " + head.name(),
        head,
        sheets -> {
          for (int i = 0; i < labels.size(); i++) {
            if (i % (ROWS * COLUMNS) == 0) {
              sheets.page();
            }
            label(sheets, labels.get(i), i % COLUMNS, i / COLUMNS % ROWS);
          }
        });
  }

  private static List<String> officeLabel(PacketHead head, int part) {
    String mark =
        head.parts() == 1
            ? "Constituent letters, " + head.name()
            : "Constituent letters, %s, part %d of %d".formatted(head.name(), part, head.parts());
    return Stream.of(
            Stream.of(head.office().addressed()), head.office().address().stream(), Stream.of(mark))
        .flatMap(lines -> lines)
        .toList();
  }

  /** As many lines as fit, in the middle of the label's height. */
  private void label(Sheets sheets, List<String> texts, int column, int row) {
    Style style = texts.size() > 4 ? LABEL_SMALL : LABEL;
    float room = LABEL_WIDTH - 2 * LABEL_PADDING;
    List<Line> lines =
        texts.stream()
            .flatMap(
                text ->
                    typesetter
                        .lines(typesetter.drawable(text), style.bold(), style.ems(room))
                        .stream())
            .limit((long) (LABEL_HEIGHT / style.leading()))
            .toList();
    float top =
        LABEL_TOP - row * LABEL_HEIGHT - (LABEL_HEIGHT - lines.size() * style.leading()) / 2;
    sheets.begin("P");
    for (int i = 0; i < lines.size(); i++) {
      float baseline = top - (i + 1) * style.leading() + style.size() / 4;
      sheets.place(lines.get(i), style, LABEL_LEFT + column * LABEL_STEP + LABEL_PADDING, baseline);
    }
    sheets.end();
  }

  /** The sheet that is signed where the packet is handed in: numbers of letters, and no name. */
  public byte[] sheet(PacketHead head, PacketSummary whole) {
    return pdf(
        "Delivery sheet: packet " + head.name(),
        head,
        sheets -> {
          var page = new PacketPage(sheets, typesetter, "Packet " + head.name());
          page.section("Delivery sheet");
          page.kind("DELIVERY SHEET, TO BE SIGNED AND KEPT BY THE SENDER");
          page.addressee(
              head.office().addressed(),
              Stream.concat(Stream.of(head.office().seat()), head.office().address().stream())
                  .toList());
          page.facts(facts(head, whole));
          page.subheading("Received by");
          page.form(List.of("Name", "Signature", "Date", "Time"), "Office stamp");
          page.subheading("Delivered by");
          page.form(List.of("Name", "Signature"), "");
          notDrawn(page, whole);
          page.end("Delivery sheet");
        });
  }

  private static List<List<String>> facts(PacketHead head, PacketSummary whole) {
    var from = head.organization();
    List<List<String>> facts = new ArrayList<>();
    facts.add(
        List.of(
            "Packet",
            "%s, made %s, in %s"
                .formatted(
                    head.name(),
                    FORMATS.date(head.made()),
                    head.parts() == 1 ? "one part" : head.parts() + " parts")));
    facts.add(List.of("Letter", head.title()));
    facts.add(List.of("Number of letters", FORMATS.number(whole.letters())));
    String there = Ranges.of(whole.present());
    facts.add(List.of("Their numbers", there.isEmpty() ? "none" : there));
    String gone = Ranges.of(whole.takenOut(head.letters()));
    if (!gone.isEmpty()) {
      facts.add(
          List.of(
              "Taken out",
              gone + "; an earlier print may still hold them: take them out before handing in"));
    }
    facts.add(
        List.of(
            "From",
            String.join(", ", from.name(), from.contactName(), from.email(), from.phone())));
    return facts;
  }

  private static void notDrawn(PacketPage page, PacketSummary whole) {
    if (!whole.notDrawn().isEmpty()) {
      page.small(
          "For the sender: not drawn in the print, where […] stands: %s."
              .formatted(
                  String.join(
                      "; ",
                      whole.notDrawn().stream()
                          .map(one -> "letter " + one.letter() + " " + one.field())
                          .toList())));
    }
  }

  private static byte[] pdf(String title, PacketHead head, Consumer<Sheets> content) {
    Instant made = head.printed().atStartOfDay(CivicClock.CONGRESS).toInstant();
    var about = new Head(title, head.organization().name(), head.title(), "en", made);
    try (Sheets sheets = Sheets.tagged(about)) {
      content.accept(sheets);
      var bytes = new ByteArrayOutputStream();
      sheets.save(bytes);
      return bytes.toByteArray();
    }
  }
}
