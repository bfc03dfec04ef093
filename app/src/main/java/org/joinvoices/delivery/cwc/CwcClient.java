package org.joinvoices.delivery.cwc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
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

  /**
   * @param base address without trailing slash, such as {@code https://cwc.house.gov}
   * @param timeout from the start of a call to the end of its answer
   */
  public CwcClient(Chamber chamber, URI base, String key, Duration timeout) {
    this.chamber = chamber;
    this.base = base;
    this.key = key;
    this.timeout = timeout;
  }

  @Override
  public DeliveryResult send(OutgoingMessage message) {
    String query = "?apikey=" + URLEncoder.encode(key, UTF_8);
    var request =
        HttpRequest.newBuilder(URI.create(base + messagesPath() + query))
            .header("Content-Type", "application/xml")
            .timeout(timeout)
            .POST(BodyPublishers.ofByteArray(message.xml()))
            .build();
    try {
      var answer = call(request);
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
    HttpClient client = newClient();
    var bounded = BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER);
    var answer = client.sendAsync(request, bounded);
    try {
      return answer.get(timeout.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException("call failed");
    } catch (TimeoutException e) {
      throw new HttpTimeoutException("the answer began and did not end");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for the gateway");
    } finally {
      client.shutdownNow();
    }
  }

  private HttpClient newClient() {
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
