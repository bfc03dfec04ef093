package org.joinvoices.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joinvoices.action.SampleActions;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.platform.web.Pages;
import org.joinvoices.signing.Answered;
import org.joinvoices.signing.HandedOver;
import org.joinvoices.signing.SigningHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class HomePageTest {

  private final SigningHouse house = new SigningHouse();
  private List<HandedOver> handOvers = List.of();
  private Optional<Answered> answered = Optional.empty();
  private final MockMvc server =
      MockMvcBuilders.standaloneSetup(
              new HomeController(
                  house.actions,
                  house.counts,
                  _ -> handOvers,
                  _ -> answered,
                  new Frames(house.clock, URI.create("https://house.example")),
                  new Pages(),
                  house.clock,
                  house.switches))
          .build();

  @AfterEach
  void close() {
    house.close();
  }

  private MockHttpServletResponse open(String path) throws Exception {
    return server.perform(get(path)).andReturn().getResponse();
  }

  @Test
  void keepsTheListWhileTheDatabaseIsAway() throws Exception {
    String letter = "/actions/" + house.action.slug() + '"';
    assertThat(open("/").getContentAsString()).contains(letter);
    house.loseDatabase();
    Thread.sleep(1_100); // the page's own age

    assertThat(open("/").getStatus()).isEqualTo(200);
    assertThat(open("/").getContentAsString()).contains(letter);
  }

  @Test
  void tellsLettersThatAreOpenFromThoseToComeAndThoseThatAreClosed() throws Exception {
    var opens = SampleActions.OPEN.plus(Duration.ofDays(1));
    SampleActions.storedInSpanish(house.database, "carta-de-prueba", opens);

    assertThat(open("/").getContentAsString())
        .containsSubsequence(
            "<h2>Open</h2>",
            "/actions/sample-letter",
            "Deadline: ",
            "Joined: 0",
            "<h2>Opening soon")
        .containsSubsequence(
            "href=\"/es/actions/carta-de-prueba\" lang=\"es\"",
            "Opens: Monday, January 11, 2021, 12:00",
            "Eastern Time")
        .doesNotContain("<h2>Closed");

    house.advance(Duration.ofDays(200));
    Thread.sleep(1_100); // the page's own age
    assertThat(open("/").getContentAsString())
        .contains("When one opens, you will find it here.")
        .containsSubsequence("<h2>Closed", "Closed: Saturday, May 1, 2021", "Joined: 0")
        .doesNotContain("Opening soon", "Deadline: ");
  }

  @Test
  void saysOfALetterThatItWasDeliveredOrAnsweredOnlyOnceThatIsRecorded() throws Exception {
    house.advance(Duration.ofDays(40));
    handOvers = List.of(new HandedOver("president-in-office", house.action.deadline().toInstant()));
    assertThat(open("/").getContentAsString())
        .as("whoever can join finds it where letters are joined")
        .containsSubsequence("<h2>Open</h2>", "Joined: 0 · Handed over: January 20, 2021")
        .doesNotContain("<h2>Delivered", "<h2>Answered");

    house.advance(Duration.ofDays(200));
    Thread.sleep(1_100); // the page's own age
    assertThat(open("/").getContentAsString())
        .containsSubsequence("<h2>Delivered", "Handed over: January 20, 2021")
        .doesNotContain("<h2>Answered", "<h2>Closed");

    answered = Optional.of(new Answered(2, LocalDate.parse("2021-02-02")));
    Thread.sleep(1_100);
    assertThat(open("/").getContentAsString())
        .containsSubsequence("<h2>Answered", "2 offices answered")
        .doesNotContain("<h2>Delivered", "<h2>Closed");
  }

  @Test
  void leadsFeedReadersAndPreviewsToTheReadersLanguage() throws Exception {
    assertThat(open("/").getContentAsString())
        .contains(
            "type=\"application/atom+xml\" title=\"Letters you can join\" href=\"/en/feed.atom\"")
        .contains("<a href=\"/en/feed.json\">JSON Feed</a>")
        .contains("<link rel=\"canonical\" href=\"https://house.example/en\">")
        .contains("<meta name=\"description\" content=\"Others have written them.")
        .contains("{\"@context\":\"https://schema.org\",\"@type\":\"WebSite\",");
    assertThat(open("/es").getContentAsString())
        .contains("type=\"application/feed+json\"", "href=\"/es/feed.json\"")
        .contains("<a href=\"/es/feed.atom\">Atom</a>")
        .contains("\"og:url\" content=\"https://house.example/es\"");
  }

  @Test
  void hasNoPageInALanguageItDoesNotSpeak() throws Exception {
    assertThat(open("/es").getStatus()).isEqualTo(200);
    assertThat(open("/xx").getStatus()).isEqualTo(404);
  }
}
