package org.joinvoices.coalition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceNameTest {

  @ParameterizedTest
  @CsvSource({"spring-fair,spring-fair", "'  Newsletter-1 ',newsletter-1", "a1,a1"})
  void takesLettersDigitsAndHyphensHoweverTheyWereTyped(String typed, String name) {
    assertThat(SourceName.parse(typed).map(SourceName::value)).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "-fair",
        "fair-",
        "spring--fair",
        "spring fair",
        "año",
        "a/b",
        "<b>",
        "a23456789b123456789c123456789d123456789e1"
      })
  void isNothingElse(String typed) {
    assertThat(SourceName.parse(typed)).isEmpty();
  }

  @Test
  void madeAtRandomSaysNothingAndDoesNotRepeat() {
    var names = new HashSet<SourceName>();
    for (int i = 0; i < 1000; i++) {
      names.add(SourceName.random());
    }

    assertThat(names).hasSize(1000).allMatch(name -> name.value().matches("[a-z0-9]{8}"));
  }
}
