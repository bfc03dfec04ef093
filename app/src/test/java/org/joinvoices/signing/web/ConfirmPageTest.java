package org.joinvoices.signing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.joinvoices.signing.SampleForms.send;
import static org.joinvoices.signing.SampleForms.with;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joinvoices.platform.crypto.Tokens.Purpose;
import org.joinvoices.platform.mail.OutgoingMail;
import org.joinvoices.signing.Flag;
import org.joinvoices.signing.SampleForms;
import org.joinvoices.signing.SignOutcome;
import org.joinvoices.signing.SignatureKey;
import org.joinvoices.signing.SignatureState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConfirmPageTest {

  private final PublicPages pages = new PublicPages();
  private final SignatureKey key = pages.house.sign(with(send(), "language", "en"));

  @AfterEach
  void close() {
    pages.close();
  }

  @Test
  void showsExactlyWhatWillBeSentAndChangesNothing() throws Exception {
    var page = pages.open(pages.links.confirm(key));

    assertThat(page.getStatus()).isEqualTo(200);
    assertThat(page.getHeader("Cache-Control")).contains("no-store");
    assertThat(page.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(page.getContentAsString())
        .contains("Please act, Senator: sample text.", "Please read these sample words.")
        .contains("Ms. Sample-Amira Testperson", "1 Samplestreet", "amira.testperson@mail.example");
    assertThat(state()).isEqualTo(SignatureState.PENDING);
  }

  @Test
  void saysHowOneIsShown() throws Exception {
    assertThat(pages.open(pages.links.confirm(key)).getContentAsString())
        .contains("nothing of you is shown.")
        .doesNotContain("may print your own words");

    var shown = with(with(send(), "display", "initials"), "consent_own_words", "true");
    assertThat(pages.open(pages.links.confirm(pages.house.sign(shown))).getContentAsString())
        .contains("Con sus iniciales.", "puede incluir sus propias palabras");
  }

  @Test
  void countsWhenTheButtonIsPressedAndSaysSoTheSecondTime() throws Exception {
    String link = pages.links.confirm(key);

    assertThat(pages.send(link, Map.of()).getHeader("Location")).startsWith("/r/");
    assertThat(state()).isEqualTo(SignatureState.CONFIRMED);
    assertThat(pages.send(link, Map.of()).getContentAsString()).contains("You are counted already");
    assertThat(pages.open(link).getContentAsString()).contains("You are counted already");
  }

  @Test
  void removesWhatSomebodyElseTyped() throws Exception {
    String link = pages.links.confirm(key);

    assertThat(pages.send(link + "/refuse", Map.of()).getStatus()).isEqualTo(200);
    assertThat(state()).isEqualTo(SignatureState.INVALIDATED);
    assertThat(pages.house.signatures.findConstituent(key)).isEmpty();
    assertThat(pages.open(link).getStatus()).isEqualTo(410);
  }

  @Test
  void opensNothingWithATokenMadeForSomethingElse() throws Exception {
    String thanks = pages.links.thanks(key).replace("/thanks/", "/confirm/");
    String receipt = pages.links.receipt(key).replace("/r/", "/confirm/");
    String confirm = pages.links.confirm(key).replace("/confirm/", "/thanks/");

    for (String path : List.of(thanks, receipt, confirm, "/confirm/AAAA", "/thanks/x")) {
      assertThat(pages.open(path).getStatus()).as(path).isEqualTo(404);
    }
    assertThat(pages.send(thanks, Map.of()).getStatus()).isEqualTo(404);
    assertThat(state()).isEqualTo(SignatureState.PENDING);
  }

  @Test
  void speaksTheBrowsersLanguageWhereTheLinkTellsNothing() throws Exception {
    assertThat(pages.openIn("es-MX", "/confirm/AAAA").getContentAsString())
        .contains("<html lang=\"es\"", "No encontramos esta firma", "href=\"/es\"");
    assertThat(pages.openIn("fr", "/thanks/AAAA").getContentAsString())
        .contains("<html lang=\"en\"", "We cannot find this signature");
  }

  @Test
  void takesTheShortCodeOnThePageAfterSigning() throws Exception {
    String thanks = pages.links.thanks(key);
    String code =
        pages
            .house
            .signatures
            .findConfirmationDue(key)
            .orElseThrow()
            .code()
            .toLowerCase(java.util.Locale.ROOT);

    assertThat(pages.send(thanks + "/code", Map.of("code", List.of("WRONG"))).getStatus())
        .isEqualTo(422);
    var right = pages.send(thanks + "/code", Map.of("code", List.of(code)));
    assertThat(right.getHeader("Location")).startsWith("/r/");
    assertThat(state()).isEqualTo(SignatureState.CONFIRMED);
    assertThat(pages.open(thanks).getContentAsString())
        .as("whoever filled the form need not own the mailbox")
        .doesNotContain("/r/");
  }

  @Test
  void saysWhenMailIsSlowAndWhenItCouldNotBeDelivered() throws Exception {
    String thanks = pages.links.thanks(key);
    pages.mail("UPDATE mail SET turn_from = id, due_at = now() + interval '36 minutes'");

    assertThat(pages.open(thanks).getContentAsString())
        .contains("Mail is taking about 40 minutes")
        .doesNotContain("Nothing after ten minutes?");

    pages.mail("UPDATE mail SET state = 'failed', settled_at = now()");
    assertThat(pages.open(thanks).getContentAsString())
        .contains("could not be delivered")
        .doesNotContain("is on its way");
  }

  @Test
  void takesADistrictAmongTheCandidatesOnly() throws Exception {
    String district = pages.links.thanks(key) + "/district";

    assertThat(pages.send(district, Map.of("seat", List.of("TX-07"))).getStatus()).isEqualTo(422);
    assertThat(pages.send(district, Map.of("seat", List.of("<b>"))).getStatus()).isEqualTo(422);
    assertThat(pages.send(district, Map.of()).getStatus()).isEqualTo(422);
    assertThat(pages.send(district, Map.of("seat", List.of("OH-11"))).getStatus()).isEqualTo(303);
    assertThat(pages.open(pages.links.thanks(key)).getContentAsString())
        .contains("Marcia L. Fudge")
        .doesNotContain("value=\"OH-09\"");
  }

  @Test
  void mailsALinkAndACodeAndNothingThatWasTyped() {
    var due = pages.house.signatures.findConfirmationDue(key).orElseThrow();
    var mail =
        new ConfirmationMail(pages.house.signatures, pages.house.actions, pages.links, pages.mails)
            .compose(key.action().value(), key.signature().value())
            .orElseThrow();

    assertThat(mail.to()).isEqualTo("amira.testperson@mail.example");
    String both = mail.text() + mail.html() + mail.subject();
    assertThat(both)
        .contains(due.code(), "1 Sample Street", "Sample title en")
        .doesNotContain("Sample-Amira", "Testperson", "sample words", "Samplestreet", "44109");
    assertThat(mail.text().substring(mail.text().indexOf("https://")))
        .startsWith("https://house.example/confirm/");
  }

  private SignatureState state() {
    return pages.house.signatures.find(key).orElseThrow().state();
  }

  @Test
  void doesNotClaimToHaveRemovedWhatIsCounted() throws Exception {
    String link = pages.links.confirm(key);
    pages.send(link, Map.of());

    assertThat(pages.send(link + "/refuse", Map.of()).getContentAsString())
        .contains("You are counted already");
    assertThat(state()).isEqualTo(SignatureState.CONFIRMED);
  }

  @Test
  void mailsNoReceiptToAMailboxThatWantsNoMail() {
    pages.house.signing.refuse(pages.house.sign(with(send(), "given_name", "Sample-Other")));
    pages.house.signing.confirm(key);

    var receipt =
        SignerMail.receipt(pages.house.signatures, pages.house.actions, pages.links, pages.mails);

    assertThat(receipt.compose(key.action().value(), key.signature().value())).isEmpty();
  }

  @Test
  void doesNotTellWhichMailboxesWantNoMail() throws Exception {
    pages.house.signing.refuse(key);
    var muted = pages.house.sign(with(send(), "language", "en"));
    var other = pages.house.sign(with(with(send(), "language", "en"), "email", "o@mail.example"));

    assertThat(withoutTokens(muted)).isEqualTo(withoutTokens(other));
  }

  /** A stranger who types somebody's address must not learn whether they signed. */
  @Test
  void tellsOnlyTheMailboxThatItsOwnerIsCountedAlready() throws Exception {
    pages.send(pages.links.confirm(key), Map.of());
    var english = with(send(), "language", "en");
    SignatureKey again = pages.house.sign(english);
    SignatureKey other = pages.house.sign(with(english, "email", "o@mail.example"));

    assertThat(withoutTokens(again)).isEqualTo(withoutTokens(other));
    var mail = mail(again);
    assertThat(mail.subject()).isEqualTo("You are counted already");
    assertThat(mail.text() + mail.html())
        .contains("nothing to confirm", "1 Sample Street", "Sample title en")
        .doesNotContain("Sample-Amira", "Testperson", "sample words", "/confirm/");
    String link = mail.text().replaceAll("(?s).*https://house.example/r/(\\S+).*", "$1");
    assertThat(pages.links.read(Purpose.RECEIPT, link)).contains(key);
    assertThat(mail(other).subject()).isEqualTo("Please confirm your signature");
  }

  @Test
  void saysThatSomebodyLooksFirstWheneverOneAsks() throws Exception {
    var request = SampleForms.request(with(send(), "email", "held@mail.example"));
    var held =
        ((SignOutcome.Signed) pages.house.signing.sign(request, Set.of(Flag.BUSY_NETWORK))).key();
    String link = pages.links.confirm(held);

    for (int i = 0; i < 2; i++) {
      var answer = pages.send(link, Map.of());
      assertThat(answer.getStatus()).isEqualTo(200);
      assertThat(answer.getContentAsString())
          .contains("Gracias. Su firma está confirmada.", "la revisa antes de contarla", "/r/");
    }
    assertThat(pages.open(link).getContentAsString()).contains("la revisa antes de contarla");
    assertThat(pages.open(pages.links.thanks(held)).getContentAsString())
        .contains("la revisa antes de contarla")
        .as("whoever filled the form need not own the mailbox")
        .doesNotContain("/r/");
    assertThat(mail(pages.house.sign(with(send(), "email", "HELD@mail.example"))).subject())
        .isEqualTo("Usted ya confirmó");
  }

  private OutgoingMail mail(SignatureKey signed) {
    return new ConfirmationMail(
            pages.house.signatures, pages.house.actions, pages.links, pages.mails)
        .compose(signed.action().value(), signed.signature().value())
        .orElseThrow();
  }

  private String withoutTokens(SignatureKey signed) throws Exception {
    String page = pages.open(pages.links.thanks(signed)).getContentAsString();
    return page.replaceAll("/thanks/[^/\"]+", "/thanks/");
  }
}
