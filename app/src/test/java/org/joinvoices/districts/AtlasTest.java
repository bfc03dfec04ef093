package org.joinvoices.districts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.joinvoices.districts.Match.Candidate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Towns and ZIP codes of the built-in release, as people mistype them. */
class AtlasTest {

  private static final Districts DISTRICTS = BuiltIn.DISTRICTS;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "44191 | Cleveland        | OH | 44119 | two digits exchanged, and the town agrees",
        "44000 | clevland         | OH | 44101 | a letter is missing",
        "63000 | St. Louis        | MO | 63101 | short form with a dot",
        "63000 | Saint Louis      | MO | 63101 | long form",
        "87500 | Española         | NM | 87532 | an accent",
        "00000 | mayaguez         | PR | 00680 | no accent",
        "44191 |                  | OH | 44119 | no town"
      })
  void suggestsWhatWasMeant(String zip, String city, String state, String meant, String why) {
    assertThat(DISTRICTS.similar(zip, city == null ? "" : city, state))
        .as(why)
        .hasSizeBetween(1, 5)
        .anyMatch(
            one ->
                one.zip().equals(meant)
                    || one.zip().startsWith(meant.substring(0, 3)) && city != null)
        .allMatch(one -> one.state().equals(state));
  }

  @Test
  void suggestsNothingForNonsense() {
    assertThat(DISTRICTS.similar("00000", "Xyzzyville", "OH")).isEmpty();
    assertThat(DISTRICTS.similar("", "", "")).isEmpty();
    assertThat(DISTRICTS.similar("not a code", "", "OH")).isEmpty();
  }

  @Test
  void knowsWhereNobodyLives() {
    assertThat(DISTRICTS.townOf("44113").orElseThrow())
        .isEqualTo(new ZipTown("44113", "Cleveland", "OH", false));
    assertThat(DISTRICTS.townOf("00501").orElseThrow().boxes()).isTrue();
    assertThat(DISTRICTS.townOf("00000")).isEmpty();
  }

  @Test
  void listsTheDistrictsOfAStateWithTheirLargestTowns() {
    var ohio = DISTRICTS.districtsOf("oh", LocalDate.parse("2026-11-24"));
    assertThat(ohio).hasSize(15).allMatch(one -> !one.towns().isEmpty());
    assertThat(ohio)
        .filteredOn(one -> one.seat().value().equals("OH-01"))
        .singleElement()
        .extracting(Candidate::towns)
        .asString()
        .contains("Cincinnati");
    assertThat(DISTRICTS.districtsOf("XX", LocalDate.parse("2026-11-24"))).isEmpty();
    assertThat(DISTRICTS.districtsOf("OH", LocalDate.parse("2030-11-24"))).isEmpty();
  }
}
