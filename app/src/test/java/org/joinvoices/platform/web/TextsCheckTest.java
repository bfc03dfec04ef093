package org.joinvoices.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TextsCheckTest {

  private static final String PLACE = "org/joinvoices/sample";

  /** Asks for texts as pages do. */
  private record Sample(Words words) {

    String title() {
      return words.get("sample.title");
    }

    String state(String word) {
      return words.get("sample.state." + word, 3);
    }

    String more(String key) {
      return words.get(key + ".more");
    }

    boolean draft() {
      return words.has("sample.draft");
    }
  }

  private static TextsCheck.Found check(Map<String, String> english, Map<String, String> spanish)
      throws IOException {
    var uses = new TextUses();
    try (var file = Sample.class.getResourceAsStream("TextsCheckTest$Sample.class")) {
      uses.add(Objects.requireNonNull(file).readAllBytes());
    }
    return TextsCheck.check(
        Map.of(PLACE, Map.of("en", english, "es", spanish)), List.of("en", "es"), uses);
  }

  @Test
  void hasNothingToSayOfTextsThatAreThereAndUsed() throws IOException {
    var texts =
        Map.of(
            "sample.title", "Title",
            "sample.title.more", "More",
            "sample.state.open", "{0} open",
            "sample.draft", "");

    assertThat(check(texts, texts).faults()).isEmpty();
  }

  @Test
  void namesWhatOneLanguageLacksHasAloneOrFillsInOtherwise() throws IOException {
    assertThat(
            check(
                    Map.of("sample.title", "{0}", "sample.draft", "", "sample.state.open", "Open"),
                    Map.of("sample.title", "{1}", "sample.draft", "", "sample.state.old", "Old"))
                .faults())
        .containsExactly(
            PLACE + ": es lacks sample.state.open",
            PLACE + ": sample.title of es takes other arguments",
            PLACE + ": sample.state.old stands in es alone");
  }

  @Test
  void namesWhatIsUsedNowhereAndWhatIsAskedForInVain() throws IOException {
    var texts = Map.of("sample.draft", "", "sample.titel", "Misspelled", "sample.other.more", "");

    assertThat(check(texts, texts).faults())
        .containsExactly(
            PLACE + ": sample.other.more is used nowhere",
            PLACE + ": sample.titel is used nowhere",
            "sample.title is asked for and stands nowhere");
  }

  @Test
  void namesTheFormThatALanguageNeedsBesideANumber() throws IOException {
    var uses = new TextUses();
    try (var file = Sample.class.getResourceAsStream("TextsCheckTest$Sample.class")) {
      uses.add(Objects.requireNonNull(file).readAllBytes());
    }
    var english = Map.of("sample.title", "{0, plural, one {# day} other {# days}}");
    var arabic =
        Map.of("sample.title", "{0, plural, =0 {لا} one {يوم} two {يومان} other {# يومًا}}");

    assertThat(
            TextsCheck.check(
                    Map.of(PLACE, Map.of("en", english, "ar", arabic)), List.of("en", "ar"), uses)
                .faults())
        .containsExactly(
            PLACE + ": sample.title of ar has no form “few”, as for 3",
            "sample.draft is asked for and stands nowhere");
  }
}
