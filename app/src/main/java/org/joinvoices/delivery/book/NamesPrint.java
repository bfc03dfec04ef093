package org.joinvoices.delivery.book;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** Names and own words as the typeface can draw them; keeps a record of what it cannot. */
final class NamesPrint {

  private static final String NO_LETTER = "#";

  private final Typeface typeface;
  private final List<Manifest.NotDrawn> notDrawn = new ArrayList<>();

  NamesPrint(Typeface typeface) {
    this.typeface = typeface;
  }

  /** In the order of the list, by their first letter without its accent. */
  List<BookPage.Names> names(List<Signer> signers) {
    return signers.stream()
        .filter(Signer::isShown)
        .collect(groupingBy(NamesPrint::initial, LinkedHashMap::new, mapping(this::name, toList())))
        .entrySet()
        .stream()
        .map(group -> new BookPage.Names(group.getKey(), group.getValue()))
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

  private String name(Signer signer) {
    if (typeface.draws(signer.shownAs())) {
      return signer.shownAs();
    }
    notDrawn.add(new Manifest.NotDrawn(signer.number(), "shown_as"));
    return elsewhere(signer);
  }

  private BookPage.Words words(Signer signer) {
    if (!typeface.draws(signer.ownWords())) {
      notDrawn.add(new Manifest.NotDrawn(signer.number(), "own_words"));
    }
    String words = typeface.drawable(signer.ownWords(), elsewhere(signer));
    return new BookPage.Words(by(signer), LetterPrint.paragraphs(words));
  }

  private String by(Signer signer) {
    if (!signer.isShown()) {
      return "A signer who asked not to be shown";
    }
    return typeface.draws(signer.shownAs()) ? signer.shownAs() : elsewhere(signer);
  }

  /** In place of what cannot be drawn. */
  private static String elsewhere(Signer signer) {
    return "[not drawn here: see number " + signer.number() + " in signatures.csv]";
  }

  private static String initial(Signer signer) {
    String plain = Normalizer.normalize(signer.shownAs(), Normalizer.Form.NFD);
    int first = plain.codePointAt(0);
    return Character.isLetter(first)
        ? Character.toString(first).toUpperCase(Locale.ROOT)
        : NO_LETTER;
  }
}
