package org.joinvoices.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.joinvoices.signing.SampleForms.send;
import static org.joinvoices.signing.SampleForms.with;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.joinvoices.districts.BuiltIn;
import org.joinvoices.districts.Match;
import org.joinvoices.districts.Match.Ambiguous;
import org.joinvoices.districts.Match.Matched;
import org.joinvoices.districts.Match.Reason;
import org.joinvoices.districts.Match.Unmatched;
import org.joinvoices.districts.Seat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The map changes on 3 January 2023 between signing and confirming, or data comes only then. */
class RematchTest {

  private static final Instant BEFORE = Instant.parse("2022-12-30T17:00:00Z");
  private static final Instant AFTER = Instant.parse("2023-01-10T17:00:00Z");

  private final SigningHouse house = new SigningHouse();
  private final Rematch rematch =
      new Rematch(house.database, house.vault, BuiltIn.DISTRICTS, house.clock);

  private int people;

  @BeforeEach
  void keepTheLetterOpen() {
    house.jdbc.sql("UPDATE action SET closes = '2023-05-01T04:00:00Z'").update();
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void offersWhoHasNotConfirmedYetTheDistrictsOfToday() {
    SignatureKey key = signed("44109");
    assertThat(houses(match(key))).containsExactly("OH-09", "OH-11");
    at(AFTER);

    rematch.runOpen();

    assertThat(houses(match(key))).containsExactlyInAnyOrder("OH-07", "OH-11");
  }

  @Test
  void leavesAloneWhatIsSettledAndConfirmed() {
    SignatureKey key = signed("43506");
    house.signing.confirm(key);
    Match before = match(key);
    at(AFTER);

    rematch.runIfOpen(key);
    rematch.runOpen();

    assertThat(before).isInstanceOf(Matched.class);
    assertThat(match(key)).isEqualTo(before);
  }

  @Test
  void findsWhoCouldNotBeFoundForWantOfData() {
    SignatureKey key = signed("43506");
    house
        .jdbc
        .sql("UPDATE signature SET seats = '{}', match = ?::jsonb")
        .param(StoredMatch.of(new Unmatched(Reason.DATE_OUT_OF_RANGE, "an older release")).json())
        .update();
    at(AFTER);

    rematch.runOpen();

    assertThat(match(key)).isInstanceOf(Matched.class);
  }

  @Test
  void goesOnPastOneThatCannotBeOpened() {
    SignatureKey broken = signed("44109");
    house.jdbc.sql("UPDATE signature SET sealed_contact = 'broken'::bytea").update();
    SignatureKey other = signed("44109");
    Match before = match(broken);
    at(AFTER);

    rematch.runOpen();

    assertThat(match(broken)).isEqualTo(before);
    assertThat(houses(match(other))).contains("OH-07");
  }

  private SignatureKey signed(String zip) {
    at(BEFORE);
    return house.sign(with(with(send(), "postal_code", zip), "email", ++people + "@mail.example"));
  }

  private void at(Instant instant) {
    house.advance(Duration.between(house.clock.instant(), instant));
  }

  private Match match(SignatureKey key) {
    return house.signatures.find(key).orElseThrow().match();
  }

  private static List<String> houses(Match match) {
    assertThat(match).isInstanceOf(Ambiguous.class);
    return match.houses().stream().map(Seat::value).toList();
  }
}
