package org.joinvoices.authors;

import static org.assertj.core.api.Assertions.assertThat;

import org.joinvoices.authors.TypedText.Fault;
import org.junit.jupiter.api.Test;

class TypedTextTest {

  @Test
  void takesNamesInAnyScriptAsOneLine() {
    assertThat(TypedText.name("  Las familias\n de la frontera ").text())
        .isEqualTo("Las familias de la frontera");
    assertThat(TypedText.name("أسر طالبي اللجوء").fault()).isEmpty();
    assertThat(TypedText.name("\uD83D\uDD4A".repeat(100)).fault()).isEmpty();
    assertThat(TypedText.name("\uD83D\uDD4A".repeat(101)).fault()).contains(Fault.TOO_LONG);
  }

  @Test
  void keepsTheLinesOfAReason() {
    assertThat(TypedText.reason("One.\r\n\r\nTwo.\r").text()).isEqualTo("One.\n\nTwo.");
    assertThat(TypedText.reason("x".repeat(500)).fault()).isEmpty();
    assertThat(TypedText.reason("x".repeat(501)).fault()).contains(Fault.TOO_LONG);
  }

  @Test
  void refusesWhatIsNoTextOrShowsWhatItIsNotAndKeepsIt() {
    assertThat(TypedText.name(" \t ").fault()).contains(Fault.MISSING);
    assertThat(TypedText.name("a\u0000b").fault()).contains(Fault.UNREADABLE);
    assertThat(TypedText.reason("a\uFFFDb").fault()).contains(Fault.UNREADABLE);
    assertThat(TypedText.answer("a\u202Eb").fault()).contains(Fault.UNREADABLE);
    assertThat(TypedText.answer("a\u202Eb").text()).isEqualTo("a\u202Eb");
  }
}
