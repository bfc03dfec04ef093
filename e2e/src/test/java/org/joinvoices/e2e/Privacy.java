package org.joinvoices.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

/** What nobody may read but those whom it is about. */
final class Privacy {

  private static final Pattern TOKEN =
      Pattern.compile(
          "/(confirm|thanks|r|data|desk/link|desk/invitation|authors|partner)/[A-Za-z0-9_-]{20,}");

  private Privacy() {}

  /** Asserts that no person of these stories is named, and that nothing opens their pages. */
  static void assertTellsOfNobody(String where, String text) {
    assertThat(Person.PRIVATE_WORDS).as("private words in " + where).noneMatch(text::contains);
    assertThat(TOKEN.matcher(text).results()).as("tokens in " + where).isEmpty();
  }
}
