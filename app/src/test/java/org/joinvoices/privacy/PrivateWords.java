package org.joinvoices.privacy;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the suite's made-up people type, and what opens their pages. */
public final class PrivateWords {

  private static final Pattern TYPED =
      Pattern.compile(
          "mail(\\.|%2e)example|sample-(amira|sam|omar|nour)\\b|testperson|samplestreet"
              + "|sample words|sample-token",
          CASE_INSENSITIVE);

  /** What tests have databases, mail servers and their own faults quote of people on purpose. */
  private static final Pattern QUOTED = Pattern.compile("amira", CASE_INSENSITIVE);

  /** As the routes have them, with what is sealed or made by chance. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "/(confirm|thanks|r|data|authors|desk/link|desk/invitation)/[A-Za-z0-9_-]{20,}");

  private PrivateWords() {}

  /** The first one in what is written for operators, for whoever must mend it. */
  static Optional<String> findInLog(String text) {
    return find(text, TYPED, QUOTED, TOKEN);
  }

  /** The first one in an exception, other than those that tests make on purpose. */
  static Optional<String> findInException(String text) {
    return find(text, TYPED, TOKEN);
  }

  /** The first one in an address on a page, which may repeat the token that opened it. */
  public static Optional<String> findInAddress(String text) {
    return find(text, TYPED, QUOTED);
  }

  private static Optional<String> find(String text, Pattern... patterns) {
    return Stream.of(patterns)
        .map(pattern -> pattern.matcher(text))
        .filter(found -> found.find())
        .map(found -> found.group().startsWith("/") ? "a token" : found.group())
        .findFirst();
  }
}
