package org.joinvoices.e2e;

import java.util.List;

/**
 * A made-up supporter. Streets and mailboxes do not exist.
 *
 * @param ownWords empty text for those who add nothing
 */
record Person(
    String prefix,
    String given,
    String family,
    String email,
    String street,
    String locality,
    String region,
    String postalCode,
    String ownWords) {

  /** Pieces of what these people type; none of them may stand in a log. */
  static final List<String> PRIVATE_WORDS =
      List.of(
          "@mail.example",
          "@many.example",
          "Haddadeen",
          "Elmbrook",
          "Matamoros",
          "Okonkwo",
          "Old Foundry",
          "congregation has hosted",
          "Tsosie",
          "Multitude",
          "Thousandth");

  static Person amira() {
    return new Person(
        "Ms.",
        "Amirah",
        "Haddadeen",
        "amira.haddadeen@mail.example",
        "4417 Elmbrook Terrace",
        "Cleveland",
        "OH",
        "44109",
        "Texto de ejemplo: nadie debería esperar catorce meses en Matamoros.");
  }

  static Person ruth() {
    return new Person(
        "Mrs.",
        "Ruthanne",
        "Okonkwo-Bell",
        "ruth.okonkwo@mail.example",
        "86 Old Foundry Lane NE",
        "Atlanta",
        "GA",
        "30303",
        "Sample words: a congregation has hosted three families since last spring.");
  }

  static Person sam() {
    return new Person("", "Samuel", "Tsosie-Lind", "sam.tsosie@mail.example", "", "", "", "", "");
  }

  /** Whoever only looks what would be sent. */
  static Person sample() {
    return new Person(
        "Mr.",
        "Sample-Preview",
        "Testperson",
        "preview@mail.example",
        "1 Samplestreet",
        "Cleveland",
        "OH",
        "44109",
        "");
  }

  /** One of many in Denver, which has a single district. */
  static Person ofMany(int number) {
    return new Person(
        "Dr.",
        "Person" + number,
        "Multitude",
        "person%d@many.example".formatted(number),
        "%d Thousandth Street".formatted(number),
        "Denver",
        "CO",
        "80202",
        "");
  }

  Person withEmail(String other) {
    return new Person(prefix, given, family, other, street, locality, region, postalCode, ownWords);
  }

  Person withName(String otherGiven, String otherFamily) {
    return new Person(
        prefix, otherGiven, otherFamily, email, street, locality, region, postalCode, ownWords);
  }

  Person withZip(String otherCode, String otherRegion) {
    return new Person(
        prefix, given, family, email, street, locality, otherRegion, otherCode, ownWords);
  }
}
