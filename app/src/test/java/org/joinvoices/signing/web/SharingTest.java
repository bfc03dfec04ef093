package org.joinvoices.signing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.joinvoices.signing.SampleForms.send;
import static org.joinvoices.signing.SampleForms.with;

import java.time.Duration;
import java.util.Map;
import org.joinvoices.signing.SignatureKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A letter is passed on by its public address, whatever page one stands on. */
class SharingTest {

  private static final String PAGE = "/actions/sample-letter";

  private final PublicPages pages = new PublicPages();

  @AfterEach
  void close() {
    pages.close();
  }

  @Test
  void endsTheActionPage() throws Exception {
    assertThat(pages.open(PAGE).getContentAsString())
        .contains(
            "Pass it on",
            "value=\"https://house.example/actions/sample-letter\" dir=\"ltr\" readonly")
        .contains(
            "href=\"https://wa.me/?text=Sample%20title%20en%20https%3A%2F%2Fhouse.example%2Factions%2Fsample-letter\""
                + " rel=\"noopener noreferrer\"")
        .contains("href=\"mailto:?subject=Sample%20title%20en&amp;body=")
        .contains("href=\"/actions/sample-letter/mastodon\"");
    assertThat(pages.open("/es" + PAGE).getContentAsString())
        .contains("Difunda la carta", "value=\"https://house.example/es/actions/sample-letter\"");
  }

  @Test
  void isNotAskedOfAnybodyOnceTheLetterIsClosed() throws Exception {
    pages.house.advance(Duration.ofDays(200));

    assertThat(pages.open(PAGE).getContentAsString())
        .contains("This letter is closed", "id=\"demand-2\"")
        .doesNotContain("Pass it on");
  }

  @Test
  void givesEachDemandALinkThatWorksWithoutScriptsAndCanBeCopiedWithThem() throws Exception {
    assertThat(pages.open("/es" + PAGE).getContentAsString())
        .contains("<a href=\"#demand-2\" aria-label=\"Enlace a la petición 2\">2</a>")
        .contains("data-page=\"/es/actions/sample-letter\" data-copy-link=\"Copiar enlace\"")
        .contains("data-label=\"Copiar enlace a la petición 2\"")
        .containsOnlyOnce("/copy.js");
  }

  @Test
  void namesThePictureToShowBesideALink() throws Exception {
    assertThat(pages.open("/es" + PAGE).getContentAsString())
        .containsPattern(
            "<meta property=\"og:image\" content=\"https://house\\.example/es/actions/sample-letter/picture\\.png\\?letter=1-[0-9a-f]{8}\">")
        .contains("og:image:width\" content=\"1200\"", "og:image:height\" content=\"630\"")
        .contains("og:image:alt\" content=\"Sample title es\"", "summary_large_image");
    assertThat(pages.open(pages.links.thanks(pages.house.sign(send()))).getContentAsString())
        .doesNotContain("og:image");
  }

  @Test
  void neverCarriesTheAddressOfAPageThatIsOnesOwn() throws Exception {
    SignatureKey key = pages.house.sign(with(send(), "language", "en"));
    String thanks = pages.links.thanks(key);
    String pending = share(pages.open(thanks).getContentAsString());
    pages.send(pages.links.confirm(key), Map.of());
    String confirmed = share(pages.open(thanks).getContentAsString());

    assertThat(confirmed)
        .isEqualTo(pending)
        .contains("https%3A%2F%2Fhouse.example%2Factions%2Fsample-letter")
        .doesNotContain("thanks", "confirm", thanks.substring(thanks.lastIndexOf('/') + 1));
  }

  @Test
  void isNotAskedOfWhoeverTookTheSignatureBack() throws Exception {
    SignatureKey key = pages.house.sign(with(send(), "language", "en"));
    pages.send(pages.links.confirm(key), Map.of());
    pages.house.signing.withdraw(key);

    assertThat(pages.open(pages.links.thanks(key)).getContentAsString())
        .doesNotContain("Pass it on");
  }

  @Test
  void showsTheServerOfMastodonBeforeAnybodyGoesThere() throws Exception {
    assertThat(pages.open(PAGE + "/mastodon").getContentAsString())
        .contains("name=\"server\"", "mastodon.social")
        .doesNotContain("/share?text=");

    var named = pages.open(PAGE + "/mastodon?server=%40me%40Social.example.org");
    assertThat(named.getStatus()).isEqualTo(200);
    assertThat(named.getHeader("Location")).isNull();
    assertThat(named.getHeader("Cache-Control")).contains("no-store");
    assertThat(named.getContentAsString())
        .contains("Share on social.example.org")
        .contains(
            "href=\"https://social.example.org/share?text=Sample%20title%20en%20https%3A%2F%2Fhouse.example%2Factions%2Fsample-letter\"");
    assertThat(
            pages.open("/es" + PAGE + "/mastodon?server=social.example.org").getContentAsString())
        .contains("Compartir en social.example.org", "%2Fes%2Factions%2Fsample-letter");
    assertThat(pages.open("/fr" + PAGE + "/mastodon").getStatus()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "evil",
        "javascript:alert(1)",
        "127.0.0.1",
        "%22%3E%3Cscript%3E",
        "a.example%3A81"
      })
  void leadsToNoServerThatHasNoName(String server) throws Exception {
    var answer = pages.open(PAGE + "/mastodon?server=" + server);

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString())
        .contains("<title>Error: ", "This is not the name of a server", "aria-invalid=\"true\"")
        .doesNotContain("/share?text=", "<script>");
  }

  private static String share(String page) {
    int from = page.indexOf("aria-labelledby=\"share\"");
    assertThat(from).isPositive();
    return page.substring(from, page.indexOf("</section>", from));
  }
}
