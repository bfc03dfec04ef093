package org.joinvoices.platform.cells;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "  =1",
        "\n=1",
        "\u00a0=1",
        "\u200b=1",
        "＝1",
        "|cmd",
        "\tA",
        "=1\n=2"
      })
  void takesTheFormulaOutOfAText(String text) {
    assertThat(SheetText.safe(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Ana Sample", "A=B", "O’Brien", "We ask: - act now.", "José-María"})
  void leavesOtherTextsAsTheyAre(String text) {
    assertThat(SheetText.safe(text)).isEqualTo(text);
  }
}
