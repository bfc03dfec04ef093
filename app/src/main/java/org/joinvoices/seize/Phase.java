package org.joinvoices.seize;

/** Which key of the letter lies there on the day of a seizure. */
enum Phase {
  LETTER_KEY("the letter's key is in use"),
  KEY_COPIES("the letter's key is destroyed; copies of it are kept with the backups"),
  NO_KEY("the letter's key is destroyed, and no copy of it is left");

  private final String words;

  Phase(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
