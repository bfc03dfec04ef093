package org.joinvoices.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.joinvoices.action.SampleActions;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.signing.SigningHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.w3c.dom.Element;

class SitemapTest {

  private static final String HOUSE = "https://house.example";

  private final SigningHouse house = new SigningHouse();
  private final MockMvc server =
      MockMvcBuilders.standaloneSetup(
              new SitemapController(
                  house.actions, new Frames(house.clock, URI.create(HOUSE)), house.switches))
          .build();

  @AfterEach
  void close() {
    house.close();
  }

  private MockHttpServletResponse open(String path) throws Exception {
    return server.perform(get(path)).andReturn().getResponse();
  }

  private List<Element> pages() throws Exception {
    var answer = open("/sitemap.xml");
    assertThat(answer.getContentType()).isEqualTo("application/xml;charset=UTF-8");
    var pages =
        DocumentBuilderFactory.newDefaultNSInstance()
            .newDocumentBuilder()
            .parse(new java.io.ByteArrayInputStream(answer.getContentAsByteArray()))
            .getElementsByTagNameNS("http://www.sitemaps.org/schemas/sitemap/0.9", "url");
    return IntStream.range(0, pages.getLength()).mapToObj(i -> (Element) pages.item(i)).toList();
  }

  private static String address(Element page) {
    return page.getElementsByTagName("loc").item(0).getTextContent();
  }

  private static List<String> languages(Element page) {
    var links = page.getElementsByTagNameNS("http://www.w3.org/1999/xhtml", "link");
    return IntStream.range(0, links.getLength())
        .mapToObj(i -> (Element) links.item(i))
        .map(link -> link.getAttribute("hreflang") + " " + link.getAttribute("href"))
        .toList();
  }

  @Test
  void namesEveryLastingPageInEachOfItsLanguages() throws Exception {
    SampleActions.storedInSpanish(house.database, "carta-de-prueba", SampleActions.OPEN);

    assertThat(pages().stream().map(SitemapTest::address))
        .containsExactlyInAnyOrder(
            HOUSE + "/en",
            HOUSE + "/es",
            HOUSE + "/ar",
            HOUSE + "/en/legislators",
            HOUSE + "/es/legislators",
            HOUSE + "/ar/legislators",
            HOUSE + "/en/actions/sample-letter",
            HOUSE + "/es/actions/sample-letter",
            HOUSE + "/en/actions/sample-letter/answers",
            HOUSE + "/es/actions/sample-letter/answers",
            HOUSE + "/es/actions/carta-de-prueba",
            HOUSE + "/es/actions/carta-de-prueba/answers");
    assertThat(pages())
        .filteredOn(page -> address(page).endsWith("/actions/sample-letter"))
        .hasSize(2)
        .allSatisfy(
            page ->
                assertThat(languages(page))
                    .containsExactly(
                        "en " + HOUSE + "/en/actions/sample-letter",
                        "es " + HOUSE + "/es/actions/sample-letter"));
  }

  @Test
  void robotsFindTheSitemapAndKeepOutOfWhatIsOnePersonsOrTheOrganizers() throws Exception {
    var answer = open("/robots.txt");
    assertThat(answer.getContentType()).isEqualTo("text/plain;charset=UTF-8");
    var lines = answer.getContentAsString().lines().toList();
    var forbidden =
        lines.stream()
            .filter(line -> line.startsWith("Disallow: "))
            .map(line -> line.substring("Disallow: ".length()))
            .toList();

    assertThat(lines).contains("User-agent: *", "Sitemap: " + HOUSE + "/sitemap.xml");
    assertThat(paths().filter(path -> path.matches("/(desk|demo)\\b.*|.*\\{token}.*")))
        .isNotEmpty()
        .allMatch(path -> forbidden.stream().anyMatch(path::startsWith));
    assertThat(pages().stream().map(page -> URI.create(address(page)).getPath()))
        .noneMatch(path -> forbidden.stream().anyMatch(path::startsWith));
  }

  /** Of every route of the server. */
  private static Stream<String> paths() {
    var file = SitemapTest.class.getResourceAsStream("/org/joinvoices/routes.txt");
    return new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8))
        .lines()
        .filter(line -> line.matches("[A-Z]+ +/.*"))
        .map(line -> line.split(" +")[1]);
  }
}
