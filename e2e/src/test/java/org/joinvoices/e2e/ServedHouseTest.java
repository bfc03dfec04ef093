package org.joinvoices.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An operator sets up a real house from nothing, with the letter of another. */
@ExtendWith(Houses.class)
class ServedHouseTest {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final Demo demo;
  private final HttpClient visitor = HttpClient.newHttpClient();

  @TempDir private Path folder = Path.of("");

  ServedHouseTest(Demo demo) {
    this.demo = demo;
  }

  @Test
  void servesAPublishedLetterHasNothingOfADemoAndStopsCleanly() throws Exception {
    int port = Demo.freePort();
    int management = Demo.freePort();
    var config = configuration(port, management);
    publishTheDemosLetter(config);
    var log = folder.resolve("server.log");
    var server = Terminal.leaveRunning(log, "serve", "--config", config.toString());
    try {
      await().atMost(PATIENCE).until(() -> says(log, "Ready: ") || !server.isAlive());
      assertThat(Files.readString(log, UTF_8))
          .contains("The gateway of the House is off: messages to it wait until house.key is set.")
          .contains("Ready: http://localhost:" + port);
      assertThat(status(port, "/actions/" + Demo.SLUG)).isEqualTo(200);
      for (var path : new String[] {"/demo/mail", "/demo/gateway", "/demo/clock"}) {
        assertThat(status(port, path)).as(path).isEqualTo(404);
      }
      assertThat(page(port, "/")).doesNotContain("demonstration");
      assertWatched(port, management);
    } finally {
      server.destroy();
    }
    await().atMost(PATIENCE).until(() -> !server.isAlive());
    assertLogIsForPrograms(log);
    assertThat(folder.resolve("house/postgres/data/postmaster.pid")).doesNotExist();
  }

  private Path configuration(int port, int management) throws IOException {
    var key = folder.resolve("keys/master.json");
    assertThat(Terminal.type("make-key", key.toString()).status()).isZero();
    assertThat(Terminal.type("make-key", key.toString()).status()).isEqualTo(1);
    return Files.writeString(
        folder.resolve("house.conf"),
        """
        base-url = http://localhost:%d
        home = %s
        master-key-file = %s
        key-store = %s
        listen.port = %d
        mail.host = 127.0.0.1
        mail.from = letters@sample.example
        management.port = %d
        log.format = json
        """
            .formatted(
                port, folder.resolve("house"), key, folder.resolve("keys/data"), port, management));
  }

  private void publishTheDemosLetter(Path config) {
    var letter = folder.resolve("letter").toString();
    var home = demo.home().toString();
    assertThat(Terminal.type("export-action", Demo.SLUG, letter, "--home", home).status()).isZero();
    var published = Terminal.type("publish", letter, "--config", config.toString());
    assertThat(published.status()).as(published.err()).isZero();
  }

  /** Everything that was asked for before is counted, by route; nobody and no token is named. */
  private void assertWatched(int port, int management) throws Exception {
    assertThat(status(port, "/nowhere/" + Person.amira().email())).isEqualTo(404);
    assertThat(status(port, "/r/sample-token-of-nobody")).isEqualTo(404);
    assertThat(status(port, "/metrics")).isEqualTo(404);
    assertThat(page(management, "/health")).contains("\"database\":\"up\"");
    var metrics = page(management, "/metrics");
    assertThat(metrics)
        .contains("uri=\"/actions/{slug}\"", "uri=\"/r/{token}\"")
        .doesNotContain("sample-token");
    Privacy.assertTellsOfNobody("the metrics", metrics);
  }

  private static void assertLogIsForPrograms(Path log) throws IOException {
    var events =
        Files.readAllLines(log, UTF_8).stream()
            .filter(line -> line.startsWith("{"))
            .map(Json::read)
            .toList();
    assertThat(events)
        .isNotEmpty()
        .allSatisfy(
            event -> {
              assertThat(Instant.parse(event.get("@timestamp").asString())).isNotNull();
              assertThat(event.at("/log/level").asString()).isIn("INFO", "WARN", "ERROR");
              assertThat(event.at("/log/logger").asString()).isNotBlank();
              assertThat(event.get("message").asString()).isNotBlank();
            });
    Privacy.assertTellsOfNobody("the log", Files.readString(log, UTF_8));
  }

  private static boolean says(Path log, String words) throws IOException {
    return Files.exists(log) && Files.readString(log, UTF_8).contains(words);
  }

  private int status(int port, String path) throws Exception {
    return ask(port, path).statusCode();
  }

  private String page(int port, String path) throws Exception {
    return ask(port, path).body();
  }

  private HttpResponse<String> ask(int port, String path) throws Exception {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
    return visitor.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
