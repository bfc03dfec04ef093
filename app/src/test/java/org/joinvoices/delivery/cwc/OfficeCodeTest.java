package org.joinvoices.delivery.cwc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.joinvoices.delivery.Chamber;
import org.joinvoices.districts.Seat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfficeCodeTest {

  @ParameterizedTest
  @CsvSource({
    "OH-11,HOH11",
    "OH-09,HOH09",
    "WY-00,HWY00",
    "DC-00,HDC00",
    "AS-00,HAQ00",
    "OH-S1,SOH01",
    "GA-S3,SGA03"
  })
  void followsTheSeat(String seat, String code) {
    assertThat(OfficeCode.of(new Seat(seat)).value()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HOH1", "hoh11", "SOH11", "SOH04", "", "HOH111"})
  void refusesOtherForms(String code) {
    assertThatThrownBy(() -> new OfficeCode(code)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readsListsWithTheirSlips() {
    assertThat(OfficeCode.listed(Chamber.HOUSE, "MP00")).contains(new OfficeCode("HMP00"));
    assertThat(OfficeCode.listed(Chamber.HOUSE, "HAS00")).contains(new OfficeCode("HAS00"));
    assertThat(OfficeCode.listed(Chamber.HOUSE, "none")).isEmpty();
  }
}
