package org.joinvoices.action;

import java.util.List;

/**
 * The wording of a letter that signatures are bound to. Frozen once somebody has joined it; a
 * change makes the next.
 *
 * @param number from 1
 * @param texts one per language, the original first
 */
public record LetterVersion(int number, List<LetterText> texts) {

  public LetterVersion {
    texts = List.copyOf(texts);
  }

  /** The text in this language, else the original. */
  public LetterText in(String language) {
    return texts.stream()
        .filter(text -> text.language().equals(language))
        .findFirst()
        .orElse(texts.getFirst());
  }

  public LetterText original() {
    return texts.getFirst();
  }

  public List<String> languages() {
    return texts.stream().map(LetterText::language).toList();
  }
}
