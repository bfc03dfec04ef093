package org.joinvoices.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  private static final Map<String, String> SAMPLES =
      Map.of(
          "en", "{0, plural, =0 {nobody} one {# person} other {# people}} of {1}",
          "es", "{0, plural, one {# persona} many {# de personas} other {# personas}} de {1}",
          "ar",
              "{0, plural, zero {لا أحد} one {شخص} two {شخصان} few {# أشخاص} many {# شخصًا} other {# شخص}} {1}");

  private static String said(String language, Object... arguments) {
    String text = SAMPLES.getOrDefault(language, "");
    return new Words(language, Map.of("sample.people", text)).get("sample.people", arguments);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | 0 | nobody of Ohio",
        "en | 1 | 1 person of Ohio",
        "en | 12345 | 12,345 people of Ohio",
        "es | 1 | 1 persona de Ohio",
        "es | 1000000 | 1,000,000 de personas de Ohio",
      })
  void takeTheFormThatTheNumberAsksFor(String language, long number, String text) {
    assertThat(said(language, number, "Ohio")).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"2, شخصان", "3, 3 أشخاص", "11, 11 شخصًا", "1234, '1,234 شخصًا'", "100, 100 شخص"})
  void knowAllSixFormsOfArabicWithTheDigitsOfAZipCode(long number, String text) {
    assertThat(said("ar", number, "")).isEqualTo(text + " ");
  }

  @Test
  void keepNamesOfTheOtherDirectionTogetherAndLinksBare() {
    var arabic = new Words("ar", Map.of("sample.by", "من {0}: {1}"));
    var english = new Words("en", Map.of("sample.by", "by {0}: {1}"));

    assertThat(arabic.get("sample.by", "Example House, Inc.", "https://example.org/a"))
        .isEqualTo("من \u2068Example House, Inc.\u2069: https://example.org/a");
    assertThat(english.get("sample.by", "Example House, Inc.", "https://example.org/a"))
        .isEqualTo("by Example House, Inc.: https://example.org/a");
  }

  @Test
  void leaveBracesOfAnArgumentAsTheyAre() {
    assertThat(new Words("en", Map.of("sample.by", "by {0}")).get("sample.by", "{0} '{1}'"))
        .isEqualTo("by {0} '{1}'");
    assertThat(said("en", 2, "{0} '#'")).isEqualTo("2 people of {0} '#'");
  }
}
