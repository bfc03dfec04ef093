package org.joinvoices.delivery.book;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.joinvoices.action.Addressee;
import org.joinvoices.delivery.print.Sheets;
import org.joinvoices.delivery.print.Typesetter;
import org.joinvoices.platform.cells.Cell;
import org.joinvoices.platform.web.Formats;

/**
 * {@code petition-book.pdf}: cover, letter, numbers, the signatures or where they are, own words,
 * and how it was counted. Tagged for screen readers (PDF/UA-1).
 */
final class FrontVolume {

  private static final Formats FORMATS = Formats.in("en");

  private final Edition edition;
  private final Headings headings;
  private final Numbers numbers;
  private final Volumes volumes;
  private final Typesetter typesetter;
  private final Print print;

  FrontVolume(
      Edition edition,
      Headings headings,
      Numbers numbers,
      Volumes volumes,
      Typesetter typesetter,
      Print print) {
    this.edition = edition;
    this.headings = headings;
    this.numbers = numbers;
    this.volumes = volumes;
    this.typesetter = typesetter;
    this.print = print;
  }

  void write(OutputStream out) {
    String kind = headings.kind();
    var head =
        headings.head(
            kind.toLowerCase(FORMATS.locale()),
            kind + ": signatures " + FORMATS.number(numbers.signatures()));
    try (Sheets sheets = Sheets.tagged(head)) {
      var page = new FrontPage(sheets, typesetter);
      cover(page);
      letters(page);
      numbers(page);
      signatures(page);
      ownWords(page);
      rules(page);
      headings.number(sheets, typesetter, 1, FrontPage.MARGIN, "");
      sheets.save(out);
    }
  }

  // Cover

  private void cover(FrontPage page) {
    page.cover();
    if (!edition.frozen()) {
      page.notice(
          "Provisional, not frozen.",
          "This copy shows the state as of "
              + moment(edition.asOf())
              + ". It is for the organizer only and not for handing over or publishing.");
    }
    page.kind(headings.kind());
    page.title(headings.title());
    page.label("To");
    addressees().forEach(to -> page.person(text(to.name()), text(to.office())));
    page.label("From");
    var action = edition.action();
    String place = String.join(", ", action.organization().postalAddress());
    page.person(
        text(String.join(", ", action.authors())),
        "presented by " + headings.organization() + ", " + text(place));
    page.count(
        FORMATS.number(numbers.signatures()),
        (numbers.signatures() == 1 ? "signature " : "signatures ") + confirmedWhen());
    page.facts(facts());
    page.end();
  }

  private List<String> facts() {
    return Stream.concat(
            numbers.onPaper() == 0
                ? Stream.empty()
                : Stream.of(
                    "Of these on paper, on the word of a witness: "
                        + FORMATS.number(numbers.onPaper())),
            Stream.of(
                (edition.frozen() ? "Frozen: " : "As of: ") + moment(edition.asOf()),
                "Deadline: " + deadline(),
                "Letter: version " + edition.letters().getFirst().number(),
                "Made: " + moment(edition.madeAt())))
        .toList();
  }

  private String confirmedWhen() {
    if (headings.isSupplement()) {
      return "given before the deadline and confirmed within 48 hours after it";
    }
    return edition.frozen() ? "confirmed before the deadline" : "confirmed so far";
  }

  /** Those who hold the offices at the freeze; of a provisional book, now. */
  private List<Addressee> addressees() {
    return edition.action().addressees().stream().filter(to -> to.validAt(edition.asOf())).toList();
  }

  // The letter

  private void letters(FrontPage page) {
    record Wording(int version, org.joinvoices.action.LetterText letter) {}
    var wordings =
        edition.letters().stream()
            .flatMap(
                version ->
                    LetterPrint.texts(edition.action(), version)
                        .map(letter -> new Wording(version.number(), letter)))
            .toList();
    for (Wording wording : wordings) {
      var letter = wording.letter();
      String language = FORMATS.language(letter.language());
      String which = "version " + wording.version() + ", " + language;
      page.section("The letter" + (wordings.size() > 1 ? " (" + which + ")" : ""));
      page.letter(
          letter.language(),
          text(letter.salutation()),
          LetterPrint.paragraphs(text(letter.opening())),
          letter.demands().stream().map(demand -> text(demand.text())).toList(),
          LetterPrint.paragraphs(text(letter.closing())));
      page.small(
          "Version %d, %s. SHA-256 of its wording: %s"
              .formatted(wording.version(), language, LetterPrint.hash(letter)));
      page.end();
    }
  }

  // The numbers

  private void numbers(FrontPage page) {
    page.section("The numbers");
    page.paragraph(summary());
    if (numbers.signatures() > 0) {
      page.paragraph(
          "So that nobody can be picked out, counts below ten are merged into one line, together"
              + " with a larger one where the merged line would still give them away.");
      counts(page, "By state or country", "Place", numbers.byPlace());
      counts(page, "By the week of confirmation", "Week", numbers.byWeek());
      if (numbers.byLetterVersion().size() > 1) {
        counts(page, "By version of the letter", "Version", numbers.byLetterVersion());
      }
    }
    page.end();
  }

  private String summary() {
    var text = new StringBuilder(FORMATS.number(numbers.signatures()));
    text.append(numbers.signatures() == 1 ? " person signed" : " people signed");
    if (numbers.shown() > 0) {
      text.append("; ").append(FORMATS.number(numbers.shown())).append(" of them ");
      text.append(numbers.shown() == 1 ? "is" : "are").append(" listed with a name or initials");
    }
    if (numbers.countedOnly() > 0) {
      text.append("; ").append(FORMATS.number(numbers.countedOnly()));
      text.append(" asked to be counted without being shown");
    }
    text.append('.');
    if (numbers.onPaper() > 0) {
      text.append(" Of all of them, ").append(FORMATS.number(numbers.onPaper()));
      text.append(
          numbers.onPaper() == 1
              ? " signed on paper and counts on the word of a witness."
              : " signed on paper and count on the word of a witness.");
    }
    if (numbers.endedSince() > 0) {
      text.append(' ').append(FORMATS.number(numbers.endedSince()));
      text.append(
          " ended their signature after this book was frozen: still counted in the numbers that"
              + " were handed over, no longer listed.");
    }
    return text.toString();
  }

  private static void counts(FrontPage page, String caption, String of, List<Cell> cells) {
    page.heading(caption);
    var rows = new ArrayList<List<String>>();
    cells.forEach(cell -> rows.add(List.of(cell.name(), FORMATS.number(cell.signatures()))));
    long sum = cells.stream().mapToLong(Cell::signatures).sum();
    rows.add(List.of("All", FORMATS.number(sum)));
    page.table(List.of(of, "Signatures"), rows);
  }

  // The signatures

  private void signatures(FrontPage page) {
    page.section("The signatures");
    if (numbers.shown() == 0) {
      page.paragraph("Nobody in this book asked to be shown by name or initials.");
    }
    if (volumes.names().isEmpty()) {
      names(page);
    } else {
      whereNamesAre(page);
    }
    if (numbers.countedOnly() > 0) {
      page.paragraph(
          (numbers.shown() > 0 ? "and " : "")
              + FORMATS.number(numbers.countedOnly())
              + " who asked to be counted without being shown.");
    }
    page.end();
  }

  private void names(FrontPage page) {
    var drawn = new ArrayList<Signer>();
    var elsewhere = new ArrayList<String>();
    for (Signer signer : volumes.frontNames()) {
      if (print.draws(signer)) {
        drawn.add(signer);
      } else {
        elsewhere.add(Integer.toString(signer.number()));
      }
    }
    drawn.stream()
        .collect(
            groupingBy(signer -> Print.initial(signer.shownAs()), LinkedHashMap::new, toList()))
        .forEach(
            (initial, signers) ->
                page.names(initial, signers.stream().map(Signer::shownAs).toList()));
    if (!elsewhere.isEmpty()) {
      page.paragraph(
          (drawn.isEmpty() ? "" : "and ")
              + FORMATS.number(elsewhere.size())
              + " in signs that this book’s typefaces lack; the file signatures.csv names them, at "
              + (elsewhere.size() == 1 ? "number " : "numbers ")
              + String.join(", ", elsewhere)
              + ".");
    }
  }

  private void whereNamesAre(FrontPage page) {
    var names = volumes.names();
    int lacking = names.stream().mapToInt(volume -> volume.notDrawn().size()).sum();
    page.paragraph(
        "The %s who are shown are listed in %s of up to %s names each, in alphabetical order."
            .formatted(
                FORMATS.number(numbers.shown()),
                names.size() == 1 ? "one volume" : FORMATS.number(names.size()) + " volumes",
                FORMATS.number(Volume.NAMES)));
    if (lacking > 0) {
      page.paragraph(
          FORMATS.number(lacking)
              + " of them in signs that this book’s typefaces lack; in their place the volumes say"
              + " so, and the file signatures.csv names them.");
    }
    page.table(
        List.of("Volume", "Numbers", "From", "To"),
        names.stream()
            .map(
                volume ->
                    List.of(volume.file().name(), numbers(volume), volume.first(), volume.last()))
            .toList());
  }

  private static String numbers(Volume volume) {
    return FORMATS.number(volume.from()) + " to " + FORMATS.number(volume.to());
  }

  // Own words

  private void ownWords(FrontPage page) {
    var here = volumes.frontWords();
    var elsewhere = volumes.words();
    if (here.isEmpty() && elsewhere.isEmpty()) {
      return;
    }
    page.section("In their own words");
    page.paragraph(
        "Written by signers who agreed that their words may appear here. They speak for"
            + " themselves, not for the organization.");
    if (!elsewhere.isEmpty()) {
      page.paragraph(
          "%s signers let their own words appear. Those of the first %s, in the order of the list, are here; the others are in %s."
              .formatted(
                  FORMATS.number(numbers.ownWords()),
                  FORMATS.number(here.size()),
                  elsewhere.size() == 1
                      ? elsewhere.getFirst().file().name()
                      : elsewhere.getFirst().file().name()
                          + " to "
                          + elsewhere.getLast().file().name()));
    }
    here.forEach(signer -> page.words(print.words(signer)));
    page.end();
  }

  // The rules

  private void rules(FrontPage page) {
    page.section("How this was counted");
    page.list(CountingRules.of(deadline(), numbers.onPaper()));
    page.end();
  }

  private String moment(Instant instant) {
    return FORMATS.shortMoment(instant.atZone(edition.action().deadline().getZone()));
  }

  private String deadline() {
    return FORMATS.shortMoment(edition.action().deadline());
  }

  private String text(String text) {
    return typesetter.drawable(text);
  }
}
