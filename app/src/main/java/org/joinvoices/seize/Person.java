package org.joinvoices.seize;

/**
 * Somebody made up, with words that nobody else has, so that each can be looked for. The given name
 * of all is {@code Sample}.
 *
 * @param number index among the candidates
 * @param unique what of each field is theirs alone
 * @param sends messages, and so writes own words and gives a phone number
 */
record Person(int number, Fate fate, Place place, String language, boolean sends, Unique unique) {

  /**
   * Small letters only, but for the phone number.
   *
   * @param phone {@code NNN-555-01NN}, which nobody has
   */
  record Unique(String name, String mailbox, String street, String phone, String words) {}

  /**
   * Where somebody lives, in no other's ZIP code.
   *
   * @param district the one seat in the House of the ZIP code
   */
  record Place(String locality, String region, String zip, String district) {}

  String family() {
    return "Testperson" + unique.name();
  }

  String email() {
    return unique.mailbox() + "@mail.example";
  }

  String street() {
    return number + " Samplestreet " + unique.street();
  }

  String ownWords() {
    return "Please read these sample words: " + unique.words() + ".";
  }

  @Override
  public String toString() {
    return "Person[" + number + "]";
  }
}
