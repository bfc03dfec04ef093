package org.joinvoices.districts.geocoder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.joinvoices.districts.GeoPoint;
import org.joinvoices.districts.Geocoder.Answer;
import org.joinvoices.districts.Geocoder.Fault;
import org.joinvoices.districts.StreetAddress;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One server, asked over HTTP: nobody waits longer than its time-out, nothing endless is kept. */
public final class FarSide {

  /** Far more than the Census Bureau's answer with all its layers. */
  static final int LONGEST_ANSWER = 1 << 20;

  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final URI base;
  private final Duration timeout;
  private final String userAgent;
  private final HttpClient client;

  /**
   * @param base without a slash at its end
   * @param timeout from the start of a question to the end of its answer
   */
  public FarSide(URI base, Duration timeout, String userAgent) {
    this.base = base;
    this.timeout = timeout;
    this.userAgent = userAgent;
    // no redirects: an address goes to nobody but whom the operator named
    this.client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT.compareTo(timeout) < 0 ? CONNECT : timeout)
            .build();
  }

  /** Reads what a far side says. */
  @FunctionalInterface
  interface Reading {
    Answer read(JsonNode json) throws NoAnswer;
  }

  /** Asks for JSON. */
  Answer ask(String path, Map<String, String> query, Reading reading) {
    try {
      return reading.read(parse(send(request(path + "?" + encode(query)).build(), LONGEST_ANSWER)));
    } catch (NoAnswer e) {
      return new Answer.Unavailable(e.fault());
    }
  }

  byte[] post(String path, String type, BodyPublisher body, int longest) throws NoAnswer {
    return send(request(path).header("Content-Type", type).POST(body).build(), longest);
  }

  private HttpRequest.Builder request(String target) {
    return HttpRequest.newBuilder(URI.create(base + target))
        .header("User-Agent", userAgent)
        .timeout(timeout);
  }

  private static String encode(Map<String, String> query) {
    return query.entrySet().stream()
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), UTF_8))
        .collect(joining("&"));
  }

  /** The request's own time-out ends with the headers of the answer; ours with its last byte. */
  private byte[] send(HttpRequest request, int longest) throws NoAnswer {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), longest));
    try {
      HttpResponse<byte[]> got = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      if (got.statusCode() != 200) {
        throw new NoAnswer(Fault.REFUSED);
      }
      return got.body();
    } catch (TimeoutException e) {
      throw new NoAnswer(Fault.TIMEOUT);
    } catch (ExecutionException e) {
      throw new NoAnswer(fault(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoAnswer(Fault.UNREACHABLE);
    } finally {
      answer.cancel(true);
    }
  }

  private static Fault fault(@Nullable Throwable cause) {
    return switch (cause) {
      case HttpTimeoutException _ -> Fault.TIMEOUT;
      case ConnectException _, UnresolvedAddressException _ -> Fault.UNREACHABLE;
      case null, default -> Fault.GARBAGE;
    };
  }

  private static JsonNode parse(byte[] text) throws NoAnswer {
    try {
      return JsonMapper.shared().readTree(text);
    } catch (JacksonException e) {
      throw new NoAnswer(Fault.GARBAGE);
    }
  }

  /** An address in the words that those share who take it in parts; its ZIP code has others. */
  static Map<String, String> parts(StreetAddress address) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("street", address.line());
    query.put("city", address.locality());
    query.put("state", address.region());
    return query;
  }

  /** A list that must be there. */
  static JsonNode list(JsonNode node) throws NoAnswer {
    if (!node.isArray()) {
      throw new NoAnswer(Fault.GARBAGE);
    }
    return node;
  }

  /** Degrees as a number or, as Nominatim writes them, as text. */
  static GeoPoint point(JsonNode lat, JsonNode lon) throws NoAnswer {
    return point(lat.asString(""), lon.asString(""));
  }

  /**
   * Whoever swaps the two, or sends zeros, is noticed here: Guam and the Aleutians lie in the east,
   * all else between Samoa and the Virgin Islands.
   */
  static GeoPoint point(String latitude, String longitude) throws NoAnswer {
    double lat = degrees(latitude);
    double lon = degrees(longitude);
    boolean inside = lat >= -15 && lat <= 72 && (lon >= 144 || lon <= -64) && Math.abs(lon) <= 180;
    if (!inside) {
      throw new NoAnswer(Fault.GARBAGE);
    }
    return new GeoPoint(lat, lon);
  }

  private static double degrees(String text) throws NoAnswer {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new NoAnswer(Fault.GARBAGE);
    }
  }
}
