package org.joinvoices.signing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MastodonServerTest {

  @ParameterizedTest
  @CsvSource({
    "mastodon.social, mastodon.social",
    "' Mastodon.Social ', mastodon.social",
    "https://mastodon.social/, mastodon.social",
    "https://mastodon.social/@me/123, mastodon.social",
    "@me@mastodon.social, mastodon.social",
    "me@social.example.org, social.example.org",
    "https://mastodon.social@evil.example/, evil.example",
    "bücher.example, xn--bcher-kva.example",
    "mаstodon.social, xn--mstodon-2fg.social"
  })
  void isReadFromWhatPeopleHaveAtHand(String typed, String host) {
    assertThat(MastodonServer.parse(typed)).contains(new MastodonServer(host));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mastodon",
        "localhost",
        "127.0.0.1",
        "2130706433",
        "[::1]",
        "mastodon.social:8443",
        "mastodon.social.",
        ".mastodon.social",
        "-a.example",
        "a b.example",
        "javascript:alert(1)",
        "//evil.example",
        "evil.example\\@mastodon.social?x",
        "evil.example?.mastodon.social",
        "evil.example#.mastodon.social",
        "a.example%2f",
        "a.example\r\nX-Header: 1",
        "a_b.example"
      })
  void isNothingThatIsNoHostName(String typed) {
    assertThat(MastodonServer.parse(typed)).isEmpty();
  }

  @Test
  void hasANameOfAnEnd() {
    assertThat(MastodonServer.parse("a.".repeat(126) + "b")).isPresent();
    assertThat(MastodonServer.parse("a.".repeat(127) + "b")).isEmpty();
    assertThat(MastodonServer.parse("x".repeat(64) + ".example")).isEmpty();
  }
}
