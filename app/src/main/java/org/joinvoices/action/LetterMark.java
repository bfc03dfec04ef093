package org.joinvoices.action;

/**
 * Names the words of one {@link LetterVersion}. The number alone does not: a version nobody has
 * joined yet is edited under the same number.
 *
 * @param number of the version
 * @param contentHash SHA-256 of its texts, 64 hexadecimal digits
 */
public record LetterMark(int number, String contentHash) {

  private static final int DIGITS_SHOWN = 8;

  /**
   * As a form carries it, for example {@code 1-9f86d081}: enough to notice an edit, not a proof.
   */
  public String shown() {
    return number + "-" + contentHash.substring(0, DIGITS_SHOWN);
  }
}
