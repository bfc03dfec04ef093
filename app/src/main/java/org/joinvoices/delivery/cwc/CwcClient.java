package org.joinvoices.delivery.cwc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.joinvoices.delivery.Chamber;
import org.joinvoices.delivery.DeliveryResult;

/**
 * Talks to one chamber's gateway. Its key travels in the query, so no URL built here may reach a
 * log or an exception message.
 */
public final class CwcClient implements Gateway {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  /**
   * The request's own time-out ends with the headers of the answer; this one with its last byte.
   */
  private static final Duration GRACE = Duration.ofSeconds(1);

  /** Far more than the longest office list or refusal. */
  private static final int LONGEST_ANSWER = 1 << 20;

  private final Chamber chamber;
  private final URI base;
  private final String key;
  private final Duration timeout;
  private final Optional<HttpClient> validator;

  /**
   * @param base address without trailing slash, such as {@code https://cwc.house.gov}
   * @param timeout from the start of a call to the end of its answer
   */
  public CwcClient(Chamber chamber, URI base, String key, Duration timeout) {
    this(chamber, base, key, timeout, true);
  }

  /**
   * @param validates whether the House is asked about each message first; the Senate cannot be
   */
  public CwcClient(Chamber chamber, URI base, String key, Duration timeout, boolean validates) {
    this.chamber = chamber;
    this.base = base;
    this.key = key;
    this.timeout = timeout;
    this.validator =
        validates && chamber == Chamber.HOUSE ? Optional.of(newClient(timeout)) : Optional.empty();
  }

  @Override
  public Optional<DeliveryResult> validate(OutgoingMessage message) {
    return validator.flatMap(client -> validate(client, message));
  }

  @Override
  public DeliveryResult send(OutgoingMessage message) {
    return post(messagesPath(), message);
  }

  /**
   * Tries the way without delivering anything: by validation at the House, by its lane for tests at
   * the Senate. Another host than the House's own takes messages for tests, so it gets one.
   */
  public DeliveryResult test(OutgoingMessage message) {
    return switch (chamber) {
      case SENATE -> post("/api/testing-messages/", message);
      case HOUSE -> isProduction() ? validated(message) : post(messagesPath(), message);
    };
  }

  private DeliveryResult validated(OutgoingMessage message) {
    try (HttpClient client = newClient(timeout)) {
      return validate(client, message)
          .orElseGet(() -> new DeliveryResult.Accepted("validation_passed"));
    }
  }

  private boolean isProduction() {
    return base.getHost().equalsIgnoreCase("cwc.house.gov");
  }

  private DeliveryResult post(String path, OutgoingMessage message) {
    try {
      var answer = call(posting(path, message));
      return CwcAnswers.sorted(
          chamber,
          answer.statusCode(),
          answer.body(),
          RetryAfter.of(answer.headers()),
          message.triedBefore());
    } catch (IOException e) {
      return CwcAnswers.sorted(e);
    }
  }

  private Optional<DeliveryResult> validate(HttpClient client, OutgoingMessage message) {
    try {
      var answer = askTwice(client, posting("/v2/validate", message));
      return CwcAnswers.validated(
          answer.statusCode(), answer.body(), RetryAfter.of(answer.headers()));
    } catch (IOException e) {
      return Optional.of(CwcAnswers.unvalidated(e));
    }
  }

  /** A kept connection may have been closed meanwhile; what is safe to ask twice is asked anew. */
  private HttpResponse<byte[]> askTwice(HttpClient client, HttpRequest request) throws IOException {
    try {
      return call(client, request);
    } catch (HttpTimeoutException | ConnectException e) {
      throw e;
    } catch (IOException e) {
      return call(client, request);
    }
  }

  private HttpRequest posting(String path, OutgoingMessage message) {
    String query = "?apikey=" + URLEncoder.encode(key, UTF_8);
    return HttpRequest.newBuilder(URI.create(base + path + query))
        .header("Content-Type", "application/xml")
        .timeout(timeout)
        .POST(BodyPublishers.ofByteArray(message.xml()))
        .build();
  }

  @Override
  public Set<OfficeCode> offices() throws IOException {
    var request = HttpRequest.newBuilder(URI.create(base + officesPath())).timeout(timeout).build();
    var answer = call(request);
    if (answer.statusCode() != 200) {
      throw new IOException("office list answered " + answer.statusCode());
    }
    return OfficeLists.parse(chamber, answer.body());
  }

  /**
   * A connection of its own for every call: on a kept one that the far side has just closed nobody
   * could tell whether a message was read. At ten messages a second that is cheap.
   */
  private HttpResponse<byte[]> call(HttpRequest request) throws IOException {
    HttpClient client = newClient(timeout);
    try {
      return call(client, request);
    } finally {
      client.shutdownNow();
    }
  }

  private HttpResponse<byte[]> call(HttpClient client, HttpRequest request) throws IOException {
    var bounded = BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER);
    var answer = client.sendAsync(request, bounded);
    try {
      return answer.get(timeout.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException("call failed");
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new HttpTimeoutException("the answer began and did not end");
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for the gateway");
    }
  }

  private static HttpClient newClient(Duration timeout) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(CONNECT_TIMEOUT.compareTo(timeout) < 0 ? CONNECT_TIMEOUT : timeout)
        .build();
  }

  private String messagesPath() {
    return switch (chamber) {
      case HOUSE -> "/v2/message";
      case SENATE -> "/api/production-messages/";
    };
  }

  private String officesPath() {
    return switch (chamber) {
      case HOUSE -> "/v2/offices";
      case SENATE -> "/api/active_offices";
    };
  }
}
