package org.joinvoices.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.settings.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** A real server with two pages of its own. */
final class WebServerTest {

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import({WebConfiguration.class, AssetController.class, ErrorPage.class, Sample.class})
  static class Server {

    @Bean
    CivicClock clock() {
      return CivicClock.real();
    }

    @Bean
    Settings settings() {
      var gateway =
          new Settings.Gateway(URI.create("http://gateway.example"), "", Duration.ZERO, 10, true);
      return new Settings(
          URI.create("http://house.example"),
          Path.of("."),
          Path.of("key"),
          Path.of("keys"),
          new Settings.Mail(
              "localhost", 25, "a@house.example", null, null, false, null, 1, 1, null),
          gateway,
          gateway,
          new Settings.Agent("Sample", "", "", "", ""),
          new Settings.NewCongress(Duration.ZERO, Duration.ZERO),
          new Settings.Limits(1, 1),
          new Settings.Mailboxes(null, null),
          null);
    }
  }

  @Controller
  static class Sample {

    @PostMapping(path = "/form", consumes = "application/x-www-form-urlencoded")
    @ResponseBody
    String form(@RequestParam String word) {
      return word;
    }

    @PostMapping("/r/{token}")
    @ResponseBody
    String secret() {
      return "heard";
    }

    @GetMapping("/visitor")
    @ResponseBody
    String visitor(HttpServletRequest request) {
      return request.getRemoteAddr() + (request.isSecure() ? " by TLS" : "");
    }

    @GetMapping("/away/{state}")
    @ResponseBody
    String away(@PathVariable String state) {
      var broken = new SQLException("terminating connection", state, new EOFException());
      throw new DataAccessResourceFailureException("quotes amira@example.org", broken);
    }

    @GetMapping("/late")
    @ResponseBody
    String late() {
      throw new QueryTimeoutException("did not answer in time", new TimeoutException());
    }

    @GetMapping("/refused/{status}")
    @ResponseBody
    String refused(@PathVariable int status) {
      throw new ResponseStatusException(HttpStatusCode.valueOf(status), "amira@example.org");
    }

    @GetMapping("/broken")
    @ResponseBody
    String broken() {
      throw new IllegalStateException("quotes amira@example.org");
    }
  }

  private static final ServletWebServerApplicationContext SERVER = start();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static ServletWebServerApplicationContext start() {
    return (ServletWebServerApplicationContext)
        new SpringApplicationBuilder(Server.class)
            .properties(
                Map.of(
                    "server.port",
                    0,
                    "server.tomcat.max-http-form-post-size",
                    "256KB",
                    "spring.web.resources.add-mappings",
                    false,
                    "spring.autoconfigure.exclude",
                    "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"))
            .run(
                "--server.forward-headers-strategy=native",
                "--server.tomcat.remoteip.internal-proxies=127.0.0.0/8, ::1/128, 10.1.0.0/16");
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void believesProxiesOfItsOwnAndNobodyBeforeThem() throws Exception {
    var answer =
        send(
            request("/visitor")
                .header("X-Forwarded-For", "192.0.2.1, 203.0.113.9, 10.1.2.3")
                .header("X-Forwarded-Proto", "https"));

    assertThat(answer.body()).isEqualTo("203.0.113.9 by TLS");
  }

  @ParameterizedTest
  @CsvSource({"/assets/site.css", "/nowhere", "/broken"})
  void everyAnswerForbidsWhatOurPagesNeverDo(String path) throws Exception {
    var headers = get(path).headers();

    assertThat(headers.firstValue("Content-Security-Policy"))
        .hasValueSatisfying(
            policy -> assertThat(policy).contains("default-src 'none'").doesNotContain("unsafe"));
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
    assertThat(headers.firstValue("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, same-origin, 200",
    "Sec-Fetch-Site, none, 200",
    "Sec-Fetch-Site, cross-site, 403",
    "Sec-Fetch-Site, same-site, 403",
    "Origin, http://localhost:PORT, 200",
    "Origin, http://elsewhere.example, 403",
    "Origin, null, 403",
    "Origin, http:// no address, 403",
    "Cookie, desk=1, 403",
    "X-Nothing, at all, 200"
  })
  void aPostMustComeFromOurOwnPages(String header, String value, int status) throws Exception {
    var sent = form("word=hello").header(header, value.replace("PORT", "" + port()));

    assertThat(send(sent).statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, null, 200",
    "Origin, http://elsewhere.example, 403",
    "Sec-Fetch-Site, cross-site, 403",
    "Cookie, desk=1, 403"
  })
  void aPostToASecretAddressMayComeFromAPageThatNamesItselfToNobody(
      String header, String value, int status) throws Exception {
    var sent = request("/r/token").POST(BodyPublishers.noBody()).header(header, value);

    assertThat(send(sent).statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"57P01, 503", "57P03, 503", "08006, 503", "53300, 503", "42P01, 500"})
  void saysWhenTheDatabaseIsAway(String state, int status) throws Exception {
    var answer = get("/away/" + state);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Retry-After").isPresent()).isEqualTo(status == 503);
    assertThat(answer.body()).doesNotContain("amira", "terminating");
  }

  @Test
  void saysWhenTheDatabaseDoesNotAnswerInTime() throws Exception {
    assertThat(get("/late").statusCode()).isEqualTo(503);
  }

  @Test
  void sayingAnotherSitesNameByFetchMetadataOutweighsOurOrigin() throws Exception {
    var sent =
        form("word=hello")
            .header("Origin", "http://localhost:" + port())
            .header("Sec-Fetch-Site", "cross-site");

    assertThat(send(sent).statusCode()).isEqualTo(403);
  }

  @Test
  void saysInPlainWordsWhatWentWrong() throws Exception {
    assertError(get("/nowhere"), 404, "There is no such page");
    assertError(get("/form"), 405, "That cannot be done here");
    assertError(get("/error"), 404, "There is no such page");
    assertError(
        send(form("word=1").setHeader("Content-Type", "text/xml")),
        415,
        "We do not read that format");
    assertError(send(form("other=1")), 400, "We could not read that");
    assertError(send(form("word=" + "a".repeat(300_000))), 413, "That was too much at once");
  }

  @ParameterizedTest
  @CsvSource({
    "404, There is no such page, Esta página no existe",
    "410, This has come to an end, Esto ya terminó",
    "422, Something needs fixing, Hay algo que corregir",
    "429, Please wait a moment, 'Espere un momento, por favor'",
    "500, That went wrong on our side, Algo falló de nuestra parte",
    "503, We cannot answer at this moment, En este momento no podemos responder"
  })
  void saysSoInBothLanguagesAndLeadsOn(int status, String english, String spanish)
      throws Exception {
    var inEnglish = get("/refused/" + status);
    var inSpanish = send(request("/refused/" + status).header("Accept-Language", "es"));

    assertError(inEnglish, status, english);
    assertError(inSpanish, status, spanish);
    assertThat(inEnglish.body()).contains("href=\"/en\"", "noindex").doesNotContain("amira");
    assertThat(inSpanish.body()).contains("href=\"/es\"", "<html lang=\"es\"");
    assertThat(inEnglish.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void whatNobodyNamedIsSaidInGeneralWords() throws Exception {
    assertError(get("/refused/418"), 418, "We could not read that");
    assertError(get("/refused/507"), 507, "That went wrong on our side");
  }

  @Test
  void aFailureQuotesNothing() throws Exception {
    var answer = get("/broken");

    assertError(answer, 500, "That went wrong on our side");
    assertThat(answer.body()).doesNotContain("amira", "IllegalState");
  }

  @Test
  void errorsSpeakTheLanguageOfTheAddressOrOfTheBrowser() throws Exception {
    assertError(get("/es/nowhere"), 404, "Esta página no existe");
    assertError(
        send(request("/nowhere").header("Accept-Language", "es-MX,es;q=0.9")),
        404,
        "Esta página no existe");
  }

  @Test
  void anAssetKeepsForGoodUnderItsHashOnly() throws Exception {
    var path = Asset.find("site.css").orElseThrow().path();

    assertThat(get(path).headers().firstValue("Cache-Control"))
        .hasValueSatisfying(cache -> assertThat(cache).contains("immutable"));
    assertThat(get(path).headers().firstValue("Content-Disposition")).isEmpty();
    assertThat(get("/assets/000000000000/site.css").statusCode()).isEqualTo(404);
    assertThat(get("/assets/site.css").headers().firstValue("Cache-Control"))
        .hasValueSatisfying(cache -> assertThat(cache).doesNotContain("immutable"));
    assertThat(get("/assets/..%2f..%2fapplication.properties").statusCode()).isGreaterThan(399);
  }

  private static void assertError(HttpResponse<String> answer, int status, String words) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
    assertThat(answer.body()).contains("<h1>" + words + "</h1>").doesNotContain("\tat ");
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  private static HttpRequest.Builder form(String body) {
    return request("/form")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body));
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static int port() {
    return Objects.requireNonNull(SERVER.getWebServer()).getPort();
  }
}
