package org.joinvoices.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PreviewTest {

  private static Preview describing(String text) {
    return new Preview("website", "https://house.example/", text, Map.of());
  }

  @Test
  void tellsAShortTextWholeAndAsOneLine() {
    assertThat(describing(" One \"line\".\n\nAnd another. ").description())
        .isEqualTo("One \"line\". And another.");
  }

  @Test
  void tellsOfALongTextTheSentencesThatFit() {
    String first = "There are thousands of families in danger and waiting for an answer to them.";
    String second = "They have written a letter.";

    assertThat(describing(first + " " + second + " " + "More ".repeat(40)).description())
        .isEqualTo(first + " " + second);
  }

  @Test
  void endsALongSentenceBetweenTwoWordsAndAnAbbreviationIsNoEnd() {
    String text =
        "A letter that is long enough for nobody to read it all at once calls on the U.S. "
            + "Senate to listen to those who wrote it and to everybody who joined them since";

    assertThat(describing(text).description())
        .hasSizeLessThanOrEqualTo(156)
        .startsWith("A letter that is long enough")
        .contains("U.S. Senate")
        .endsWith("who joined them…");
  }

  @Test
  void nothingInTheFactsEndsTheBlockTheyStandIn() {
    String text = "</script><script>alert(1)</script><!-- <script> & \" \uD83D\uDD4A";

    String data =
        new Preview("article", "https://house.example/", "", Map.of("author", List.of(text)))
            .data();

    assertThat(data).doesNotContain("<");
    var read = JsonMapper.shared().readTree(data);
    assertThat(read.get("@context").asString()).isEqualTo("https://schema.org");
    assertThat(read.get("author").get(0).asString()).isEqualTo(text);
  }
}
