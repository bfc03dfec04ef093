package org.joinvoices.delivery.cwc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhoneNumberTest {

  @Test
  void isNotSlowedByLongNonsense() {
    String digits = "2".repeat(100_000);

    assertThat(PhoneNumber.parse(digits + "x" + digits)).isEmpty();
    assertThat(PhoneNumber.parse(" ".repeat(100_000) + "x")).isEmpty();
  }

  @Test
  void printsAsHidden() {
    assertThat(PhoneNumber.parse("202-555-0142").orElseThrow()).hasToString("PhoneNumber[hidden]");
  }
}
