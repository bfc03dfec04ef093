package org.joinvoices.delivery.book;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.joinvoices.delivery.print.Typesetter;

/** Names and own words as they can be drawn; keeps a record of what cannot. */
final class Print {

  static final String SHOWN_AS = "shown_as";
  static final String OWN_WORDS = "own_words";

  private static final String NO_LETTER = "#";

  private final Typesetter typesetter;
  private final List<Manifest.NotDrawn> notDrawn = new ArrayList<>();

  Print(Typesetter typesetter) {
    this.typesetter = typesetter;
  }

  /** Whether the name can be drawn; if not, that is recorded, and the list names it by number. */
  boolean draws(Signer signer) {
    boolean drawn = typesetter.draws(signer.shownAs());
    if (!drawn) {
      notDrawn.add(new Manifest.NotDrawn(signer.number(), SHOWN_AS));
    }
    return drawn;
  }

  /** Own words as a book prints them; where something is left out, that is recorded and said. */
  Words words(Signer signer) {
    boolean whole = typesetter.draws(signer.ownWords());
    if (!whole) {
      notDrawn.add(new Manifest.NotDrawn(signer.number(), OWN_WORDS));
    }
    String by = whole ? by(signer) : by(signer) + "; in full" + number(signer);
    return new Words(by, LetterPrint.paragraphs(typesetter.drawable(signer.ownWords())));
  }

  /**
   * One signer's own words.
   *
   * @param by whose they are
   */
  record Words(String by, List<String> paragraphs) {

    @Override
    public String toString() {
      return "Words[hidden]";
    }
  }

  List<Manifest.NotDrawn> notDrawn() {
    return List.copyOf(notDrawn);
  }

  /** The first letter without its accent. */
  static String initial(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD);
    int first = plain.codePointAt(0);
    return Character.isLetter(first) ? Character.toString(Character.toUpperCase(first)) : NO_LETTER;
  }

  private String by(Signer signer) {
    if (!signer.isShown()) {
      return "A signer who asked not to be shown";
    }
    return typesetter.draws(signer.shownAs())
        ? signer.shownAs()
        : "A signer whose name is" + number(signer);
  }

  private static String number(Signer signer) {
    return " at number " + signer.number() + " of signatures.csv";
  }
}
