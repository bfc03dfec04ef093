package org.joinvoices.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.joinvoices.districts.BuiltIn;
import org.joinvoices.districts.Districts;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.web.EmbedSettings;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.platform.web.Pages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Who speaks for a place, as a page and as JSON; today is 10 January 2021. */
class LegislatorsPageTest {

  private static final Districts DISTRICTS = BuiltIn.DISTRICTS;

  private final CivicClock clock =
      new CivicClock(InstantSource.fixed(Instant.parse("2021-01-10T17:00:00Z")), Duration.ZERO);
  private final MockMvc server =
      MockMvcBuilders.standaloneSetup(
              new LegislatorsController(
                  DISTRICTS,
                  clock,
                  new Frames(clock, URI.create("https://house.example")),
                  new Pages(),
                  new EmbedSettings(List.of("https://partner.example"))))
          .build();

  private MockHttpServletResponse ask(String address) throws Exception {
    String[] part = address.split("\\?", 2);
    var request = get(part[0]);
    if (part.length > 1) {
      request.with(
          asked -> {
            asked.setQueryString(part[1]);
            return asked;
          });
    }
    return server.perform(request).andReturn().getResponse();
  }

  private String page(String address) throws Exception {
    return ask(address).getContentAsString();
  }

  @Test
  void showsWhoSpeaksForClevelandTodayAndHowToReachThem() throws Exception {
    assertThat(page("/legislators?zip=44113"))
        .contains("44113, Cleveland, OH", "Who holds office on January 10, 2021")
        .containsSubsequence(
            "Marcia L. Fudge",
            "U.S. Representative for Ohio, district 11",
            "Democrat",
            "href=\"tel:+1-202-225-7032\"",
            "<a href=\"https://fudge.house.gov\" target=\"_top\">fudge.house.gov</a>",
            "Sherrod Brown",
            "Rob Portman",
            "Republican",
            "GeoNames.org");
  }

  @Test
  void describesItselfToSearchEnginesButNoPlaceThatSomebodyAskedFor() throws Exception {
    assertThat(page("/es/legislators"))
        .contains("<meta name=\"description\" content=\"Escriba un código postal")
        .contains("<link rel=\"canonical\" href=\"https://house.example/es/legislators\">");
    assertThat(page("/legislators?zip=44113")).doesNotContain("description", "canonical");
    assertThat(page("/embed/legislators")).doesNotContain("description", "canonical");
  }

  @Test
  void saysPlainlyThatASeatIsVacant() throws Exception {
    assertThat(page("/legislators?zip=30303&on=2021-01-10"))
        .contains("Nikema Williams", "Kelly Loeffler")
        .containsOnlyOnce("This seat is vacant on this day");
    assertThat(page("/legislators?zip=30303&on=2021-01-20"))
        .contains("Jon Ossoff", "Raphael G. Warnock")
        .doesNotContain("vacant");
  }

  @Test
  void marksWhoIsThereProvisionally() throws Exception {
    assertThat(page("/legislators?zip=44113&on=2026-11-24"))
        .containsOnlyOnce("The planned end of the appointment has passed");
  }

  @Test
  void offersTheDistrictsOfAZipCodeWithTheirTownsAndSettlesOnTheChosenOne() throws Exception {
    String offered = "/legislators?zip=44109&amp;on=2021-01-10&amp;seat=OH-09";
    assertThat(page("/legislators?zip=44109&on=2021-01-10"))
        .containsSubsequence(offered, "Lakewood", "Marcy Kaptur", "Maple Heights", "Sherrod Brown");

    assertThat(page(offered.replace("&amp;", "&")))
        .contains("Marcy Kaptur", "202-225-4146", "Rob Portman")
        .doesNotContain("Marcia L. Fudge", "Choose your district");
  }

  @Test
  void namesNoSenatorWhileTheStateIsInDoubt() throws Exception {
    assertThat(page("/legislators?zip=42223"))
        .contains("seat=TN-07", "seat=KY-01")
        .doesNotContain("id=\"offices\"");
    assertThat(page("/legislators?zip=42223&state=tn"))
        .contains("Mark E. Green", "Marsha Blackburn")
        .contains("<option value=\"TN\" selected>");
  }

  @Test
  void refusesADistrictThePlaceDoesNotLieInAndOffersTheRightOnes() throws Exception {
    var refused = ask("/legislators?zip=44109&seat=CA-12");

    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString())
        .contains("That district cannot be chosen here", "seat=OH-11");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zip=00000                | We do not know this ZIP code",
        "zip=09012                | belongs to a military post office",
        "zip=96941                | no seat in Congress",
        "zip=44113&state=TX       | The ZIP code 44113 lies in Ohio.",
        "zip=44113&on=2027-01-03  | it knows December 1, 2020 to January 2, 2027"
      })
  void saysKindlyWhyNobodySpeaksForAPlace(String query, String why) throws Exception {
    var answer = ask("/legislators?" + query);

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getContentAsString())
        .contains(why)
        .doesNotContain("You are on the letter", "id=\"offices\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zip=                      | zip   | Type a ZIP code, or choose a state. | value=\"\"",
        "zip=4411                  | zip   | A ZIP code has five digits         | value=\"4411\"",
        "zip=44113&state=Ohi%3Co   | state | Choose a state or territory        | >Ohi&lt;o<",
        "zip=44113&on=tomorrow     | on    | Write the day like 2021-01-10.     | value=\"tomorrow\"",
        "zip=%00%FF%zz             | zip   | A ZIP code has five digits         | %zz",
        "zip=44113&on=2021-02-30   | on    | Write the day like 2021-01-10.     | value=\"44113\""
      })
  void namesTheFieldThatIsWrongAndKeepsWhatWasTyped(
      String query, String field, String fault, String kept) throws Exception {
    var refused = ask("/legislators?" + query);

    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString())
        .contains("id=\"" + field + "-fault\" role=\"alert\">Error: " + fault, kept)
        .containsOnlyOnce("aria-invalid=\"true\"");
  }

  @Test
  void speaksSpanishAndKeepsTheQuestionWhenTheLanguageChanges() throws Exception {
    assertThat(page("/es/legislators?zip=30303&on=2021-01-10"))
        .contains("Este escaño está vacante", "Partido Demócrata", "Georgia, distrito 5")
        .contains("href=\"/en/legislators?zip=30303&amp;on=2021-01-10\"");
    assertThat(ask("/xx/legislators").getStatus()).isEqualTo(404);
  }

  @Test
  void theBareFormIsForAllAndWhateverIsAskedForNobodyElse() throws Exception {
    var form = ask("/legislators");
    assertThat(form.getHeader("Cache-Control")).contains("public");
    assertThat(form.getContentAsString()).doesNotContain("aria-invalid");

    for (String asked :
        new String[] {
          "/legislators?zip=44113", "/legislators?zip=4411", "/legislators.json?zip=44113"
        }) {
      var answer = ask(asked);
      assertThat(answer.getHeader("Cache-Control")).as(asked).isEqualTo("no-store");
      assertThat(answer.getHeader("Referrer-Policy")).as(asked).isEqualTo("no-referrer");
      assertThat(answer.getHeader("X-Robots-Tag")).as(asked).isEqualTo("noindex");
      assertThat(answer.getCookies()).as(asked).isEmpty();
    }
  }

  @Test
  void answersTheContractInJson() throws Exception {
    var answer = ask("/legislators.json?zip=00901");

    assertThat(answer.getContentType()).isEqualTo("application/json");
    assertThat(answer.getContentAsString())
        .startsWith(
            """
            {"outcome":"matched","how":"zip","confidence":"unique_zip","release":"2026.11-3",\
            "on":"2021-01-10","seats":[{"seat":"PR-00",\
            "ocd":"ocd-division/country:us/territory:pr/cd:at-large","chamber":"house",\
            "officeholder":{"bioguide":"G000582","name":\"""")
        .contains("\"party\":\"Republican\",\"phone\":\"202-225-2615\",\"website\":\"https://")
        .contains("\"from\":\"2021-01-03\",\"provisional\":false}}],\"credits\":[")
        .doesNotContain("candidates", "reason");
  }

  @Test
  void jsonListsVacantSeatsCandidatesReasonsAndChoices() throws Exception {
    assertThat(page("/legislators.json?zip=30303")).contains("\"officeholder\":null");
    assertThat(page("/legislators.json?zip=44109"))
        .contains("\"outcome\":\"ambiguous\"", "\"candidates\":[{\"seat\":\"OH-09\",\"towns\":[");
    assertThat(page("/legislators.json?zip=09012"))
        .contains("\"outcome\":\"unmatched\"", "\"seats\":[],\"reason\":\"military\"");
    assertThat(page("/legislators.json?zip=44109&seat=OH-11"))
        .contains("\"how\":\"chosen\",\"confidence\":\"chosen\"", "F000455")
        .doesNotContain("K000009");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?zip=4411", "?zip=44113&on=tomorrow", "?zip=44109&seat=TX-01"})
  void jsonNamesTheFieldThatIsWrong(String query) throws Exception {
    var refused = ask("/legislators.json" + query);

    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString())
        .matches("\\{\"faults\":\\{\"(zip|on|seat)\":\"[^\"]+\"}}");
  }

  private MockHttpServletResponse post(String path, String type, String body) throws Exception {
    return server
        .perform(MockMvcRequestBuilders.post(path).contentType(type).content(body))
        .andReturn()
        .getResponse();
  }

  private MockHttpServletResponse locate(String path, String place) throws Exception {
    return post(path, "application/x-www-form-urlencoded", place);
  }

  @Test
  void saysWhoSpeaksWhereSomebodyIsAndRepeatsThePlaceNowhere() throws Exception {
    var answer = locate("/legislators", "lat=41.4820&lon=-81.7982&accuracy=12");

    assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.getHeader("Permissions-Policy")).contains("geolocation=(self)");
    assertThat(answer.getContentAsString())
        .contains("Where you are", "Marcy Kaptur", "Map: U.S. Representative for Ohio, district 9")
        .doesNotContain("41.48", "-81.79");
  }

  @Test
  void namesBothSidesOfABorderAndLeadsOnByTheirState() throws Exception {
    String page =
        locate("/es/legislators", "lat=41.4820&lon=-81.7982&accuracy=12000").getContentAsString();
    assertThat(page)
        .contains(
            "está cerca de un límite, o su dispositivo", "/es/legislators?state=OH&amp;seat=OH-11")
        .doesNotContain("41.48");
  }

  @Test
  void saysKindlyThatAPlaceIsOutsideOrNoPlace() throws Exception {
    assertThat(locate("/legislators", "lat=48.85&lon=2.35").getContentAsString())
        .contains("lies in no congressional district and near none");
    var refused = locate("/legislators", "lat=north&lon=");
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString()).contains("Error: That was no place on a map");
    assertThat(locate("/legislators", "lat=41&lon=-81&accuracy=99999").getContentAsString())
        .contains("knows its place only roughly");
  }

  @Test
  void jsonTakesAPlaceAsJsonOrAsAForm() throws Exception {
    for (var answer :
        List.of(
            post("/legislators.json", "application/json", "{\"lat\":41.4820,\"lon\":-81.7982}"),
            locate("/legislators.json", "lat=41.4820&lon=-81.7982"))) {
      assertThat(answer.getHeader("Access-Control-Allow-Origin")).isEqualTo("*");
      assertThat(answer.getContentAsString())
          .contains("\"how\":\"point\",\"confidence\":\"exact_point\"", "\"seat\":\"OH-09\"")
          .doesNotContain("41.48");
    }
    for (String body : List.of("", "[]", "{\"lat\":", "{\"lat\":{}}")) {
      var refused = post("/legislators.json", "application/json", body);
      assertThat(refused.getStatus()).as(body).isEqualTo(422);
      assertThat(refused.getContentAsString()).startsWith("{\"faults\":{\"location\":");
    }
  }

  @Test
  void listsTheDistrictsOfAStateAndSettlesOnOne() throws Exception {
    assertThat(page("/legislators?zip=&state=OH"))
        .contains("Marcy Kaptur", "Steve Chabot", "Rob Portman", "?state=OH&amp;seat=OH-01");
    assertThat(page("/legislators?state=OH&seat=OH-01"))
        .contains("Steve Chabot", "Map: U.S. Representative for Ohio, district 1")
        .doesNotContain("Marcy Kaptur");
    assertThat(page("/legislators?state=WY")).contains("Liz Cheney", "John Barrasso");
  }

  @Test
  void asksForTheStateSuggestsZipCodesAndTellsBoxes() throws Exception {
    assertThat(page("/legislators?zip=42223"))
        .contains("In which do you live?", "?zip=42223&amp;state=KY", "?zip=42223&amp;state=TN");
    assertThat(page("/legislators?zip=40031&state=OH&on=2021-01-10"))
        .doesNotContain("Did you mean");
    assertThat(page("/legislators?zip=41413&state=OH&on=2021-01-10")).contains("lies in Kentucky");
    assertThat(page("/legislators?zip=44019&state=&on=2021-01-10"))
        .contains("We do not know this ZIP code", "Did you mean", "?zip=44109&amp;on=2021-01-10");
    assertThat(page("/legislators?zip=44191")).contains("post-office boxes");
  }

  @Test
  void standsWithinPagesOfListedSitesOnly() throws Exception {
    var embedded = ask("/embed/legislators?zip=44109");
    assertThat(embedded.getHeader("Content-Security-Policy"))
        .contains("frame-ancestors https://partner.example")
        .doesNotContain("frame-ancestors 'none'");
    assertThat(embedded.getContentAsString())
        .contains("/embed/legislators?zip=44109&amp;seat=OH-09", "target=\"_top\"")
        .doesNotContain("masthead", "footer", "data-locate");
    assertThat(ask("/es/embed/legislators").getContentAsString()).contains("Código postal");
  }
}
