package org.joinvoices.signing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.joinvoices.signing.SampleForms.letter;
import static org.joinvoices.signing.SampleForms.send;
import static org.joinvoices.signing.SampleForms.with;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.joinvoices.action.SampleFolders;
import org.joinvoices.platform.switches.Switch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/** Reading what would be sent, before signing. */
class PreviewTest {

  private static final String TARGET = "/actions/sample-letter/signatures";

  private final PublicPages pages = new PublicPages();

  @AfterEach
  void close() {
    pages.close();
  }

  @Test
  void showsTheVeryMessagesThatTheConfirmationPageShows() throws Exception {
    var form = with(settled(), "language", "en");
    String preview = preview(form, 200).getContentAsString();
    String confirm = pages.open(pages.links.confirm(pages.house.sign(form))).getContentAsString();

    assertThat(messages(confirm)).hasSize(3).isEqualTo(messages(preview).subList(0, 3));
    assertThat(preview)
        .contains("Not signed, not sent", "Marcia L. Fudge", "Sherrod Brown", "Rob Portman")
        .contains(
            "Please read these sample words.", "Ms. Sample-Amira Testperson", "1 Samplestreet")
        .contains("<title>Preview, nothing sent: ");
  }

  @Test
  void storesNothingMailsNobodyAndIsNotKept() throws Exception {
    var answer = preview(settled(), 200);

    assertThat(answer.getHeader("Cache-Control")).contains("no-store");
    assertThat(answer.getHeader("Location")).isNull();
    assertThat(pages.rows("signature")).isZero();
    assertThat(pages.rows("mail")).isZero();
    assertThat(pages.rows("signature_event")).isZero();
  }

  @Test
  void keepsEverythingTypedAndSignsItWithTheNextButton() throws Exception {
    String page = preview(settled(), 200).getContentAsString();

    assertThat(page)
        .contains(
            "value=\"Sample-Amira\"",
            "value=\"1 Samplestreet\"",
            ">Please read these sample words.<")
        .contains("name=\"consent_deliver\"");
    assertThat(page.indexOf("id=\"preview\"")).isLessThan(page.indexOf("<form"));
    assertThat(pages.send(TARGET, settled()).getStatus()).isEqualTo(303);
  }

  @Test
  void saysWhichOfficeIsStillOpen() throws Exception {
    String page = preview(with(send(), "language", "en"), 200).getContentAsString();

    assertThat(messages(page).stream().filter(one -> one.contains("sample words"))).hasSize(2);
    assertThat(page)
        .contains("Your House district is still open", "Marcia L. Fudge", "Marcy Kaptur");
  }

  @Test
  void saysWhyNobodyCanBeWrittenTo() throws Exception {
    var unknown = with(with(send(), "postal_code", "44000"), "language", "en");

    assertThat(preview(unknown, 200).getContentAsString())
        .contains("We do not know this ZIP code")
        .doesNotContain("still open");
  }

  @Test
  void namesFaultyFieldsAsUsual() throws Exception {
    var faulty = with(with(settled(), "email", "no"), "language", "en");

    assertThat(preview(faulty, 422).getContentAsString())
        .contains("Error:", "value=\"no\"", "Sample-Amira")
        .doesNotContain("id=\"preview\"");
  }

  /** Whatever the field holds: who presses this button never signs. */
  @Test
  void signsNothingWhateverElseIsPressed() throws Exception {
    for (String value : List.of("", "no", "true")) {
      assertThat(pages.send(TARGET, with(settled(), "preview", value)).getStatus()).isEqualTo(200);
    }
    assertThat(pages.rows("signature")).isZero();
  }

  @Test
  void answersAsSigningWouldWhereNobodyCanSign() throws Exception {
    pages.house.pause(Switch.SIGNING);
    assertThat(preview(settled(), 503).getContentAsString()).contains("Samplestreet");
    pages.house.resume(Switch.SIGNING);

    var later = pages.house.action.closes().plus(Duration.ofDays(1));
    pages.house.advance(Duration.between(pages.house.clock.instant(), later));
    preview(settled(), 409);
  }

  @Test
  void showsNothingOfALetterThatSendsNoMessages() throws Exception {
    var other = SampleFolders.publishedMinister(pages.house.database);
    var asked = with(letter(), "preview", "true");

    var answer = pages.send("/actions/" + other.slug() + "/signatures", asked);

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getContentAsString()).contains("There is nothing to preview", "Sample-Sam");
    assertThat(pages.rows("signature")).isZero();
  }

  private static Map<String, List<String>> settled() {
    return with(send(), "postal_code", "44106");
  }

  private MockHttpServletResponse preview(Map<String, List<String>> form, int status)
      throws Exception {
    Map<String, List<String>> pressed = with(form, "preview", "true");
    pressed.remove("consent_deliver");
    var answer = pages.send(TARGET, pressed);
    assertThat(answer.getStatus()).isEqualTo(status);
    return answer;
  }

  private static List<String> messages(String page) {
    return Stream.of(page.split("<div class=\"message\">"))
        .skip(1)
        .map(message -> message.replaceAll("(?s)</(?:details|li)>.*", "").strip())
        .toList();
  }
}
