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
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Asks as a person does: again and again until there is an answer that is not an apology. */
final class Browser implements AutoCloseable {

  /** What came in the end. */
  record Answer(int status, String location, String body) {}

  /** Nobody waits longer, and a house that has not answered by then is broken. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final Duration ONE_REQUEST = Duration.ofSeconds(15);
  private static final int PAUSE_MILLIS = 300;
  private static final int UNAVAILABLE = 503;

  private final List<Integer> ports;
  private final HttpClient client;
  private final AtomicInteger turns = new AtomicInteger();
  private final AtomicLong apologies = new AtomicLong();
  private final AtomicLong bareApologies = new AtomicLong();
  private final AtomicLong otherFailures = new AtomicLong();
  private final AtomicLong longestMillis = new AtomicLong();

  /**
   * @param ports of the servers of one house, which are asked by turns
   */
  Browser(List<Integer> ports) {
    this.ports = List.copyOf(ports);
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
  }

  Answer get(String path) {
    return insist(path, HttpRequest.Builder::GET);
  }

  Answer post(String path, Map<String, String> form) {
    return insist(
        path,
        request ->
            request
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form))));
  }

  /** Times it was told to come again. */
  long apologies() {
    return apologies.get();
  }

  /** Those of {@link #apologies} that did not say when. */
  long bareApologies() {
    return bareApologies.get();
  }

  /** Answers of 500 and the like. */
  long otherFailures() {
    return otherFailures.get();
  }

  /** Between a question and its answer, whichever. */
  long longestMillis() {
    return longestMillis.get();
  }

  /** Who asks again asks the next server. */
  private HttpRequest.Builder request(String path) {
    int port = ports.get(turns.getAndIncrement() % ports.size());
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(ONE_REQUEST);
  }

  private Answer insist(String path, UnaryOperator<HttpRequest.Builder> what) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      try {
        long asked = System.nanoTime();
        var response = client.send(what.apply(request(path)).build(), BodyHandlers.ofString());
        longestMillis.accumulateAndGet((System.nanoTime() - asked) / 1_000_000, Math::max);
        if (response.statusCode() < 500) {
          return answer(response);
        }
        note(response);
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

  private void note(HttpResponse<String> failure) {
    if (failure.statusCode() != UNAVAILABLE) {
      otherFailures.incrementAndGet();
      return;
    }
    apologies.incrementAndGet();
    if (failure.headers().firstValue("Retry-After").isEmpty()) {
      bareApologies.incrementAndGet();
    }
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
