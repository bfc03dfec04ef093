package org.joinvoices.signing;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.joinvoices.signing.ShareLinks.Way;
import org.junit.jupiter.api.Test;

class ShareLinksTest {

  private static final URI HOUSE = URI.create("https://house.example");

  @Test
  void carryTheTitleAndTheAddressAndNothingElse() {
    var share = ShareLinks.of(HOUSE, "en", "A fair & open door", "/actions/door");

    assertThat(urls(share))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "E-mail",
                "mailto:?subject=A%20fair%20%26%20open%20door&body=A%20fair%20%26%20open%20door"
                    + "%0D%0A%0D%0Ahttps%3A%2F%2Fhouse.example%2Factions%2Fdoor",
                "Text message",
                "sms:?&body=A%20fair%20%26%20open%20door%20https%3A%2F%2Fhouse.example%2Factions%2Fdoor",
                "WhatsApp",
                "https://wa.me/?text=A%20fair%20%26%20open%20door%20https%3A%2F%2Fhouse.example%2Factions%2Fdoor",
                "Bluesky",
                "https://bsky.app/intent/compose?text=A%20fair%20%26%20open%20door%20https%3A%2F%2Fhouse.example%2Factions%2Fdoor",
                "Mastodon",
                "/actions/door/mastodon",
                "X",
                "https://x.com/intent/post?text=A%20fair%20%26%20open%20door&url=https%3A%2F%2Fhouse.example%2Factions%2Fdoor",
                "Facebook",
                "https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fhouse.example%2Factions%2Fdoor"));
  }

  @Test
  void spellAccentsQuotesAndPlusSignsSoThatTheyArriveAsTheyAre() {
    var share =
        ShareLinks.of(HOUSE, "es", "¿Quién dijo \"mañana\"? 1+1 #ya 100% 'sí'", "/es/actions/door");

    assertThat(urls(share).get("WhatsApp"))
        .isEqualTo(
            "https://wa.me/?text=%C2%BFQui%C3%A9n%20dijo%20%22ma%C3%B1ana%22%3F%201%2B1%20%23ya%20100%25%20%27s%C3%AD%27"
                + "%20https%3A%2F%2Fhouse.example%2Fes%2Factions%2Fdoor");
    assertThat(share.ways())
        .allSatisfy(
            way -> assertThat(way.url()).matches("[A-Za-z0-9:/?&=%._*-]+").doesNotContain("+"))
        .allSatisfy(way -> assertThat(URI.create(way.url()).toString()).isEqualTo(way.url()));
  }

  @Test
  void nameTheWaysInTheReadersLanguage() {
    assertThat(urls(ShareLinks.of(HOUSE, "es", "Carta", "/es/actions/door")))
        .containsKeys("Correo electrónico", "Mensaje de texto", "WhatsApp");
  }

  @Test
  void goToTheServerOfMastodonThatSomebodyNamed() {
    var share = ShareLinks.of(HOUSE, "en", "A door", "/actions/door");

    assertThat(share.on(new MastodonServer("mastodon.social")))
        .isEqualTo(
            "https://mastodon.social/share?text=A%20door%20https%3A%2F%2Fhouse.example%2Factions%2Fdoor");
  }

  private static Map<String, String> urls(ShareLinks share) {
    return share.ways().stream().collect(toMap(Way::name, Way::url));
  }
}
