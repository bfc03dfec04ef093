package org.joinvoices.cli;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.joinvoices.action.SampleActions;
import org.joinvoices.action.SeedAction;
import org.joinvoices.cli.Wire.Answer;
import org.joinvoices.platform.clock.CivicClockStore;
import org.joinvoices.platform.crypto.MasterKey;
import org.joinvoices.platform.crypto.Tokens;
import org.joinvoices.platform.crypto.Tokens.Claim;
import org.joinvoices.platform.crypto.Tokens.Purpose;
import org.joinvoices.platform.database.Login;
import org.joinvoices.platform.database.TestDatabase;
import org.joinvoices.signing.SampleForms;
import org.joinvoices.signing.SignForm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What means harm gets a plain answer, at every route for everyone: none of our doing fails, tells
 * how the house is built or says back what would run in a browser. What is logged of it is read by
 * {@code LogWatch}, as everywhere.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTest {

  private static final Map<String, Purpose> OPENERS =
      Map.of(
          "/confirm/", Purpose.CONFIRM,
          "/thanks/", Purpose.THANKS,
          "/r/", Purpose.RECEIPT,
          "/data/", Purpose.OWN_DATA);

  /** What any of them begins with is asked first, or all are tried at each letter of every page. */
  private static final Pattern INSIDES =
      Pattern.compile(
          "(?=[\tEojCSTW])(?:\tat |Exception|org\\.(joinvoices|springframework|apache|postgresql)\\."
              + "|jakarta\\.|Caused by|SQLSTATE|\\bSELECT .* FROM|\\bTomcat\\b|Whitelabel)");

  private static final Pattern WOULD_RUN =
      Pattern.compile(
          "(?=[<4])(?:<script>alert|<img src=x|<svg/onload|<script>;|\\b49%s)"
              .formatted(HostileCorpus.WORD));

  private static final Pattern FIELD = Pattern.compile("name=\"([a-z0-9_]+)\"");
  private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final String OURS = "Sec-Fetch-Site: same-origin\r\n";
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n\r\n";

  private final DataSource database = TestDatabase.fresh();
  private final ConfigurableApplicationContext served;
  private final Wire wire;
  private final AtomicInteger signers = new AtomicInteger();
  private final String deskCookie;
  private final String deskToken;
  private final Set<String> fields = new TreeSet<>(SignForm.FIELDS);

  HostileTest(@TempDir Path home) {
    SeedAction.publish(database, SampleActions.OPEN);
    new CivicClockStore(database, InstantSource.system()).moveTo(SampleActions.OPEN);
    MasterKey.loadOrCreate(DemoProperties.masterKey(home));
    this.served = ServerApplication.start(serve(home), "serve");
    var server = ((ServletWebServerApplicationContext) served).getWebServer();
    this.wire = new Wire(Objects.requireNonNull(server).getPort());
    var signIn = wire.say(request("GET", "/desk/sign-in", "") + "\r\n");
    this.deskCookie = signIn.first("Set-Cookie").orElseThrow().split(";")[0];
    var token = FORM_TOKEN.matcher(signIn.body());
    assertThat(token.find()).isTrue();
    this.deskToken = token.group(1);
    learnFields();
  }

  /** Behind a proxy at an address that this test does not have. */
  private Map<String, Object> serve(Path home) {
    var pool = (HikariDataSource) database;
    var login = new Login(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
    var all = new HashMap<>(DemoProperties.of(home, 8080, login));
    all.put("server.port", 0);
    all.put("server.forward-headers-strategy", "native");
    all.put("server.tomcat.remoteip.internal-proxies", "10.1.0.0/16");
    all.put("joinvoices.limits.per-network-per-hour", 100_000);
    all.put("joinvoices.limits.per-domain-per-minute", 100_000);
    all.put("joinvoices.base-url", "https://letters.sample.example");
    all.put("joinvoices.management.address", "127.0.0.1");
    all.put("joinvoices.management.port", 0);
    return all;
  }

  /** Whatever a page asks for is a field, so that a new one is tried without being named here. */
  private void learnFields() {
    open(route -> !route.isAPost()).stream()
        .map(path -> wire.say(request("GET", path, "") + "\r\n").body())
        .flatMap(page -> FIELD.matcher(page).results().map(found -> found.group(1)))
        .forEach(fields::add);
    fields.addAll(List.of("lat", "lon", "accuracy", "note", "did", "seat", "credential", "asked"));
    fields.removeAll(List.of("_csrf", "viewport", "color"));
  }

  @AfterAll
  void stop() {
    served.close();
  }

  /** One quick answer of three will do: a busy machine is not our fault. */
  @AfterEach
  void othersAreServedAsEver() {
    assertThat(Stream.generate(this::timeOfAPage).limit(3))
        .as("time of an ordinary page")
        .anyMatch(time -> time.compareTo(Duration.ofSeconds(1)) < 0);
    assertThat(sign(SampleForms.send())).startsWith("/thanks/");
  }

  private Duration timeOfAPage() {
    long start = System.nanoTime();
    assertThat(wire.say(request("GET", "/actions/" + SeedAction.SLUG, "") + "\r\n").status())
        .isEqualTo(200);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Test
  void addressesOfAnyTextAreAnswered() {
    var pages = open(route -> !route.isAPost());
    for (String text : HostileCorpus.encoded()) {
      routes()
          .filter(Route::hasVariables)
          .forEach(route -> ask(route, route.filled(_ -> text), "", FORM));
      String query = everyField(text);
      pages.forEach(path -> check(request("GET", path + "?" + query, "") + "\r\n"));
    }
  }

  @Test
  void formsOfAnyTextAreAnswered() {
    var forms = open(Route::isAPost);
    for (String text : HostileCorpus.encoded()) {
      forms.forEach(path -> check(post(path, FORM + everyField(text))));
    }
  }

  @Test
  void whatSignersCallThemselvesIsShownAsText() {
    for (String text : HostileCorpus.encoded()) {
      var form = new TreeMap<String, String>();
      SampleForms.send().forEach((name, values) -> form.put(name, values.getFirst()));
      form.put("email", newMailbox());
      form.replaceAll((_, value) -> encode(value, UTF_8));
      Stream.of("given_name", "family_name", "address_line", "locality", "own_words")
          .forEach(field -> form.put(field, text));
      var answer = check(post("/actions/" + SeedAction.SLUG + "/signatures", FORM + joined(form)));
      answer
          .first("Location")
          .ifPresent(
              thanks ->
                  OPENERS.forEach(
                      (start, purpose) ->
                          check(request("GET", start + token(thanks, purpose), "") + "\r\n")));
    }
  }

  @Test
  void bodiesOfAnyKindAreAnswered() {
    var forms = open(Route::isAPost);
    for (String body : HostileCorpus.bodies()) {
      forms.forEach(path -> check(post(path, body)));
    }
  }

  @Test
  void whateverHeadersSayIsNotBelieved() {
    var paths = open(route -> !route.isAPost());
    var forms = open(Route::isAPost);
    for (String lines : HostileCorpus.headers()) {
      for (String path : paths) {
        check(request("GET", path, lines + "\r\n") + "\r\n");
      }
      for (String form : forms) {
        check(request("POST", form, lines + "\r\nContent-Length: 0\r\n") + "\r\n");
      }
    }
    for (String host : HostileCorpus.hosts()) {
      for (String path : paths) {
        String lines = " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
        assertThat(check("GET " + path + lines).body()).as(path).doesNotContain("evil.example");
      }
    }
  }

  @Test
  void methodsOfAnyNameAreAnswered() {
    for (String method : HostileCorpus.methods()) {
      routes()
          .map(Route::example)
          .distinct()
          .forEach(
              path -> {
                var answer =
                    check(
                        request(method, path, OURS + "X-Said: " + HostileCorpus.WORD + "\r\n")
                            + "\r\n");
                assertThat(answer.body()).doesNotContain(HostileCorpus.WORD);
              });
    }
  }

  @Test
  void tokensForSomethingElseOpenNothing() {
    String thanks = sign(SampleForms.send());
    String last = thanks.substring(thanks.length() - 1);
    for (var opener : OPENERS.entrySet()) {
      var right = token(thanks, opener.getValue());
      var wrong =
          new ArrayList<>(
              List.of(
                  right.substring(0, right.length() - 1),
                  right.substring(1),
                  right + last,
                  right + "=",
                  right.toUpperCase(Locale.ROOT),
                  new StringBuilder(right).reverse().toString(),
                  "A".repeat(right.length()),
                  UUID.randomUUID().toString()));
      OPENERS.values().stream()
          .filter(other -> other != opener.getValue())
          .forEach(other -> wrong.add(token(thanks, other)));
      for (String token : wrong) {
        routes()
            .filter(route -> route.path().startsWith(opener.getKey()))
            .map(route -> Map.entry(route, route.example(Map.of("token", token, "form", "zip"))))
            .forEach(
                asked ->
                    assertThat(ask(asked.getKey(), asked.getValue(), "", FORM).status())
                        .as(asked.getKey() + " with another's token")
                        .isGreaterThanOrEqualTo(400));
      }
    }
  }

  @Test
  void whatIsNoHttpIsRefusedOrIgnored() {
    String page = "/actions/" + SeedAction.SLUG;
    String signatures = page + "/signatures";
    String host = "Host: localhost\r\n";
    String smuggled = "GET /desk/sign-in HTTP/1.1\r\n" + host + "\r\n";
    Stream.of(
            "\r\n\r\n",
            "GET\r\n\r\n",
            "GET " + page + "\r\n",
            "GET " + page + "\r\n\r\n",
            "GET " + page + " HTTP/0.9\r\n\r\n",
            "GET " + page + " HTTP/3.7\r\n" + host + "\r\n",
            "GET " + page + " " + HostileCorpus.WORD + "\r\n" + host + "\r\n",
            "GET  " + page + "  HTTP/1.1\r\n" + host + "\r\n",
            "GET " + page + " HTTP/1.1\r\n\r\n",
            "GET " + page + " HTTP/1.1\r\n" + host + host + "\r\n",
            "GET " + page + " HTTP/1.1\nHost: localhost\n\n",
            "GET http://evil.example" + page + " HTTP/1.1\r\n" + host + "\r\n",
            "GET javascript:alert(1) HTTP/1.1\r\n" + host + "\r\n",
            "GET //evil.example/.. HTTP/1.1\r\n" + host + "\r\n",
            "GET /.. HTTP/1.1\r\n" + host + "\r\n",
            "GET " + page + "/../../../../etc/passwd HTTP/1.1\r\n" + host + "\r\n",
            "GET /%2e%2e/%00 HTTP/1.1\r\n" + host + "\r\n",
            "GET /\377\376" + HostileCorpus.WORD + " HTTP/1.1\r\n" + host + "\r\n",
            "GET /<script>alert('"
                + HostileCorpus.WORD
                + "')</script> HTTP/1.1\r\n"
                + host
                + "\r\n",
            "GET /" + HostileCorpus.WORD.repeat(2_000) + " HTTP/1.1\r\n" + host + "\r\n",
            "GET /?" + HostileCorpus.WORD.repeat(2_000) + " HTTP/1.1\r\n" + host + "\r\n",
            "GET * HTTP/1.1\r\n" + host + "\r\n",
            "OPTIONS * HTTP/1.1\r\n" + host + "\r\n",
            "CONNECT evil.example:443 HTTP/1.1\r\n" + host + "\r\n",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            "\26\3\1\2\0\1\0\1\374\3\3" + HostileCorpus.WORD,
            "GET " + page + " HTTP/1.1\r\n" + host + "No colon " + HostileCorpus.WORD + "\r\n\r\n",
            "GET " + page + " HTTP/1.1\r\n" + host + ": no name\r\n\r\n",
            "GET " + page + " HTTP/1.1\r\n" + host + "X-Name : blank\r\n\r\n",
            "GET " + page + " HTTP/1.1\r\n" + host + "X-Nul: \0" + HostileCorpus.WORD + "\r\n\r\n",
            "GET " + page + " HTTP/1.1\r\n" + host + "X-Cr: \r" + HostileCorpus.WORD + "\r\n\r\n",
            "GET " + page + " HTTP/1.1\r\n" + host + "X-Folded: a\r\n b\r\n\r\n",
            "POST " + signatures + " HTTP/1.1\r\n" + host + "Content-Length: nonsense\r\n" + FORM,
            "POST " + signatures + " HTTP/1.1\r\n" + host + "Content-Length: -1\r\n" + FORM + "a",
            "POST "
                + signatures
                + " HTTP/1.1\r\n"
                + host
                + "Content-Length: 99999999999999999999\r\n"
                + FORM,
            "POST "
                + signatures
                + " HTTP/1.1\r\n"
                + host
                + "Content-Length: 100\r\n"
                + FORM
                + "a=b",
            "POST "
                + signatures
                + " HTTP/1.1\r\n"
                + host
                + "Content-Length: 1\r\n"
                + FORM
                + "a="
                + HostileCorpus.WORD,
            "POST "
                + signatures
                + " HTTP/1.1\r\n"
                + host
                + "Content-Length: 3\r\nContent-Length: 4\r\n"
                + FORM
                + "a=b",
            "POST "
                + signatures
                + " HTTP/1.1\r\n"
                + host
                + "Content-Length: 3, 4\r\n"
                + FORM
                + "a=b",
            "POST "
                + signatures
                + " HTTP/1.1\r\n"
                + host
                + "Transfer-Encoding: nonsense\r\n"
                + FORM
                + "a=b",
            "POST "
                + signatures
                + " HTTP/1.1\r\n"
                + host
                + "Transfer-Encoding: xchunked, chunked, gzip\r\n"
                + FORM,
            "POST "
                + signatures
                + " HTTP/1.0\r\nTransfer-Encoding: chunked\r\n"
                + FORM
                + "0\r\n\r\n",
            chunked(signatures, "zz\r\na=b\r\n0\r\n\r\n"),
            chunked(signatures, "-1\r\na=b\r\n0\r\n\r\n"),
            chunked(signatures, "ffffffffffffffff\r\na=b"),
            chunked(signatures, "3\r\na=" + HostileCorpus.WORD + "\r\n0\r\n\r\n"),
            chunked(signatures, "3\r\na=b"),
            chunked(signatures, "3;" + "x".repeat(20_000) + "\r\na=b\r\n0\r\n\r\n"),
            chunked(signatures, "0\r\nX-Late: " + "x".repeat(20_000) + "\r\n\r\n"),
            chunked(signatures, "0\r\n No name\0\r\n\r\n"))
        .forEach(this::checkWire);
    for (String lines :
        List.of(
            "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
            "Content-Length: 4\r\nTransfer-Encoding : chunked\r\n",
            "Content-Length: 4\r\nTransfer-Encoding:\u000bchunked\r\n",
            "Transfer-Encoding: chunked\r\nContent-Length: 4\r\nTransfer-Encoding: identity\r\n")) {
      var answer =
          checkWire(
              "POST "
                  + signatures
                  + " HTTP/1.1\r\n"
                  + host
                  + OURS
                  + lines
                  + FORM
                  + "0\r\n\r\n"
                  + smuggled);
      assertThat(answer.body()).as(lines).doesNotContain("HTTP/1.1", "__Host-desk-form");
    }
  }

  @Test
  void thoseWhoSayHalfAndWaitKeepNobodyElseWaiting() throws IOException {
    String form = "/actions/" + SeedAction.SLUG + "/signatures";
    var waiting = new ArrayList<Socket>();
    try {
      for (int i = 0; i < 40; i++) {
        waiting.add(wire.begin("GET /actions/" + SeedAction.SLUG + " HTTP/1.1\r\nHost: loc"));
        waiting.add(
            wire.begin(request("POST", form, OURS + "Content-Length: 1000\r\n") + FORM + "given_"));
        waiting.add(wire.begin(chunked(form, "3e8\r\ngiven_name=")));
        waiting.add(wire.begin(""));
      }
      othersAreServedAsEver();
    } finally {
      for (Socket socket : waiting) {
        socket.close();
      }
    }
  }

  private static String chunked(String path, String chunks) {
    return request("POST", path, OURS + "Transfer-Encoding: chunked\r\n") + FORM + chunks;
  }

  /**
   * What is no HTTP may also be hung up on, and what is HTTP 0.9 has no headers; two of RFC 9110's
   * answers are 501 and 505.
   */
  private Answer checkWire(String said) {
    var answer = wire.say(said);
    if (answer.isHttp() && answer.status() != 501 && answer.status() != 505) {
      check(said, answer);
    }
    return answer;
  }

  private Answer ask(Route route, String path, String lines, String body) {
    return check(route.isAPost() ? post(path, lines + body) : request("GET", path, lines) + "\r\n");
  }

  private Answer check(String said) {
    return check(said, wire.say(said));
  }

  private static Answer check(String said, Answer answer) {
    String asked = said.length() > 500 ? said.substring(0, 500) + "…" : said;
    boolean comeAgain = answer.status() == 503 && answer.first("Retry-After").isPresent();
    assertThat(answer.status() >= 200 && answer.status() < 500 || comeAgain)
        .as("%s%nis answered %s", asked, answer.head())
        .isTrue();
    // What is held about a person says also by what fault a mail to them waits.
    if (answer.first("Content-Disposition").isEmpty()) {
      assertThat(answer.head() + answer.body()).as(asked).doesNotContainPattern(INSIDES);
    }
    assertThat(answer.body()).as(asked).doesNotContainPattern(WOULD_RUN);
    assertThat(answer.all("Set-Cookie")).as(asked).noneMatch(cookie -> cookie.contains("evil"));
    assertThat(answer.all("X-Evil")).as(asked).isEmpty();
    assertThat(answer.all("Location")).as(asked).allMatch(to -> to.matches("/([^/].*)?"));
    if (answer.first("Content-Type").filter(type -> type.startsWith("text/html")).isPresent()) {
      assertThat(answer.all("X-Content-Type-Options")).as(asked).containsExactly("nosniff");
      assertThat(answer.all("Content-Security-Policy"))
          .as(asked)
          .singleElement()
          .asString()
          .contains("default-src 'none'")
          .doesNotContain("unsafe");
      assertThat(answer.all("Referrer-Policy")).as(asked).isNotEmpty();
      assertThat(answer.all("Strict-Transport-Security")).as(asked).isNotEmpty();
    }
    return answer;
  }

  private static Stream<Route> routes() {
    return Route.golden().filter(Route::isForEveryone);
  }

  /** Paths of routes, each with the token of a signature of its own where it needs one. */
  private List<String> open(Predicate<Route> which) {
    return routes().filter(which).flatMap(this::open).distinct().toList();
  }

  private Stream<String> open(Route route) {
    var values = new HashMap<>(Map.of("name", "site.css", "seat", "OH-11"));
    OPENERS.entrySet().stream()
        .filter(opener -> route.path().startsWith(opener.getKey()))
        .forEach(opener -> values.put("token", freshToken(opener.getValue())));
    Stream<String> forms =
        route.path().contains("{form:") ? Stream.of("district", "zip", "location") : Stream.of("");
    return forms.map(
        form -> {
          values.put("form", form);
          return route.example(values);
        });
  }

  private String freshToken(Purpose purpose) {
    String thanks = sign(SampleForms.send());
    if (purpose == Purpose.RECEIPT || purpose == Purpose.OWN_DATA) {
      check(post("/confirm/" + token(thanks, Purpose.CONFIRM), FORM));
    }
    return token(thanks, purpose);
  }

  /** For the same signature as that of its page of thanks. */
  private String token(String thanks, Purpose purpose) {
    var tokens = served.getBean(Tokens.class);
    var claim = tokens.read(Purpose.THANKS, thanks.substring("/thanks/".length())).orElseThrow();
    return tokens.issue(new Claim(purpose, claim.scope(), claim.id()), Duration.ofMinutes(20));
  }

  /** The path to which somebody new is sent on who signs. */
  private String sign(Map<String, List<String>> form) {
    var sent = new TreeMap<String, String>();
    form.forEach((name, values) -> sent.put(name, encode(values.getFirst(), UTF_8)));
    sent.put("email", encode(newMailbox(), UTF_8));
    var answer = check(post("/actions/" + SeedAction.SLUG + "/signatures", FORM + joined(sent)));
    assertThat(answer.status()).isEqualTo(303);
    return answer.first("Location").orElseThrow();
  }

  private String newMailbox() {
    return "sample-" + signers.incrementAndGet() + "@mail.example";
  }

  private String everyField(String text) {
    return fields.stream().map(field -> field + "=" + text).collect(joining("&"));
  }

  private static String joined(Map<String, String> form) {
    return form.entrySet().stream().map(Object::toString).collect(joining("&"));
  }

  /** At the desk with the token of a form that was opened. */
  private String post(String path, String linesAndBody) {
    boolean desk = path.startsWith("/desk");
    int end = linesAndBody.indexOf("\r\n\r\n") < 0 ? 0 : linesAndBody.indexOf("\r\n\r\n") + 4;
    String lines = end == 0 ? "" : linesAndBody.substring(0, end - 2);
    String body = end == 0 ? linesAndBody.substring(2) : linesAndBody.substring(end);
    String ours =
        OURS + (desk ? "Cookie: " + deskCookie + "\r\nX-XSRF-TOKEN: " + deskToken + "\r\n" : "");
    int length = body.getBytes(ISO_8859_1).length;
    return request("POST", path, ours + lines + "Content-Length: " + length + "\r\n")
        + "\r\n"
        + body;
  }

  private static String request(String method, String path, String lines) {
    return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + lines;
  }
}
