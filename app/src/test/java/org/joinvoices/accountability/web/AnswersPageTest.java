package org.joinvoices.accountability.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.joinvoices.delivery.DeliveryHouse.in;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.google.crypto.tink.util.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.joinvoices.accountability.Responder;
import org.joinvoices.accountability.Response;
import org.joinvoices.accountability.ResponseAnswer;
import org.joinvoices.accountability.ResponseDraft;
import org.joinvoices.accountability.ResponseStance;
import org.joinvoices.accountability.Responses;
import org.joinvoices.action.ActionBySlug;
import org.joinvoices.delivery.DeliveryHouse;
import org.joinvoices.delivery.Handouts;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.crypto.Sha256;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.platform.web.Pages;
import org.joinvoices.signing.HandedOver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** What everybody reads of answers, over a real database. */
@SuppressWarnings("NullAway.Init")
class AnswersPageTest {

  private static final String PAGE = "/actions/sample-letter/answers";
  private static final LocalDate DAY = LocalDate.parse("2021-02-02");
  private static final Responder PRESIDENT = new Responder.Named("president-in-office");
  private static final Responder SENATOR = new Responder.Member(new Seat("OH-S1"));
  private static final byte[] PDF = "%PDF-1.7 sample".getBytes(UTF_8);

  @TempDir private Path folder;
  private DeliveryHouse house;
  private Responses responses;
  private MockMvc server;

  /** What is recorded. */
  private final List<HandedOver> handOvers = new ArrayList<>();

  @BeforeEach
  void open() {
    house = new DeliveryHouse(folder);
    responses = new Responses(house.house.database, house.districts, house.house.clock);
    server =
        MockMvcBuilders.standaloneSetup(
                new AnswersController(
                    new ActionBySlug(house.house.actions),
                    new AnswerBoards(
                        responses,
                        _ -> List.copyOf(handOvers),
                        house.deliveries,
                        house.house.clock),
                    responses,
                    new Handouts(URI.create("https://house.example")),
                    new Frames(house.house.clock, URI.create("https://house.example")),
                    new Pages(),
                    house.house.switches))
            .build();
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void claimsNothingBeforeSomethingIsRecorded() throws Exception {
    var answer = ask(PAGE);

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getHeader("Cache-Control")).contains("max-age=5", "public");
    assertThat(answer.getHeader("Set-Cookie")).isNull();
    assertThat(answer.getContentAsString())
        .contains("WHO ANSWERED", "First sample demand.", "Second sample demand.")
        .contains("Starts January 20, 2021", "by the end of April 30, 2021")
        .contains("0 of 2", "No answer is recorded so far.", "No answer yet")
        .contains("No hand-over of the letter is recorded yet.", "is recorded as taken in")
        .doesNotContain("class=\"answer ", "Taken off the record");
    assertThat(ask(PAGE, Objects.requireNonNull(answer.getHeader("ETag"))).getStatus())
        .isEqualTo(304);
  }

  @Test
  void showsWhoAnsweredWhatDemandByDemandAndWhereToCheckIt() throws Exception {
    house.house.advance(Duration.ofDays(30));
    record(SENATOR, Map.of(1, ResponseStance.IN_PART), "Some of <b>it</b>.", PDF);
    record(PRESIDENT, Map.of(1, ResponseStance.REFUSED), "Not now.", new byte[0]);
    record(PRESIDENT, Map.of(Response.WHOLE, ResponseStance.NO_POSITION), "Thanks.", new byte[0]);

    String page = ask(PAGE).getContentAsString();
    assertThat(page)
        .containsSubsequence(
            "id=\"demand-1\"",
            "In part",
            "Sherrod Brown",
            "U.S. Senator for Ohio",
            "<blockquote lang=\"en\" dir=\"ltr\">Some of &lt;b&gt;it&lt;/b&gt;.</blockquote>",
            "February 2, 2021",
            "href=\"https://office.sample.example/answer\" rel=\"noopener noreferrer nofollow\"",
            "Read it at office.sample.example",
            "See it (PDF)",
            "Refused",
            "President Sample",
            "id=\"demand-2\"",
            "No answer yet",
            "id=\"whole\"",
            "Acknowledged, no position")
        .contains("Day 20 of 100", "1 of 2", "2 offices answered.");

    assertThat(ask("/es" + PAGE).getContentAsString())
        .contains(
            "En parte",
            "Senado de los EE. UU., Ohio",
            "Día 20 de 100",
            "Léalo en office.sample.example")
        .doesNotContain("Read it at");
  }

  @Test
  void whoOnlyAcknowledgedHasNotAnswered() throws Exception {
    house.house.advance(Duration.ofDays(30));
    record(PRESIDENT, Map.of(1, ResponseStance.NO_POSITION), "Thanks.", new byte[0]);

    assertThat(ask(PAGE).getContentAsString())
        .contains(
            "0 of 2", "No answer is recorded so far. One office only acknowledged the letter.");
  }

  @Test
  void whatWasTakenOffIsShownAsSuchWithoutItsWordsAndCountsNoLonger() throws Exception {
    house.house.advance(Duration.ofDays(30));
    UUID id = record(SENATOR, Map.of(1, ResponseStance.FAVORABLE), "We will do it.", PDF);
    String file = "/actions/sample-letter/answers/" + id + "/evidence";
    assertThat(ask(file).getContentAsByteArray()).isEqualTo(PDF);
    assertThat(ask(file).getContentType()).isEqualTo("application/pdf");
    assertThat(ask(file).getHeader("ETag")).isEqualTo('"' + Sha256.hex(PDF) + '"');

    responses.withdraw(
        house.house.action.id(), id, "It answered another letter.", new Actor.CommandLine());

    assertThat(ask(PAGE).getContentAsString())
        .contains("Taken off the record", "Sherrod Brown, February 2, 2021.")
        .contains("It answered another letter.", "0 of 2", "No answer yet")
        .doesNotContain("We will do it.", "class=\"answer ", "/evidence");
    assertThat(ask(file).getStatus()).isEqualTo(404);
  }

  @Test
  void tellsWhatWasSentAndMergesFewOffices() throws Exception {
    house.house.confirmed(in("OH", "44103"));
    house.plan();
    house.send();
    handOvers.add(new HandedOver("president-in-office", house.house.action.deadline().toInstant()));

    assertThat(ask(PAGE).getContentAsString())
        .contains("President Sample: the letter and its petition book, handed over on January 20")
        .contains("Messages from signers went to fewer than 10 offices of Congress.");
  }

  @Test
  void saysThatTheTimeIsOverOnceItIs() throws Exception {
    house.house.advance(Duration.ofDays(110)); // April 30
    assertThat(ask(PAGE).getContentAsString()).contains("Day 100 of 100", "No answer yet");

    house.house.advance(Duration.ofDays(111));
    await() // the page's own age
        .untilAsserted(
            () ->
                assertThat(ask(PAGE).getContentAsString())
                    .contains(
                        "The 100 days are over", "No answer is recorded, and the time is over"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/es"})
  void theSheetIsOnePageThatScreenReadersCanReadWithTheDayOfItsMaking(String language)
      throws Exception {
    house.house.advance(Duration.ofDays(30));
    record(SENATOR, Map.of(1, ResponseStance.IN_PART), "Some of it.", PDF);

    var answer = ask(language + PAGE + ".pdf");

    assertThat(answer.getContentType()).isEqualTo("application/pdf");
    byte[] pdf = answer.getContentAsByteArray();
    assertThat(text(pdf))
        .contains("First sample demand.", "Sherrod Brown", "Sample families")
        .contains(language.isEmpty() ? "Made on February 9, 2021" : "Hecha el 9 de febrero de 2021")
        .contains(language.isEmpty() ? "In part · " : "En parte · ")
        .contains("https://house.example" + (language.isEmpty() ? "/en" : language) + PAGE);
    try (var document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      for (var name : document.getPage(0).getResources().getFontNames()) {
        assertThat(document.getPage(0).getResources().getFont(name).isEmbedded()).isTrue();
      }
    }
    VeraGreenfieldFoundryProvider.initialise();
    try (var parser =
            Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
        var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
      assertThat(validator.validate(parser).getFailedChecks()).isEmpty();
    }
  }

  @Test
  void speaksTheBrowsersLanguageWhereItsAddressNamesNone() throws Exception {
    var spanish = askIn("es-MX", PAGE);
    assertThat(spanish.getContentAsString()).contains("<html lang=\"es\"");
    assertThat(spanish.getHeaders("Vary")).contains("Accept-Language");
    assertThat(askIn("es-MX", PAGE + ".pdf").getHeader("Content-Disposition"))
        .contains("sample-letter-answers-es.pdf");
    assertThat(askIn("es-MX", "/en" + PAGE).getContentAsString()).contains("<html lang=\"en\"");
    assertThat(askIn("fr", PAGE).getContentAsString()).contains("<html lang=\"en\"");
  }

  @Test
  void thereIsNoneOfAnotherLetterOrLanguageOrFile() throws Exception {
    for (String path :
        List.of(
            "/actions/no-such-letter/answers",
            "/fr" + PAGE,
            "/fr" + PAGE + ".pdf",
            PAGE + "/nonsense/evidence",
            PAGE + "/" + new UUID(0, 1) + "/evidence")) {
      assertThat(ask(path).getStatus()).as(path).isEqualTo(404);
    }
  }

  private UUID record(
      Responder from, Map<Integer, ResponseStance> stances, String words, byte[] file) {
    var draft =
        new ResponseDraft(
            house.house.action.id(),
            from,
            new TreeMap<>(stances),
            DAY,
            words,
            "en",
            "https://office.sample.example/answer",
            Bytes.copyFrom(file));
    return switch (responses.record(draft, new Actor.CommandLine())) {
      case ResponseAnswer.Recorded(var id) -> id;
      case ResponseAnswer.Refused(var fault) -> throw new IllegalStateException(fault.name());
    };
  }

  private static String text(byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper()
          .getText(document)
          .replaceAll("(?<=[./-])\\s+(?=\\S*/)", "")
          .replaceAll("\\s+", " ");
    }
  }

  private MockHttpServletResponse ask(String path) throws Exception {
    return server.perform(get(URI.create(path))).andReturn().getResponse();
  }

  private MockHttpServletResponse askIn(String language, String path) throws Exception {
    return server
        .perform(get(URI.create(path)).header("Accept-Language", language))
        .andReturn()
        .getResponse();
  }

  private MockHttpServletResponse ask(String path, String tag) throws Exception {
    return server
        .perform(get(URI.create(path)).header("If-None-Match", tag))
        .andReturn()
        .getResponse();
  }
}
