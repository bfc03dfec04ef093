package org.joinvoices.seize;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NeedlesTest {

  private static final String WORD = "qwertzuiopas";

  private final Needles needles = new Needles();

  NeedlesTest() {
    needles.addText(WORD, 7, Kind.NAME);
    needles.addText("yxcvbnmasdfg", 8, Kind.EMAIL);
  }

  @Test
  void findsAWordHoweverItIsWritten() {
    for (String around : List.of("", "a", "ab", "abc")) {
      String text = around + WORD + around;
      byte[] plain = text.getBytes(UTF_8);
      assertThat(found(plain)).containsExactly(7);
      assertThat(found(text.toUpperCase(Locale.ROOT).getBytes(UTF_8))).containsExactly(7);
      assertThat(found(text.getBytes(UTF_16LE))).contains(7);
      assertThat(found(text.getBytes(UTF_16BE))).contains(7);
      assertThat(found(HexFormat.of().formatHex(plain).getBytes(UTF_8))).containsExactly(7);
      assertThat(found(Base64.getEncoder().encode(plain))).contains(7);
    }
  }

  @Test
  void takesNothingElseForIt() {
    assertThat(found("qwertzuiopaa qwertzuiopa".getBytes(UTF_8))).isEmpty();
    assertThat(found(new byte[3])).isEmpty();
  }

  private List<Integer> found(byte[] text) {
    var people = new ArrayList<Integer>();
    needles.find(text, (person, _) -> people.add(person));
    return people;
  }
}
