package org.joinvoices.districts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said to whoever must choose. */
class FinderTest {

  private static final Districts DISTRICTS = BuiltIn.DISTRICTS;
  private static final LocalDate DAY = LocalDate.of(2021, 1, 10);

  @Test
  void aZipCodeOfTwoStatesNamesThemAndPromisesNoMessageToSenators() {
    Finder finder = finder("42223");

    assertThat(finder.lead()).contains("more than one state: ", "Tennessee", "Kentucky");
    assertThat(finder.hint()).doesNotContain("Senators");
  }

  @Test
  void aPostOfficeBoxSaysThatItDoesNotTellWhereOneLives() {
    Finder finder = finder("44181");

    assertThat(finder.lead()).contains("post-office boxes");
    assertThat(finder.hint()).contains("Senators’ messages go out all the same");
  }

  @Test
  void anyOtherZipCodeOfSeveralDistrictsAsksForTowns() {
    assertThat(finder("44109").lead())
        .startsWith("Your ZIP code lies in more than one congressional district");
  }

  private static Finder finder(String zip) {
    Match match = DISTRICTS.match(zip, "", "US", DAY);
    var search = new Finder.Search("/thanks/token", "en", match, false, zip, "", "");
    return Finder.of(search, Map.of(), Map.of(), DISTRICTS, DAY).orElseThrow();
  }
}
