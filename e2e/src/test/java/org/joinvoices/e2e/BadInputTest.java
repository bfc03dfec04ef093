package org.joinvoices.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Mistyped, mangled and hostile forms. That no answer is a server's failure is asserted for every
 * story by {@link Manners}; here: who mistyped keeps what they typed, who attacks is told no.
 */
@ExtendWith(Houses.class)
class BadInputTest {

  private static final String ACTION = "/actions/" + Demo.SLUG;

  private final Demo demo;
  private final Visitor visitor;
  private final URI target;

  BadInputTest(Demo demo) {
    this.demo = demo;
    this.visitor = new Visitor(demo);
    this.target = demo.url(ACTION + "/signatures");
  }

  @Test
  void anEmptyFormComesBackWithASummaryThatLeadsToEachField() {
    var form = Supporter.signForm(visitor.get(ACTION));
    var answer = visitor.submit(form.press(Supporter.SEND)).expect(422);
    var links = answer.document().select("[role=alert] a[href^=#]");
    assertThat(links).hasSizeGreaterThanOrEqualTo(5);
    links.forEach(link -> answer.first(link.attr("href")));
    assertThat(answer.document().select("[aria-invalid=true]")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "family_name, Bell\u0007\u001b[31m",
    "given_name, \u202eevil\u202c",
    "own_words, \u202ereversed and long enough\u202c",
    "email, not a mailbox",
    "email, two@at@mail.example",
    "email, ruth@m\u0430il.example",
    "postal_code, 3030",
    "locality, At\u0000lanta"
  })
  void whatCannotBeTakenComesBackWithEverythingElseKept(String field, String value) {
    var form = new Supporter(visitor, Person.ruth()).filled(visitor.get(ACTION));
    var answer = visitor.submit(form.fill(field, value).press(Supporter.SEND)).expect(422);
    assertThat(answer.first("[role=alert] a[href=#" + field + "]").text()).isNotEmpty();
    var kept = Supporter.signForm(answer);
    assertThat(kept.value("address_line")).isEqualTo(Person.ruth().street());
    assertThat(kept.value("prefix")).isEqualTo(Person.ruth().prefix());
    assertThat(kept.value("own_words")).isNotEmpty();
    assertThat(answer.header("Cache-Control")).contains("no-store");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "</textarea><style>*{display:none}</style>",
        "{{7*7}} ${7*7} &lt;b&gt;"
      })
  void markupIsKeptAsTextAndNeverBecomesPartOfAPage(String markup) {
    var form = new Supporter(visitor, Person.ruth()).filled(visitor.get(ACTION));
    form.fill("locality", markup).fill("own_words", markup).fill("postal_code", "3030");
    var answer = visitor.submit(form.press(Supporter.SEND)).expect(422);
    assertThat(
            answer.document().select("[onerror], main style, main script:not([src^='/assets/'])"))
        .isEmpty();
    var kept = Supporter.signForm(answer);
    assertThat(kept.value("locality")).isEqualTo(markup);
    assertThat(kept.value("own_words")).isEqualTo(markup);
  }

  @Test
  void aFieldOfAMegabyteIsRefusedKindly() {
    var huge = "family_name=" + "x".repeat(1 << 20);
    assertThat(post(Visitor.FORM, huge).status()).isIn(413, 422);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"family_name=%zz", "%", "&&&=&", "family_name", "family_name=%C3%28&email=%ff%fe"})
  void mangledEncodingIsAMistakeOfTheSender(String body) {
    assertThat(post(Visitor.FORM, body).status()).isBetween(400, 422);
  }

  @Test
  void twoValuesOfOneFieldAreNotGuessedAt() {
    var answer = post(Visitor.FORM, "family_name=One&family_name=Two&email=a%40mail.example");
    assertThat(answer.status()).isBetween(400, 422);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "text/plain",
        "text/xml",
        "multipart/form-data",
        "multipart/form-data; boundary=x"
      })
  void otherContentIsNotAForm(String type) {
    assertThat(post(type, "{\"family_name\":\"Bell\"}").status()).isIn(400, 415, 422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null", "http://localhost:1"})
  void aFormOnAnotherSiteCannotSign(String origin) {
    var form = new Supporter(visitor, Person.ruth()).filled(visitor.get(ACTION));
    var body = form.press(Supporter.SEND).encoded().getBytes(UTF_8);
    visitor.post(target, origin, Visitor.FORM, body).expect(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/confirm/x",
        "/thanks/AAAA",
        "/r/../r/",
        "/r/" + "A",
        "/confirm/%20",
        "/actions/no-such-letter",
        "/fr/actions/" + Demo.SLUG,
        "/actions/" + Demo.SLUG + "/signatures"
      })
  void wrongAddressesGetAPageNotAFailure(String path) {
    assertThat(visitor.get(path).status()).isBetween(400, 499);
  }

  /** {@link Houses} reads the logs afterwards. */
  @Test
  void wrongAddressesBelowASecretOneDoNotBetrayItToTheLogs() {
    var thanks = new Supporter(visitor, Person.ruth().withEmail("lost@mail.example"));
    var address = thanks.signAndSend(ACTION).uri().getPath();
    visitor.get(address + "/no-such-page").expect(404);
    assertThat(post(address, Visitor.FORM, "").status()).isBetween(404, 405);
    assertThat(post(address + "/district", "text/plain", "x").status()).isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /actions/%zz HTTP/1.1",
        "GET /actions/%00 HTTP/1.1",
        "GET /..%2f..%2fetc/passwd HTTP/1.1",
        "BREW / HTTP/1.1",
        "GET / HTTP/9"
      })
  void aMalformedRequestLineIsAMistakeOfTheSender(String line) throws IOException {
    try (var socket = new Socket("127.0.0.1", demo.port())) {
      socket.setSoTimeout(10_000);
      var request = line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(UTF_8));
      var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertThat(answer.lines().findFirst().orElse("")).containsPattern("HTTP/1.1 (4|505)");
    }
  }

  private Page post(String contentType, String body) {
    return post(target.getPath(), contentType, body);
  }

  private Page post(String path, String contentType, String body) {
    return visitor.post(demo.url(path), visitor.ownOrigin(), contentType, body.getBytes(UTF_8));
  }
}
