package org.joinvoices.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.joinvoices.signing.SampleForms.send;
import static org.joinvoices.signing.SampleForms.with;

import java.util.List;
import org.joinvoices.districts.Match;
import org.joinvoices.districts.Seat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EndingTest {

  private static final Seat OH_9 = new Seat("OH-09");
  private static final Seat OH_11 = new Seat("OH-11");

  private final SigningHouse house = new SigningHouse();

  @AfterEach
  void close() {
    house.close();
  }

  private List<String> events() {
    return house
        .jdbc
        .sql("SELECT kind FROM signature_event ORDER BY xid, seq")
        .query(String.class)
        .list();
  }

  @Test
  void takesAWithdrawnSignatureOutOfTheCountOnce() {
    SignatureKey key = house.confirmed(send());

    house.signing.withdraw(key);
    house.signing.withdraw(key);

    assertThat(events()).containsExactly("confirmed", "withdrawn");
    assertThat(house.signatures.find(key).orElseThrow().state())
        .isEqualTo(SignatureState.WITHDRAWN);
  }

  @Test
  void letsThePersonJoinAgainAfterWithdrawing() {
    house.signing.withdraw(house.confirmed(send()));

    house.confirmed(send());

    assertThat(events()).containsExactly("confirmed", "withdrawn", "confirmed");
  }

  @Test
  void erasesEverythingButDatesAndSeats() {
    SignatureKey key = house.sign(send());
    house.signing.chooseDistrict(key, OH_11);
    house.signing.confirm(key);

    house.signing.erase(key);
    house.signing.erase(key);

    SignatureView view = house.signatures.find(key).orElseThrow();
    assertThat(view.erased()).isTrue();
    assertThat(view.state()).isEqualTo(SignatureState.WITHDRAWN);
    assertThat(view.seats()).contains(OH_11);
    assertThat(view.confirmedAt()).isPresent();
    assertThat(house.signatures.findConstituent(key)).isEmpty();
    assertThat(events()).containsExactly("confirmed", "withdrawn", "erased");
  }

  @Test
  void erasesWhatWasNeverCountedWithoutAWord() {
    SignatureKey key = house.sign(send());

    house.signing.erase(key);

    assertThat(house.signatures.findConstituent(key)).isEmpty();
    assertThat(house.signing.confirm(key)).isEqualTo(new ConfirmOutcome.Unknown());
    assertThat(events()).isEmpty();
  }

  @Test
  void settlesTheDistrictBeforeConfirmingAsOftenAsOneLikes() {
    SignatureKey key = house.sign(send());

    assertThat(house.signing.chooseDistrict(key, OH_9)).isTrue();
    assertThat(house.signing.chooseDistrict(key, OH_11)).isTrue();

    SignatureView view = house.signatures.find(key).orElseThrow();
    assertThat(view.seats()).hasSize(3).contains(OH_11).doesNotContain(OH_9);
    assertThat(((Match.Matched) view.match()).how()).isEqualTo(Match.How.CHOSEN);
    assertThat(events()).isEmpty();
  }

  @Test
  void settlesTheDistrictOnceAfterConfirming() {
    SignatureKey key = house.confirmed(send());

    assertThat(house.signing.chooseDistrict(key, OH_11)).isTrue();
    assertThat(house.signing.chooseDistrict(key, OH_11)).isTrue();
    assertThat(house.signing.chooseDistrict(key, OH_9)).isFalse();

    assertThat(events()).containsExactly("confirmed", "district_chosen");
  }

  @Test
  void takesNoDistrictThatWasNotOffered() {
    SignatureKey key = house.sign(send());

    assertThat(house.signing.chooseDistrict(key, new Seat("NY-12"))).isFalse();
    assertThat(
            house.signing.chooseDistrict(
                house.sign(with(send(), "consent_deliver", "false")), OH_11))
        .isFalse();
  }
}
