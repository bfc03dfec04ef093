package org.joinvoices.districts.bulk;

/** A file that cannot be matched; the message is for people and quotes nothing of it. */
final class BadCsv extends Exception {

  private static final long serialVersionUID = 1;

  BadCsv(String sentence) {
    super(sentence);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
