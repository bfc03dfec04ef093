package org.joinvoices.signing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.joinvoices.signing.SampleForms.letter;
import static org.joinvoices.signing.SampleForms.with;

import java.util.Objects;
import java.util.regex.Pattern;
import org.joinvoices.signing.SignatureKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrivacyPageTest {

  private static final String PATH = "/actions/sample-letter/privacy";

  private final PublicPages pages = new PublicPages();

  @AfterEach
  void close() {
    pages.close();
  }

  @Test
  void saysWhoKeepsWhatForHowLong() throws Exception {
    var page = pages.open(PATH);

    assertThat(page.getStatus()).isEqualTo(200);
    assertThat(page.getContentAsString())
        .contains("Sample Organization", "1 Sample Street", "office@sample.example")
        .contains("14 days after signing", "deleted after 30 days", "until 30 days after the last")
        .contains("erased 6 months after the letter closes: on November 1, 2021.")
        .contains("after at most 35 days", "works for 15 minutes", "key is destroyed")
        .doesNotContain("<script");
  }

  @Test
  void speaksTheLanguagesOfTheLetterAndNoOther() throws Exception {
    var spanish = pages.open("/es" + PATH);

    assertThat(spanish.getHeader("Content-Language")).isEqualTo("es");
    assertThat(spanish.getContentAsString())
        .contains("6 meses después de que la carta se cierre: el 1 de noviembre de 2021.")
        .contains("35 días");
    assertThat(pages.openIn("es-MX", PATH).getContentAsString()).contains("<html lang=\"es\"");
    assertThat(pages.openIn("es-MX", "/en" + PATH).getContentAsString())
        .contains("<html lang=\"en\"");
    assertThat(pages.open("/fr" + PATH).getStatus()).isEqualTo(404);
    assertThat(pages.open("/actions/no-such-letter/privacy").getStatus()).isEqualTo(404);
  }

  @Test
  void isTheSameForEverybodyAndKeptByCaches() throws Exception {
    var page = pages.open(PATH);

    assertThat(page.getHeader("Cache-Control")).contains("public", "max-age=5");
    assertThat(page.getHeader("Set-Cookie")).isNull();
    assertThat(pages.openAgain(PATH, Objects.requireNonNull(page.getHeader("ETag"))).getStatus())
        .isEqualTo(304);
  }

  @Test
  void isFoundOnTheActionPageAndInEveryMail() throws Exception {
    assertThat(pages.open("/actions/sample-letter").getContentAsString())
        .contains("href=\"/en" + PATH + "\"")
        .contains("erased 6 months after the letter closes: on November 1, 2021.");

    var mail =
        SignerMail.ownData(pages.house.signatures, pages.house.actions, pages.links, pages.mails);
    SignatureKey key = pages.house.confirmed(with(letter(), "language", "es"));
    var sent = mail.compose(key.action().value(), key.signature().value()).orElseThrow();

    assertThat(sent.to()).isEqualTo("sam.testperson@mail.example");
    assertThat(sent.language()).isEqualTo("es");
    assertThat(sent.subject()).isEqualTo("El enlace a sus datos");
    assertThat(sent.text())
        .contains("https://house.example/data/", "15 minutos")
        .contains("https://house.example/es" + PATH)
        .doesNotContain("Testperson", "Sample-Sam");
    assertThat(Pattern.compile("https://\\S+").matcher(sent.text()).results().findFirst())
        .hasValueSatisfying(first -> assertThat(first.group()).contains("/data/"));

    pages.house.signing.erase(key);
    assertThat(mail.compose(key.action().value(), key.signature().value())).isEmpty();
  }
}
