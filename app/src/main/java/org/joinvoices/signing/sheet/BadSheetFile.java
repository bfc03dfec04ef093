package org.joinvoices.signing.sheet;

/** A file that cannot be imported; the message is for people and quotes none of its rows. */
public final class BadSheetFile extends Exception {

  private static final long serialVersionUID = 1;

  BadSheetFile(String sentence) {
    super(sentence);
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }
}
