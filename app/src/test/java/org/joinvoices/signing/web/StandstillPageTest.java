package org.joinvoices.signing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.joinvoices.signing.SampleForms.letter;
import static org.joinvoices.signing.SampleForms.send;
import static org.joinvoices.signing.SampleForms.with;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.switches.Switch;
import org.joinvoices.signing.SignatureKey;
import org.joinvoices.signing.SignatureState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What supporters see of what people paused. */
class StandstillPageTest {

  private static final String PAGE = "/actions/sample-letter";
  private static final String TARGET = PAGE + "/signatures";

  private final PublicPages pages = new PublicPages();

  @AfterEach
  void close() {
    pages.close();
  }

  @Test
  void saysInPlaceOfTheFormThatSigningIsPausedAndKeepsWhatIsTypedAllTheSame() throws Exception {
    pages.house.pause(Switch.SIGNING);

    String page = pages.open(PAGE).getContentAsString();
    assertThat(page).contains("Signing is paused", "you can still confirm", "a little later");
    assertThat(page).doesNotContain("<form", "class=\"to-form\"");
    assertThat(pages.open("/es" + PAGE).getContentAsString())
        .contains("Las firmas están en pausa", "todavía puede confirmar");

    for (var form : List.of(send(), with(send(), "email", "no"))) {
      var answer = pages.send(TARGET, with(form, "language", "en"));
      assertThat(answer.getStatus()).isEqualTo(503);
      assertThat(answer.getHeader("Retry-After")).isEqualTo("1800");
      assertThat(answer.getHeader("Cache-Control")).contains("no-store");
      assertThat(answer.getContentAsString())
          .contains("Your signature was not stored.", "Sample-Amira", "1 Samplestreet");
    }
    pages.house.resume(Switch.SIGNING);
    assertThat(pages.send(TARGET, send()).getStatus()).isEqualTo(303);
  }

  @Test
  void pausesOneLetterAndSaysWhenToComeBack() throws Exception {
    var until = pages.house.clock.instant().plus(Duration.ofHours(2));
    pages.house.switching.pause(
        new Actor.CommandLine(),
        Switch.signing(pages.house.action.id().value()),
        Optional.of(until));
    pages.house.switches.follow();

    assertThat(pages.open(PAGE).getContentAsString()).contains("after Sunday, January 10, 2021");
    assertThat(pages.send(TARGET, send()).getHeader("Retry-After")).isEqualTo("7200");
  }

  @Test
  void confirmsWhileSigningIsPaused() throws Exception {
    SignatureKey key = pages.house.sign(send());
    pages.house.pause(Switch.SIGNING);

    assertThat(pages.open(pages.links.confirm(key)).getStatus()).isEqualTo(200);
    assertThat(pages.send(pages.links.confirm(key), Map.of()).getHeader("Location"))
        .startsWith("/r/");
    assertThat(pages.house.signatures.find(key).orElseThrow().state())
        .isEqualTo(SignatureState.CONFIRMED);
  }

  @Test
  void promisesNoMailThatIsOnItsWayWhileMailsArePaused() throws Exception {
    pages.house.pause(Switch.MAILS);

    assertThat(pages.open(PAGE).getContentAsString())
        .contains("Our mails are paused", "waits and leaves later.</p>");
    SignatureKey key = pages.house.sign(with(send(), "language", "en"));
    assertThat(pages.open(pages.links.thanks(key)).getContentAsString())
        .contains("Our mail comes later", "leaves as soon as mail goes again")
        .doesNotContain("is on its way", "read your mail");
    SignatureKey other = pages.house.sign(with(letter(), "language", "es"));
    assertThat(pages.open(pages.links.thanks(other)).getContentAsString())
        .contains("Nuestro correo llega más tarde")
        .doesNotContain("en camino");
  }

  @Test
  void saysThatMessagesWaitAndThatNumbersStandStill() throws Exception {
    pages.house.confirmed(send());
    pages.house.count();
    pages.house.pause(Switch.DELIVERY);
    pages.house.pause(Switch.COUNTS);

    assertThat(pages.open(PAGE).getContentAsString())
        .contains("Messages to officials are paused", "We have stopped the numbers here")
        .contains("they are those of Sunday, January 10, 2021");
  }

  @Test
  void explainsWhoIsCountedWhoIsAwaitedAndWhoIsUnderReview() throws Exception {
    pages.house.confirmed(send());
    pages.house.sign(letter());
    pages.house.count();

    assertThat(pages.open(PAGE).getContentAsString())
        .contains("Counted: 1.", "Waiting for their mail: 1.", "Under review: 0.");
    assertThat(pages.open("/es" + PAGE).getContentAsString())
        .contains("Contadas: 1.", "En espera de su correo: 1.", "En revisión: 0.");
  }

  @Test
  void showsStaticPagesAsLastKnownWithoutAFormAndWithoutTheDatabase() throws Exception {
    pages.house.confirmed(send());
    pages.house.count();
    SignatureKey later = pages.house.sign(letter());
    pages.open(PAGE); // remembers the letter and its count
    pages.house.pause(Switch.PAGES);
    pages.house.signing.confirm(later);
    pages.house.count();

    assertThat(pages.open(PAGE + "/count.json").getContentAsString())
        .as("nobody asks for a newer count")
        .contains("\"confirmed\":1");
    pages.house.loseDatabase();

    String page = pages.open("/es" + PAGE).getContentAsString();
    assertThat(page)
        .contains("En este momento no se puede firmar", "1 persona", "vuelva un poco más tarde")
        .doesNotContain("<form", "to-form");
    var answer = pages.send(TARGET, with(send(), "language", "en"));
    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getHeader("Retry-After")).isEqualTo("1800");
    assertThat(answer.getContentAsString())
        .contains("<form", "Sample-Amira", "Your signature was not stored.");
  }
}
