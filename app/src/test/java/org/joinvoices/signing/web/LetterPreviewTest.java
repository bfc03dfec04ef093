package org.joinvoices.signing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.regex.Pattern;
import org.joinvoices.action.SampleActions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the action page tells programs that read it. */
class LetterPreviewTest {

  private static final String PAGE = "/actions/sample-letter";
  private static final Pattern DATA =
      Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);

  private final PublicPages pages = new PublicPages();

  @AfterEach
  void close() {
    pages.close();
  }

  private String page(String path) throws Exception {
    return pages.open(path).getContentAsString();
  }

  private JsonNode data(String path) throws Exception {
    var found = DATA.matcher(page(path));
    assertThat(found.find()).isTrue();
    return JsonMapper.shared().readTree(found.group(1));
  }

  @Test
  void describesThePageInItsLanguageAtItsOneAddress() throws Exception {
    assertThat(page(PAGE))
        .contains("<meta name=\"description\" content=\"Sample introduction.\">")
        .contains(
            "<link rel=\"canonical\" href=\"https://house.example/en/actions/sample-letter\">")
        .contains("<meta property=\"og:site_name\" content=\"JoinVoices\">")
        .contains("<meta property=\"og:type\" content=\"article\">")
        .contains("<meta property=\"og:title\" content=\"Sample title en\">")
        .contains("<meta property=\"og:description\" content=\"Sample introduction.\">")
        .contains("<meta property=\"og:locale\" content=\"en_US\">");
    assertThat(page("/es" + PAGE + "?event=ABCD-EFGH"))
        .contains("\"og:url\" content=\"https://house.example/es/actions/sample-letter\"")
        .contains("\"og:title\" content=\"Sample title es\"")
        .contains("\"og:locale\" content=\"es_US\"");
  }

  @Test
  void leadsSearchEnginesToItsTranslationsByWholeAddresses() throws Exception {
    assertThat(page(PAGE))
        .contains(
            "<link rel=\"alternate\" hreflang=\"es\" href=\"https://house.example/es"
                + PAGE
                + "\">")
        .contains("<a href=\"/es" + PAGE + "\" lang=\"es\"");
  }

  @Test
  void saysWhoPublishesThePageAndWhoWroteTheLetter() throws Exception {
    JsonNode page = data(PAGE);

    assertThat(page.get("@type").asString()).isEqualTo("WebPage");
    assertThat(page.get("url").asString()).isEqualTo("https://house.example/en" + PAGE);
    assertThat(page.get("publisher").get("name").asString()).isEqualTo("Sample Organization");
    JsonNode letter = page.get("mainEntity");
    assertThat(letter.get("@type").asString()).isEqualTo("CreativeWork");
    assertThat(letter.get("author").get(0).asString()).isEqualTo("Sample families");
    assertThat(letter.get("inLanguage").asString()).isEqualTo("en");
    assertThat(letter.get("datePublished").asString()).isEqualTo("2020-12-10T05:00:00Z");
    assertThat(data("/es" + PAGE).get("mainEntity").get("inLanguage").asString()).isEqualTo("es");
  }

  @Test
  void nothingInALetterBecomesMarkupAndALetterYetToOpenIsNotPublished() throws Exception {
    Instant later = SampleActions.OPEN.plusSeconds(3600);
    SampleActions.storedInSpanish(pages.house.database, "carta-de-prueba", later);

    assertThat(page("/actions/carta-de-prueba"))
        .contains("Uno. Dos &lt;/script>&lt;script>alert(1)&lt;/script> \uD83D\uDD4A")
        .doesNotContain("<script>alert", "<b>t");
    JsonNode letter = data("/actions/carta-de-prueba").get("mainEntity");
    assertThat(letter.get("name").asString()).isEqualTo("Sample & <b>título</b> \uD83D\uDD4A");
    assertThat(letter.has("datePublished")).isFalse();
  }
}
