package org.joinvoices.signing;

import java.time.Instant;
import java.util.List;
import org.joinvoices.action.ActionId;
import org.joinvoices.action.LetterText;

/**
 * That the authors of a letter approved one of its texts. It holds for these very words.
 *
 * @param wordsHash of what they read, as {@link LetterText#wordsHash}
 * @param at civic time
 */
public record Approval(String language, String wordsHash, Instant at) {

  /** Whether it holds for a text as it is now. */
  public boolean isOf(LetterText text) {
    return language.equals(text.language()) && wordsHash.equals(text.wordsHash());
  }

  /** Where that is known; asked by pages that everybody sees. */
  @FunctionalInterface
  public interface Records {

    /** All there are, also of words that have changed since. */
    List<Approval> of(ActionId action);
  }
}
