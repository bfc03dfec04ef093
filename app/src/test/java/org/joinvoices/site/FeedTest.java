package org.joinvoices.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.joinvoices.action.SampleActions;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.signing.SigningHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Today is 10 January 2021; one letter in two languages has been open since 10 December. */
class FeedTest {

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String LETTER = "https://house.example/en/actions/sample-letter";

  private final SigningHouse house = new SigningHouse();
  private final MockMvc server =
      MockMvcBuilders.standaloneSetup(
              new FeedController(
                  house.actions,
                  new Frames(house.clock, URI.create("https://house.example")),
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

  private Document atom(String path) throws Exception {
    var factory = DocumentBuilderFactory.newDefaultNSInstance();
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(open(path).getContentAsByteArray()));
  }

  private JsonNode json(String path) throws Exception {
    return JsonMapper.shared().readTree(open(path).getContentAsString(UTF_8));
  }

  private static List<String> texts(Document document, String name) {
    var found = document.getElementsByTagNameNS(ATOM, name);
    return IntStream.range(0, found.getLength())
        .mapToObj(i -> found.item(i).getTextContent())
        .toList();
  }

  @Test
  void tellsFeedReadersOfALetter() throws Exception {
    var feed = atom("/feed.atom");

    assertThat(open("/feed.atom").getContentType()).isEqualTo("application/atom+xml;charset=UTF-8");
    assertThat(texts(feed, "id")).containsExactly("https://house.example/feed.atom", LETTER);
    assertThat(texts(feed, "title")).containsExactly("Letters you can join", "Sample title en");
    assertThat(texts(feed, "name")).containsExactly("Sample families");
    assertThat(texts(feed, "published")).containsExactly("2020-12-10T05:00:00Z");
    assertThat(texts(feed, "updated"))
        .containsExactly("2021-01-10T17:00:00Z", "2021-01-10T17:00:00Z");
    assertThat(texts(feed, "summary")).containsExactly("Sample introduction.");
    var links = feed.getElementsByTagNameNS(ATOM, "link");
    assertThat(IntStream.range(0, 3).mapToObj(i -> ((Element) links.item(i)).getAttribute("href")))
        .containsExactly("https://house.example/feed.atom", "https://house.example/en", LETTER);
  }

  @Test
  void saysTheSameAsJson() throws Exception {
    JsonNode feed = json("/feed.json");

    assertThat(open("/feed.json").getContentType()).isEqualTo("application/feed+json");
    assertThat(feed.get("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
    assertThat(feed.get("feed_url").asString()).isEqualTo("https://house.example/feed.json");
    assertThat(feed.get("home_page_url").asString()).isEqualTo("https://house.example/en");
    JsonNode item = feed.get("items").get(0);
    assertThat(item.get("id").asString()).isEqualTo(LETTER);
    assertThat(item.get("url").asString()).isEqualTo(LETTER);
    assertThat(item.get("title").asString()).isEqualTo("Sample title en");
    assertThat(item.get("content_text").asString()).isEqualTo("Sample introduction.");
    assertThat(item.get("authors").get(0).get("name").asString()).isEqualTo("Sample families");
    assertThat(item.get("date_published").asString()).isEqualTo("2020-12-10T05:00:00Z");
    assertThat(item.get("date_modified").asString()).isEqualTo("2021-01-10T17:00:00Z");
  }

  @Test
  void aLanguageHasTheLettersThatSpeakItAndTheWholeFeedEachInItsOwn() throws Exception {
    Instant before = SampleActions.OPEN.minus(Duration.ofDays(2));
    SampleActions.storedInSpanish(house.database, "carta-de-prueba", before);
    String letter = "https://house.example/es/actions/carta-de-prueba";

    assertThat(texts(atom("/feed.atom"), "id")).endsWith(letter, LETTER);
    assertThat(texts(atom("/en/feed.atom"), "id"))
        .containsExactly("https://house.example/en/feed.atom", LETTER);
    assertThat(texts(atom("/es/feed.atom"), "id"))
        .containsExactly(
            "https://house.example/es/feed.atom",
            letter,
            "https://house.example/es/actions/sample-letter");
    JsonNode items = json("/es/feed.json").get("items");
    assertThat(items.get(0).get("title").asString())
        .isEqualTo("Sample & <b>título</b> \uD83D\uDD4A");
    assertThat(items.get(1).get("title").asString()).isEqualTo("Sample title es");
    assertThat(texts(atom("/es/feed.atom"), "title"))
        .contains("Cartas a las que puede sumarse", "Sample & <b>título</b> \uD83D\uDD4A");
    assertThat(open("/fr/feed.atom").getStatus()).isEqualTo(404);
    assertThat(open("/fr/feed.json").getStatus()).isEqualTo(404);
  }

  @Test
  void aLetterIsToldOfOnceItHasOpened() throws Exception {
    Instant later = SampleActions.OPEN.plus(Duration.ofHours(1));
    SampleActions.storedInSpanish(house.database, "carta-de-prueba", later);
    assertThat(json("/feed.json").get("items")).hasSize(1);
    house.advance(Duration.ofHours(1));
    Thread.sleep(1_100); // the feed's own age

    JsonNode items = json("/feed.json").get("items");

    assertThat(items).hasSize(2);
    assertThat(items.get(0).get("date_published").asString()).isEqualTo("2021-01-10T18:00:00Z");
    assertThat(items.get(0).get("date_modified").asString()).isEqualTo("2021-01-10T18:00:00Z");
  }

  @Test
  void isKeptForMinutesAndNotSentTwice() throws Exception {
    for (String path : List.of("/feed.atom", "/feed.json")) {
      var first = open(path);
      String tag = Objects.requireNonNull(first.getHeader("ETag"));

      assertThat(first.getHeader("Cache-Control")).contains("max-age=300", "public");
      var again = server.perform(get(path).header("If-None-Match", tag)).andReturn().getResponse();
      assertThat(again.getStatus()).isEqualTo(304);
      assertThat(again.getContentAsByteArray()).isEmpty();
    }
  }

  @Test
  void keepsTheFeedWhileTheDatabaseIsAway() throws Exception {
    String known = open("/feed.atom").getContentAsString();
    house.loseDatabase();
    Thread.sleep(1_100); // the feed's own age

    assertThat(open("/feed.atom").getContentAsString()).isEqualTo(known);
  }
}
