package org.joinvoices.signing;

/**
 * A person's name as typed, trimmed.
 *
 * @param prefix one of Mr., Mrs., Miss, Ms., Dr., or empty text when the letter only is signed
 *     (these five because the Senate's gateway takes no other)
 * @param given may be empty text for people of a single name
 * @param family never empty
 */
public record PersonName(String prefix, String given, String family) {

  @Override
  public String toString() {
    return "PersonName[hidden]";
  }
}
