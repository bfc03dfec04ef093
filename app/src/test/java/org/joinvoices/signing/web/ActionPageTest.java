package org.joinvoices.signing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.joinvoices.signing.SampleForms.send;
import static org.joinvoices.signing.SampleForms.with;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.joinvoices.action.ActionStore;
import org.joinvoices.action.SampleActions;
import org.joinvoices.platform.web.FormBody;
import org.joinvoices.signing.Answered;
import org.joinvoices.signing.Approval;
import org.joinvoices.signing.HandedOver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

class ActionPageTest {

  private static final String PAGE = "/actions/sample-letter";
  private static final String TARGET = PAGE + "/signatures";

  private final PublicPages pages = new PublicPages();

  @AfterEach
  void close() {
    pages.close();
  }

  @Test
  void mayBeKeptForAMomentAndIsNotSentTwice() throws Exception {
    var page = pages.open(PAGE);

    assertThat(page.getStatus()).isEqualTo(200);
    assertThat(page.getHeader("Cache-Control")).contains("max-age=5", "stale-while-revalidate");
    var again = pages.openAgain(PAGE, String.valueOf(page.getHeader("ETag")));
    assertThat(again.getStatus()).isEqualTo(304);
    assertThat(again.getContentAsString()).isEmpty();
  }

  @Test
  void showsTheLetterInItsLanguagesAndInNoOther() throws Exception {
    assertThat(pages.open(PAGE).getContentAsString())
        .contains("<html lang=\"en\"", "id=\"demand-2\"", "Second sample demand.")
        .contains("April 30, 2021", "Eastern Time", "10 days left");
    assertThat(pages.open("/es" + PAGE).getContentAsString())
        .contains("<html lang=\"es\"", "Quedan 10 días", "30 de abril de 2021");
    assertThat(pages.open("/fr" + PAGE).getStatus()).isEqualTo(404);
    assertThat(pages.open("/actions/no-such-letter").getStatus()).isEqualTo(404);
  }

  @Test
  void speaksTheBrowsersLanguageWhereItsAddressNamesNone() throws Exception {
    var spanish = pages.openIn("es-MX", PAGE);
    assertThat(spanish.getContentAsString()).contains("<html lang=\"es\" dir=\"ltr\"");
    assertThat(spanish.getHeader("Content-Language")).isEqualTo("es");
    assertThat(spanish.getHeaders("Vary")).contains("Accept-Language");
    assertThat(pages.openIn("fr", PAGE).getContentAsString()).contains("<html lang=\"en\"");
    assertThat(pages.openIn("es", "/en" + PAGE).getContentAsString())
        .contains("<html lang=\"en\"")
        .contains("hreflang=\"es\" href=\"https://house.example/es" + PAGE + '"')
        .doesNotContain("href=\"https://house.example" + PAGE + '"');
  }

  @Test
  void showsTwoTextsOfTheLetterSideBySideAndWhichIsTheOriginal() throws Exception {
    assertThat(pages.open("/es" + PAGE).getContentAsString())
        .contains("<a href=\"/es" + PAGE + "/beside/en\"");
    assertThat(pages.open("/es" + PAGE + "/beside/en").getContentAsString())
        .contains("<html lang=\"es\"", "La carta en español y en inglés")
        .containsSubsequence("Esta es una traducción.", "Este es el original.")
        .contains("<strong>2.</strong> Second sample demand.");
    assertThat(pages.open("/es" + PAGE + "/beside/es").getStatus()).isEqualTo(404);
    assertThat(pages.open("/es" + PAGE + "/beside/fr").getStatus()).isEqualTo(404);
    assertThat(pages.open("/fr" + PAGE + "/beside/es").getStatus()).isEqualTo(404);
  }

  @Test
  void namesTheTransitionOfficeBeforeTheDeadlineAndTheOfficeItselfFromThenOn() throws Exception {
    assertThat(pages.open(PAGE).getContentAsString())
        .contains("President-elect Sample", "Transition office")
        .doesNotContain("Office of the President");

    pages.house.advance(
        Duration.between(SampleActions.OPEN, Instant.parse("2021-01-20T17:00:00Z")));

    assertThat(pages.open("/es" + PAGE).getContentAsString())
        .contains("President Sample", "Office of the President")
        .doesNotContain("President-elect Sample");
  }

  @Test
  void givesTheCountWithItsMoment() throws Exception {
    pages.house.confirmed(send());
    pages.house.count();

    assertThat(pages.open(PAGE + "/count.json").getContentAsString())
        .isEqualTo(
            "{\"confirmed\":1,\"on_paper\":0,\"awaiting\":0,\"under_review\":0,\"as_of\":\"2021-01-10T17:00:00Z\"}");
  }

  @Test
  void tellsTheTownsOfAllZipCodesThatBeginAlike() throws Exception {
    var towns = pages.open("/zips/441.json");

    assertThat(towns.getHeader("Cache-Control")).contains("max-age=86400", "public");
    assertThat(towns.getContentAsString())
        .contains("\"44103\":[\"Cleveland\",\"OH\"]", "\"44107\":[\"Lakewood\",\"OH\"]")
        .doesNotContain("\"44201\"");
    assertThat(pages.open("/zips/000.json").getContentAsString()).isEqualTo("{}");
    assertThat(pages.open("/zips/44103.json").getStatus()).isEqualTo(404);
  }

  @Test
  void claimsNoHandOverThatNobodyRecorded() throws Exception {
    afterTheDeadline();

    assertThat(pages.open(PAGE).getContentAsString())
        .contains("No hand-over is recorded here yet.")
        .doesNotContain("Handed over");
  }

  @Test
  void tellsToWhomAndWhenTheLetterWasHandedOver() throws Exception {
    afterTheDeadline();
    pages.handOvers.add(new HandedOver("president", Instant.parse("2021-01-19T20:00:00Z")));

    assertThat(pages.open(PAGE).getContentAsString())
        .contains(
            "Handed over on January 19, 2021", "<bdi lang=\"en\"><strong>President-elect Sample")
        .contains(">Delivered</span>", "Answer due by the end of April 30, 2021.")
        .doesNotContain("No hand-over is recorded");
    assertThat(pages.open("/es" + PAGE).getContentAsString())
        .contains("Entregada el 19 de enero de 2021");
  }

  @Test
  void leadsToTheAnswersAndClaimsNone() throws Exception {
    afterTheDeadline();
    assertThat(pages.open(PAGE).getContentAsString())
        .contains("<a href=\"" + PAGE + "/answers\">See who answered")
        .doesNotContain("office answered", "offices answered");
  }

  @Test
  void saysThatOfficesAnsweredOnceThatIsRecorded() throws Exception {
    afterTheDeadline();
    pages.answers = Optional.of(new Answered(3, LocalDate.parse("2021-02-02")));

    assertThat(pages.open("/es" + PAGE).getContentAsString())
        .contains("href=\"/es" + PAGE + "/answers\"")
        .contains("Respondieron 3 oficinas; la última, el 2 de febrero de 2021");
  }

  @Test
  void tellsWhichTextItsAuthorsApprovedWhileItsWordsAreTheSame() throws Exception {
    var english = pages.house.action.letter().in("en");
    var spanish = pages.house.action.letter().in("es");
    Instant at = Instant.parse("2021-01-09T20:00:00Z");
    pages.approvals.add(new Approval("en", english.wordsHash(), at));
    pages.approvals.add(new Approval("es", english.wordsHash(), at));

    assertThat(pages.open(PAGE).getContentAsString())
        .contains("Approved by its authors on January 9, 2021.")
        .doesNotContain("authors have not approved");
    assertThat(pages.open("/es" + PAGE).getContentAsString())
        .as("of other words")
        .contains("Borrador: sus autores todavía no han aprobado")
        .doesNotContain("Aprobado por sus autores el");
    assertThat(spanish.wordsHash()).isNotEqualTo(english.wordsHash());
  }

  @Test
  void saysThatItIsClosedAndWhatIsNextAndOffersNoFormAnywhere() throws Exception {
    var closed = SampleActions.letter().closes().plusSeconds(60);
    pages.house.advance(Duration.between(SampleActions.OPEN, closed));

    assertThat(pages.open(PAGE).getContentAsString())
        .contains(">Closed</span>", "What is next", "No hand-over is recorded here yet")
        .contains("Answer due by the end of April 30, 2021.")
        .doesNotContain("<form", "to-form", "Delivered");
  }

  @Test
  void tellsWhatToSayOnTheTelephoneAsItIsSentAndInTheReadersLanguage() throws Exception {
    assertThat(pages.open(PAGE).getContentAsString())
        .contains("what you can say", "calling about the letter “Sample title en”")
        .contains("href=\"/en/legislators\"")
        .doesNotContain("tel:");
    assertThat(pages.open("/es" + PAGE).getContentAsString())
        .contains("calling about the letter “Sample title en”", "por la carta «Sample title es»")
        .contains("href=\"/es/legislators\"");
  }

  private void afterTheDeadline() {
    pages.house.advance(
        Duration.between(
            SampleActions.OPEN, SampleActions.letter().deadline().toInstant().plusSeconds(60)));
  }

  @Test
  void bringsBackWhichActWasChosen() throws Exception {
    assertThat(pages.open(PAGE).getContentAsString())
        .containsPattern("id=\"act\"[^>]* checked")
        .doesNotContainPattern("id=\"act-letter\"[^>]* checked");

    var refused = pages.send(TARGET, with(with(send(), "act", "letter"), "email", ""));

    assertThat(refused.getContentAsString())
        .containsPattern("id=\"act-letter\"[^>]* checked")
        .doesNotContainPattern("id=\"act\"[^>]* checked");
  }

  @Test
  void carriesTheCodeOfAnEventAlongAndMakesNothingOfAnyOther() throws Exception {
    var now = pages.house.clock.instant();
    var code =
        pages.house.eventCodes.make(pages.house.action.id(), now, now.plusSeconds(60), 9).code();
    String hidden = "name=\"event_code\" value=\"" + code + "\"";

    assertThat(pages.open(PAGE + "?event=" + code).getContentAsString()).contains(hidden);
    assertThat(
            pages
                .open("/es" + PAGE + "?event=" + code.toLowerCase(Locale.ROOT))
                .getContentAsString())
        .contains(hidden);
    for (String other : new String[] {"", "?event=", "?event=ABCD-EFGH", "?event=%22%3E"}) {
      assertThat(pages.open(PAGE + other).getContentAsString()).doesNotContain("event_code");
    }
    var mend = with(with(send(), "event_code", code), "email", "not one");
    assertThat(pages.send(TARGET, mend).getContentAsString()).contains(hidden);
    assertThat(pages.send(TARGET, with(send(), "event_code", "<b>")).getStatus()).isEqualTo(303);
  }

  @Test
  void answersAProgramThatFillsEveryFieldLikeAnybodyElse() throws Exception {
    assertThat(pages.open(PAGE).getContentAsString())
        .containsPattern(
            "(?s)class=\"unseen\" aria-hidden=\"true\">.{0,99}"
                + "name=\"website\" value=\"\" tabindex=\"-1\" autocomplete=\"off\"");

    var answer = pages.send(TARGET, with(send(), "website", "https://sample.example"));

    assertThat(answer.getHeader("Location")).startsWith("/thanks/");
    assertThat(pages.open(String.valueOf(answer.getHeader("Location"))).getContentAsString())
        .contains("Falta un paso");
    assertThat(pages.rows("signature WHERE flags = '{honeypot}'")).isEqualTo(1);
  }

  @Test
  void asksNothingInAdvance() throws Exception {
    assertThat(pages.open(PAGE).getContentAsString())
        .contains("type=\"checkbox\"")
        .doesNotContainPattern("type=\"checkbox\"[^>]*checked")
        .doesNotContainPattern("name=\"prefix\"[^>]*checked")
        .containsPattern("value=\"count_only\"[^>]*checked");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script> and more",
        "\"><img src=x onerror=alert(1)>",
        "</textarea>"
      })
  void keepsWhatWasTypedAsTextAndNeverAsMarkup(String markup) throws Exception {
    var form = with(with(with(send(), "own_words", markup), "locality", markup), "email", "no");
    var answer = pages.send(TARGET, form);

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getHeader("Cache-Control")).contains("no-store");
    assertThat(answer.getContentAsString())
        .doesNotContain("<script>alert", "<img", "</textarea></textarea>")
        .contains("1 Samplestreet", "Sample-Amira", "href=\"#email\"", "id=\"email-fault\"")
        .containsPattern("<option value=\"OH\" selected");
    assertThat(pages.open(PAGE).getContentAsString()).doesNotContain("Sample-Amira");
  }

  @Test
  void saysWhatIsWrongBeforeAnythingElse() throws Exception {
    String page = pages.send(TARGET, with(send(), "email", "no")).getContentAsString();

    assertThat(page)
        .containsOnlyOnce("role=\"alert\" tabindex=\"-1\" autofocus")
        .contains("<title>Error: ");
    assertThat(page.indexOf("role=\"alert\"")).isLessThan(page.indexOf("<h1"));
    assertThat(pages.open(PAGE).getContentAsString()).doesNotContain("autofocus", "role=\"alert\"");
  }

  @Test
  void asksToReadAgainWhatWasChangedUnderTheSameNumber() throws Exception {
    String read = markOf(pages.open(PAGE).getContentAsString());
    new ActionStore(pages.house.database)
        .save(SampleActions.reworded(pages.house.action), SampleActions.OPEN);

    var answer = pages.send(TARGET, with(send(), "letter_version", read));

    assertThat(answer.getStatus()).isEqualTo(422);
    String page = answer.getContentAsString();
    assertThat(page)
        .contains("Reworded sample opening.", "Sample-Amira", "1 Samplestreet")
        .contains("href=\"#letter-title\"", "id=\"letter-title\"");
    assertThat(pages.send(TARGET, with(send(), "letter_version", markOf(page))).getStatus())
        .isEqualTo(303);
  }

  private static String markOf(String page) {
    var mark = Pattern.compile("name=\"letter_version\" value=\"([^\"]+)\"").matcher(page);
    assertThat(mark.find()).isTrue();
    return mark.group(1);
  }

  @Test
  void thanksOnAPageOfItsOwn() throws Exception {
    var answer = pages.send(TARGET, send());

    assertThat(answer.getStatus()).isEqualTo(303);
    var thanks = pages.open(String.valueOf(answer.getHeader("Location")));
    assertThat(thanks.getStatus()).isEqualTo(200);
    assertThat(thanks.getContentAsString())
        .contains("<html lang=\"es\"", "value=\"OH-09\"", "value=\"OH-11\"", "noindex")
        .contains("Sherrod Brown", "Rob Portman", "GeoNames");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "&&&=&", "family_name", "family_name=%zz", "email=%ff%fe", "a=%C3"})
  void answersMangledBytesWithTheFormAgain(String body) throws Exception {
    var answer = pages.sendBody(TARGET, "application/x-www-form-urlencoded", body);

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains("role=\"alert\"");
  }

  @Test
  void refusesWhatIsNoFormAndWhatIsTooLong() throws Exception {
    assertThat(pages.sendBody(TARGET, "application/json", "{}").getStatus()).isEqualTo(415);
    String endless = "own_words=" + "x".repeat(FormBody.LONGEST);
    assertThat(pages.sendBody(TARGET, "application/x-www-form-urlencoded", endless).getStatus())
        .isEqualTo(413);
  }

  @Test
  void saysAfterTheDeadlineThatOneCanStillJoinButNotAfterClosing() throws Exception {
    pages.house.advance(Duration.ofDays(20));
    assertThat(pages.open(PAGE).getContentAsString())
        .contains("The deadline has passed", "You can still join", "name=\"family_name\"");

    pages.house.advance(Duration.ofDays(200));
    assertThat(pages.open("/es" + PAGE).getContentAsString())
        .contains("Esta carta está cerrada")
        .doesNotContain("Todavía puede sumarse", "name=\"family_name\"");
  }

  @Test
  void keepsTheFormAndTheLastCountWhileTheDatabaseIsAway() throws Exception {
    pages.house.confirmed(with(send(), "email", "sample@mail.example"));
    pages.house.count();
    assertThat(pages.open(PAGE).getStatus()).isEqualTo(200);
    String count = pages.open(PAGE + "/count.json").getContentAsString();

    pages.house.loseDatabase();

    assertAwayWithTheForm(pages.send(TARGET, with(send(), "consent_updates", "true")));
    pages.house.advance(Duration.ofHours(1));
    Thread.sleep(1_100); // the rendering's own age
    assertThat(pages.open("/es" + PAGE).getContentAsString()).contains("1 persona");
    assertThat(pages.open(PAGE).getStatus()).isEqualTo(200);
    assertThat(pages.open(PAGE + "/count.json").getContentAsString()).isEqualTo(count);
  }

  @Test
  void keepsTheFormOfTheFirstToSignWhileTheDatabaseIsAway() throws Exception {
    pages.open(PAGE);
    pages.house.loseDatabase();

    assertAwayWithTheForm(pages.send(TARGET, with(send(), "consent_updates", "true")));
  }

  private static void assertAwayWithTheForm(MockHttpServletResponse answer) throws Exception {
    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getHeader("Retry-After")).isEqualTo("5");
    assertThat(answer.getContentAsString())
        .contains("role=\"alert\"", "En este momento no podemos guardar su firma")
        .contains("Sample-Amira", "Testperson", "amira.testperson@mail.example")
        .contains("1 Samplestreet", "44109", "Please read these sample words.")
        .containsPattern("<option value=\"OH\" selected")
        .containsPattern("value=\"Ms.\"[^>]*checked")
        .containsPattern("name=\"consent_updates\"[^>]*checked");
  }

  @Test
  void givesOwnWordsBackWhenTheLetterHasClosedMeanwhile() throws Exception {
    pages.house.advance(Duration.ofDays(200));
    var answer = pages.send(TARGET, with(send(), "own_words", "Sample <b>words</b> to keep."));

    assertThat(answer.getStatus()).isEqualTo(409);
    assertThat(answer.getContentAsString())
        .contains("No se guardó ni se envió nada", "href=\"#sign\"")
        .contains("Sample &lt;b&gt;words&lt;/b&gt; to keep.")
        .doesNotContain("name=\"family_name\"");
    assertThat(pages.send(TARGET, Map.of()).getStatus()).isEqualTo(422);
  }
}
