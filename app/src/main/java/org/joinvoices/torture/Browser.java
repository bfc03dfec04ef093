package org.joinvoices.torture;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks as a person does: again and again until there is an answer that is not an apology. */
final class Browser implements AutoCloseable {

  /** What came in the end. */
  record Answer(int status, String location, String body) {}

  /** Nobody waits longer, and a house that has not answered by then is broken. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final Duration ONE_REQUEST = Duration.ofSeconds(15);
  private static final int PAUSE_MILLIS = 300;

  private final String house;
  private final HttpClient client;

  Browser(int port) {
    this.house = "http://127.0.0.1:" + port;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
  }

  Answer get(String path) {
    return insist(request(path).build());
  }

  Answer post(String path, Map<String, String> form) {
    return insist(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded(form)))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(house + path)).timeout(ONE_REQUEST);
  }

  private Answer insist(HttpRequest request) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      try {
        var response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() < 500) {
          return answer(response);
        }
      } catch (IOException killed) {
        // once more, as nobody knows whether it was heard
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
      Pause.millis(PAUSE_MILLIS);
    }
    throw new IllegalStateException("no answer");
  }

  private static Answer answer(HttpResponse<String> response) {
    return new Answer(
        response.statusCode(),
        response.headers().firstValue("Location").orElse(""),
        response.body());
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
