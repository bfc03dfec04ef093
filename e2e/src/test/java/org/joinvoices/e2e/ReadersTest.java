package org.joinvoices.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages as caches, newsrooms and careful readers see them. */
@ExtendWith(Houses.class)
class ReadersTest {

  private static final String ACTION = "/actions/" + Demo.SLUG;

  private final Visitor visitor;

  ReadersTest(Demo demo) {
    this.visitor = new Visitor(demo);
  }

  @ParameterizedTest
  @ValueSource(strings = {ACTION, "/en" + ACTION, "/es" + ACTION})
  void anActionPageMayBeKeptAndAskedForAgain(String path) {
    var page = visitor.get(path).expect(200);
    assertThat(page.header("Cache-Control")).contains("max-age").doesNotContain("no-store");
    // the page says as of when it counted, so it may become another one between two requests
    var again = await().until(() -> askAgain(path), answer -> answer.status() == 304);
    assertThat(again.body()).isEmpty();
  }

  private Page askAgain(String path) {
    return visitor.getWith(path, "If-None-Match", visitor.get(path).header("ETag"));
  }

  @Test
  void theLetterCanBeQuotedDemandByDemand() {
    var page = visitor.get(ACTION).expect(200);
    for (int i = 1; i <= 6; i++) {
      assertThat(page.first("#demand-" + i + " > p").text()).isNotEmpty();
    }
    assertThat(page.text())
        .contains("Dear President-Elect Joe Biden and Vice President-Elect Kamala Harris,")
        .contains("without ankle monitors that serve as a digital prison")
        .contains("within the first hundred days of your administration")
        .contains("January 2021");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", ACTION, "/es" + ACTION, "/demo/mail", "/demo/gateway", "/demo/clock"})
  void everyPageNamesItsLanguageAndItself(String path) {
    var page = visitor.get(path).expect(200);
    assertThat(page.first("html").attr("lang")).isIn("en", "es");
    assertThat(page.first("title").text()).isNotEmpty();
    assertThat(page.document().select("h1")).hasSize(1);
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
  }

  @Test
  void whatAPageLoadsIsThere() {
    var page = visitor.get(ACTION).expect(200);
    var loaded =
        page.document().select("link[rel=stylesheet], link[rel=icon]").eachAttr("abs:href");
    loaded.addAll(page.document().select("script[src], img[src]").eachAttr("abs:src"));
    assertThat(loaded).isNotEmpty();
    loaded.forEach(address -> visitor.get(URI.create(address)).expect(200));
  }
}
