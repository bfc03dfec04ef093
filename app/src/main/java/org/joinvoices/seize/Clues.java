package org.joinvoices.seize;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;

/** By what a candidate could be recognised, given these keys. */
final class Clues {

  private static final List<String> DIGESTS = List.of("MD5", "SHA-1", "SHA-256", "SHA-512");

  private Clues() {}

  static Needles of(List<Person> candidates, List<Keyring.Key> keys) {
    var needles = new Needles();
    for (Person person : candidates) {
      addFields(needles, person);
      addDigests(needles, person);
      keys.forEach(key -> addImprints(needles, person, key));
    }
    return needles;
  }

  private static void addFields(Needles needles, Person person) {
    var unique = person.unique();
    needles.addText(unique.name(), person.number(), Kind.NAME);
    needles.addText(unique.mailbox(), person.number(), Kind.EMAIL);
    needles.addText(unique.street(), person.number(), Kind.STREET);
    needles.addText(unique.phone(), person.number(), Kind.PHONE);
    needles.addText(unique.phone().replace("-", ""), person.number(), Kind.PHONE);
    needles.addText(unique.words(), person.number(), Kind.OWN_WORDS);
    // five digits stand for themselves only where a value begins and ends with them
    for (String quote : List.of(":\"%s\"", " \"%s\"", ",\"%s\"", ">%s</")) {
      needles.addText(quote.formatted(person.place().zip()), person.number(), Kind.POSTAL_CODE);
    }
  }

  /** Hashes without a key, of what is guessed easily. */
  private static void addDigests(Needles needles, Person person) {
    List<String> guessed =
        List.of(
            person.email(),
            "Sample " + person.family(),
            nameKey(person),
            unpunctuated(person.unique().phone()));
    for (String algorithm : DIGESTS) {
      for (String guess : guessed) {
        needles.addBytes(digest(algorithm, guess), person.number(), Kind.IMPRINT);
      }
    }
  }

  private static byte[] digest(String algorithm, String text) {
    try {
      return MessageDigest.getInstance(algorithm).digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }

  /** What the house itself hashes, under each key for each purpose. */
  private static void addImprints(Needles needles, Person person, Keyring.Key key) {
    String place = "US " + person.place().zip();
    String street = unpunctuated(person.street());
    add(needles, person, key, "mailbox", person.email());
    add(needles, person, key, "desk mailbox", person.email());
    add(needles, person, key, "person", nameKey(person));
    add(needles, person, key, "household", person.email() + " " + place);
    add(needles, person, key, "sheet", nameKey(person) + "\n" + street + " " + place);
  }

  private static void add(
      Needles needles, Person person, Keyring.Key key, String purpose, String input) {
    byte[] name = purpose.getBytes(UTF_8);
    byte[] text = input.getBytes(UTF_8);
    byte[] framed =
        ByteBuffer.allocate(Integer.BYTES + name.length + text.length)
            .putInt(name.length)
            .put(name)
            .put(text)
            .array();
    try {
      needles.addBytes(key.hash().computeMac(framed), person.number(), Kind.IMPRINT);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot hash", e);
    }
  }

  private static String nameKey(Person person) {
    return "sample" + person.family().toLowerCase(Locale.ROOT);
  }

  private static String unpunctuated(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
