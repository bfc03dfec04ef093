package org.joinvoices.districts;

import static org.assertj.core.api.Assertions.assertThat;

import org.joinvoices.districts.Match.Reason;
import org.joinvoices.districts.Match.Unmatched;
import org.joinvoices.platform.web.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SeatNamesTest {

  @ParameterizedTest
  @EnumSource(Reason.class)
  void everyReasonIsSaidInEveryLanguage(Reason reason) {
    assertThat(Texts.LANGUAGES)
        .allSatisfy(
            language ->
                assertThat(SeatNames.why(new Unmatched(reason, "2026.11-3"), language))
                    .isNotEmpty());
  }
}
