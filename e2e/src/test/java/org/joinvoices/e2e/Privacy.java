package org.joinvoices.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.util.Collection;
import java.util.regex.Pattern;

/** What nobody may read but those whom it is about. */
final class Privacy {

  private static final Pattern TOKEN =
      Pattern.compile("/(confirm|thanks|r|data|desk/link|desk/invitation)/[A-Za-z0-9_-]{20,}");

  private Privacy() {}

  /** Asserts that no person of these stories is named, and that nothing opens their pages. */
  static void assertTellsOfNobody(String where, String text) {
    assertThat(Person.PRIVATE_WORDS).as("private words in " + where).noneMatch(text::contains);
    assertThat(TOKEN.matcher(text).results()).as("tokens in " + where).isEmpty();
  }

  /**
   * Addresses go into histories and logs of others; those of a link's own page may hold its token.
   */
  static void assertAddressesNameNobody(String page, Collection<String> addresses) {
    assertThat(addresses)
        .as("addresses on " + page)
        .allSatisfy(
            address ->
                assertThat(URLDecoder.decode(address, UTF_8)).doesNotContain(Person.PRIVATE_WORDS));
  }
}
