package org.joinvoices.delivery.book;

import java.util.List;
import java.util.stream.Stream;
import org.joinvoices.action.Action;
import org.joinvoices.action.Addressee;
import org.joinvoices.action.Demand;
import org.joinvoices.action.LetterText;
import org.joinvoices.action.LetterVersion;
import org.joinvoices.delivery.BookPart;
import org.joinvoices.platform.web.Formats;

/** Puts together what the template prints. */
final class BookPages {

  private static final Formats FORMATS = Formats.in("en");

  private final String style;
  private final Typeface typeface;

  BookPages(String style, Typeface typeface) {
    this.style = style;
    this.typeface = typeface;
  }

  BookPage page(Edition edition, Numbers numbers, List<Signer> signers, NamesPrint print) {
    Action action = edition.action();
    var zone = action.deadline().getZone();
    return new BookPage(
        style,
        text(action.letter().in(action.defaultLanguage()).title()),
        edition.frozen(),
        edition.part() == BookPart.SUPPLEMENT,
        FORMATS.shortMoment(edition.asOf().atZone(zone)),
        FORMATS.shortMoment(edition.madeAt().atZone(zone)),
        FORMATS.shortMoment(action.deadline()),
        addressees(edition),
        text(action.organization().name()),
        text(String.join(", ", action.organization().postalAddress())),
        action.authors().stream().map(this::text).toList(),
        edition.letters().stream().flatMap(letter -> letters(action, letter)).toList(),
        numbers.signatures(),
        numbers.shown(),
        numbers.countedOnly(),
        numbers.endedSince(),
        numbers.byPlace(),
        numbers.byWeek(),
        numbers.byLetterVersion(),
        print.names(signers),
        print.namedElsewhere(signers),
        print.words(signers));
  }

  /** Those who hold the offices at the freeze; of a provisional book, now. */
  private static List<Addressee> addressees(Edition edition) {
    return edition.action().addressees().stream().filter(to -> to.validAt(edition.asOf())).toList();
  }

  private Stream<BookPage.Letter> letters(Action action, LetterVersion version) {
    return LetterPrint.texts(action, version).map(text -> letter(version.number(), text));
  }

  private BookPage.Letter letter(int version, LetterText letter) {
    return new BookPage.Letter(
        version,
        letter.language(),
        FORMATS.language(letter.language()),
        text(letter.salutation()),
        paragraphs(letter.opening()),
        letter.demands().stream().map(d -> new Demand(d.number(), text(d.text()))).toList(),
        paragraphs(letter.closing()),
        LetterPrint.hash(letter));
  }

  private List<String> paragraphs(String text) {
    return LetterPrint.paragraphs(text(text));
  }

  private String text(String text) {
    return typeface.drawable(text);
  }
}
