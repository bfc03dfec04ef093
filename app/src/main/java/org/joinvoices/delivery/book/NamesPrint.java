package org.joinvoices.delivery.book;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Names and own words as the typeface can draw them; keeps a record of what it cannot. */
final class NamesPrint {

  private static final String NO_LETTER = "#";

  private final Typeface typeface;
  private final List<Manifest.NotDrawn> notDrawn = new ArrayList<>();

  NamesPrint(Typeface typeface) {
    this.typeface = typeface;
  }

  /**
   * In the order of the list, by their first letter without its accent. Whom the typeface cannot
   * draw is found by number instead: {@link #namedElsewhere}.
   */
  List<BookPage.Names> names(List<Signer> signers) {
    return signers.stream()
        .filter(signer -> signer.isShown() && draws(signer))
        .collect(
            groupingBy(NamesPrint::initial, LinkedHashMap::new, mapping(Signer::shownAs, toList())))
        .entrySet()
        .stream()
        .map(group -> new BookPage.Names(group.getKey(), group.getValue()))
        .toList();
  }

  /** Numbers in {@code signatures.csv} of those whose names the typeface cannot draw. */
  List<Integer> namedElsewhere(List<Signer> signers) {
    return signers.stream()
        .filter(signer -> signer.isShown() && !draws(signer))
        .map(this::elsewhere)
        .toList();
  }

  List<BookPage.Words> words(List<Signer> signers) {
    return signers.stream()
        .filter(signer -> !signer.ownWords().isEmpty())
        .map(this::words)
        .toList();
  }

  List<Manifest.NotDrawn> notDrawn() {
    return List.copyOf(notDrawn);
  }

  private boolean draws(Signer signer) {
    return typeface.draws(signer.shownAs());
  }

  private int elsewhere(Signer signer) {
    notDrawn.add(new Manifest.NotDrawn(signer.number(), "shown_as"));
    return signer.number();
  }

  private BookPage.Words words(Signer signer) {
    boolean whole = typeface.draws(signer.ownWords());
    if (!whole) {
      notDrawn.add(new Manifest.NotDrawn(signer.number(), "own_words"));
    }
    String words = typeface.drawable(signer.ownWords());
    String by = whole ? by(signer) : by(signer) + "; in full" + number(signer);
    return new BookPage.Words(by, LetterPrint.paragraphs(words));
  }

  private String by(Signer signer) {
    if (!signer.isShown()) {
      return "A signer who asked not to be shown";
    }
    return draws(signer) ? signer.shownAs() : "A signer whose name is" + number(signer);
  }

  private static String number(Signer signer) {
    return " at number " + signer.number() + " of signatures.csv";
  }

  private static String initial(Signer signer) {
    String plain = Normalizer.normalize(signer.shownAs(), Normalizer.Form.NFD);
    int first = plain.codePointAt(0);
    return Character.isLetter(first) ? Character.toString(Character.toUpperCase(first)) : NO_LETTER;
  }
}
