package org.joinvoices.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** One answer of the server. */
record Page(URI uri, int status, HttpHeaders headers, String body) {

  static Page of(HttpResponse<String> response) {
    return new Page(
        response.request().uri(), response.statusCode(), response.headers(), response.body());
  }

  /** Asserts the status and says what the page said if it is another one. */
  Page expect(int wanted) {
    assertThat(status).as(() -> uri.getPath() + "\n" + text()).isEqualTo(wanted);
    return this;
  }

  Document document() {
    return Jsoup.parse(body, uri.toString());
  }

  /** The first element, or a failure that says what is missing where. */
  Element first(String selector) {
    var found = document().selectFirst(selector);
    if (found == null) {
      throw new AssertionError("no %s on %s:%n%s".formatted(selector, uri.getPath(), text()));
    }
    return found;
  }

  /** What a reader sees, without markup. */
  String text() {
    return isHtml() ? document().text() : body;
  }

  boolean isHtml() {
    return header("Content-Type").startsWith("text/html");
  }

  /** The header's only value, or empty text. */
  String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** Where a redirect leads. */
  URI location() {
    return uri.resolve(
        headers.firstValue("Location").orElseThrow(() -> new AssertionError("no Location")));
  }
}
