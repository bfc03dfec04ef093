package org.joinvoices.coalition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebsiteTest {

  @ParameterizedTest
  @CsvSource({
    "https://www.alliance.example/join?x=1,https://www.alliance.example/join?x=1",
    "alliance.example,https://alliance.example",
    "HTTPS://alliance.example,https://alliance.example"
  })
  void isAnAddressOfHttps(String typed, String website) {
    assertThat(Website.parse(typed).map(Website::value)).contains(website);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "http://alliance.example",
        "javascript:alert(1)",
        "javascript://alliance.example/%0aalert(1)",
        "data:text/html,x",
        "https://user:secret@alliance.example",
        "https://localhost",
        "https:///nowhere",
        "https://alliance.example/\"><b>",
        "two words.example"
      })
  void isNothingElse(String typed) {
    assertThat(Website.parse(typed)).isEmpty();
  }
}
