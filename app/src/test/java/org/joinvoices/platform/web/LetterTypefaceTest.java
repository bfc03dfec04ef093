package org.joinvoices.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

/** The typeface of letters. That a browser uses it for every glyph is seen in {@code e2e}. */
final class LetterTypefaceTest {

  private static final int MOST_BYTES = 60 * 1024;
  private static final String SEED = "/org/joinvoices/action/seed/join-voices-with-asylum-seekers/";
  private static final Pattern RANGES = Pattern.compile("unicode-range: ([^;]+);");

  private final Asset font = Asset.find("letter-serif.woff2").orElseThrow();

  @Test
  void isSmallEnoughForASlowLine() throws IOException {
    assertThat(bytes("/static/assets/letter-serif.woff2").length).isLessThanOrEqualTo(MOST_BYTES);
  }

  @Test
  void isNamedByTheStyleWithTheAddressThatChangesWithIt() {
    assertThat(style()).contains("url(\"" + font.path() + "\")").doesNotContain("url(\"letter");
    assertThat(font.type()).isEqualTo("font/woff2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en.md", "es.md"})
  void hasEveryCharacterOfTheSeedLetter(String file) throws IOException {
    var ranges = ranges();

    assertThat(new String(bytes(SEED + file), UTF_8).codePoints().filter(c -> c != '\n').boxed())
        .allMatch(character -> ranges.stream().anyMatch(range -> range.holds(character)));
  }

  @Test
  void comesWithItsLicence() throws IOException {
    assertThat(new String(bytes("/static/assets/OFL-NotoSerif.txt"), UTF_8))
        .contains("Google", "SIL OPEN FONT LICENSE Version 1.1")
        .doesNotContain("with Reserved Font Name \"");
  }

  private static String style() {
    var answer =
        Asset.find("site.css")
            .orElseThrow()
            .content()
            .end(ResponseEntity.ok(), new MockHttpServletRequest());
    return new String(Objects.requireNonNull(answer.getBody()), UTF_8);
  }

  /** The characters for which browsers take this file, as the style tells them. */
  private static List<Range> ranges() {
    var named = RANGES.matcher(style());
    assertThat(named.find()).isTrue();
    return Pattern.compile(",\\s*").splitAsStream(named.group(1)).map(Range::read).toList();
  }

  private static byte[] bytes(String resource) throws IOException {
    try (var in = LetterTypefaceTest.class.getResourceAsStream(resource)) {
      return Objects.requireNonNull(in, resource).readAllBytes();
    }
  }

  private record Range(int first, int last) {

    /** Reads {@code U+20-7E} or {@code U+20AC}. */
    static Range read(String written) {
      var ends = written.substring("U+".length()).split("-");
      return new Range(Integer.parseInt(ends[0], 16), Integer.parseInt(ends[ends.length - 1], 16));
    }

    boolean holds(int character) {
      return first <= character && character <= last;
    }
  }
}
