package org.joinvoices.action;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.joinvoices.platform.crypto.Sha256;
import tools.jackson.databind.json.JsonMapper;

/**
 * The wording of a letter that signatures are bound to. Frozen once somebody has joined it; a
 * change makes the next.
 *
 * @param number from 1
 * @param texts one per language, the original first
 * @param contentHash as stored when the texts were written: SHA-256 of their JSON, hexadecimal
 */
public record LetterVersion(int number, List<LetterText> texts, String contentHash) {

  public LetterVersion {
    texts = List.copyOf(texts);
  }

  /** With the hash of these texts. */
  public LetterVersion(int number, List<LetterText> texts) {
    this(number, texts, Sha256.hex(json(texts).getBytes(StandardCharsets.UTF_8)));
  }

  /** The canonical form: what is stored, and what is hashed. */
  static String json(List<LetterText> texts) {
    return JsonMapper.shared().writeValueAsString(texts);
  }

  /** Which words these are. */
  public LetterMark mark() {
    return new LetterMark(number, contentHash);
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
