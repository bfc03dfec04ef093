package org.joinvoices.signing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.joinvoices.signing.SampleForms.letter;
import static org.joinvoices.signing.SampleForms.with;
import static org.joinvoices.signing.SampleReferrals.ALLIANCE;

import java.util.List;
import java.util.Map;
import org.joinvoices.signing.ConsentWording;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The letter's page as whoever comes by a link sees it, and what their form does. */
class PartnerPageTest {

  private static final String PAGE = "/actions/sample-letter";
  private static final String TARGET = PAGE + "/signatures";
  private static final String WITH = PAGE + "/with/" + ALLIANCE.word();

  private final PublicPages pages = new PublicPages();

  @BeforeEach
  void partners() {
    pages.referrals.partners.add(ALLIANCE);
    pages.referrals.sources.add("poster");
  }

  @AfterEach
  void close() {
    pages.close();
  }

  private static Map<String, List<String>> by(String source) {
    return with(letter(), "source", source);
  }

  private static Map<String, List<String>> yes(String source) {
    return with(by(source), "consent_partner", "true");
  }

  @Test
  void showsThePartnerSafelyAndItsBoxUnticked() throws Exception {
    String page = pages.open(WITH).getContentAsString();

    assertThat(page)
        .contains("Example Alliance &lt;sample", "href=\"https://alliance.example\"")
        .contains("name=\"source\" value=\"example-alliance\"")
        .containsPattern(
            "<input id=\"consent_partner\" name=\"consent_partner\"[^>]*value=\"true\">")
        .contains("<a href=\"/es" + WITH + "\"", "Joined by");
    assertThat(pages.open(PAGE + "?from=example-alliance").getContentAsString())
        .as("the same link, written otherwise")
        .contains("consent_partner");
    assertThat(pages.open(PAGE + "?from=poster").getContentAsString())
        .contains("name=\"source\" value=\"poster\"", "href=\"/es" + PAGE + "?from=poster\"")
        .doesNotContain("consent_partner");
  }

  @Test
  void keepsTheYesWithTheHashOfTheVeryWordsOfTheBox() throws Exception {
    assertThat(pages.send(TARGET, with(yes(ALLIANCE.word()), "language", "es")).getStatus())
        .isEqualTo(303);

    String shown = ConsentWording.in("es").toPartner(ALLIANCE.name());
    assertThat(pages.open("/es" + WITH).getContentAsString()).contains(shown.replace("<", "&lt;"));
    assertThat(
            pages.rows(
                "consent WHERE kind = 'partner' AND language = 'es' AND partner_id = '%s' AND text_hashes = ARRAY[sha256(convert_to('%s', 'UTF8'))]"
                    .formatted(ALLIANCE.id().value(), shown)))
        .isEqualTo(1);
  }

  @Test
  void signingWithoutTheTickIsTheSameAndKeepsNothingOfTheLink() throws Exception {
    assertThat(pages.send(TARGET, by(ALLIANCE.word())).getStatus()).isEqualTo(303);

    assertThat(pages.rows("signature")).isEqualTo(1);
    assertThat(pages.rows("consent")).isEqualTo(1);
    assertThat(pages.rows("signature s WHERE s::text LIKE '%alliance%'")).isZero();
  }

  @Test
  void aYesToNobodyIsNone() throws Exception {
    assertThat(pages.send(TARGET, yes("poster")).getStatus()).isEqualTo(303);
    assertThat(pages.send(TARGET, with(yes("nobody"), "email", "b@mail.example")).getStatus())
        .isEqualTo(303);

    assertThat(pages.rows("consent WHERE kind = 'partner'")).isZero();
    assertThat(pages.rows("signature")).isEqualTo(2);
  }

  @Test
  void countsEachVisitAndEachFormStoredOnce() throws Exception {
    pages.open(PAGE + "?from=poster");
    pages.open(PAGE + "?from=unknown");
    pages.open(PAGE);
    pages.send(TARGET, by("poster"));
    pages.send(TARGET, by("poster"));
    pages.send(TARGET, with(by("poster"), "email", "not one"));

    assertThat(pages.referrals.counted).containsExactly("visited poster", "joined poster");
  }
}
