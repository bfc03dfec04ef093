package org.joinvoices.delivery.cwc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.joinvoices.delivery.Chamber;
import org.joinvoices.delivery.DeliveryResult;

/**
 * Talks to one chamber's gateway. Its key travels in the query, so no URL built here may reach a
 * log or an exception message.
 */
public final class CwcClient implements Gateway {

  private final Chamber chamber;
  private final URI base;
  private final String key;
  private final boolean validates;
  private final GatewayWire wire;

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
    this.validates = validates;
    this.wire = new GatewayWire(timeout);
  }

  @Override
  public Optional<DeliveryResult> validate(OutgoingMessage message) {
    return validates && chamber == Chamber.HOUSE ? objection(message) : Optional.empty();
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
    return objection(message).orElseGet(() -> new DeliveryResult.Accepted("validation_passed"));
  }

  private boolean isProduction() {
    return base.getHost().equalsIgnoreCase("cwc.house.gov");
  }

  private DeliveryResult post(String path, OutgoingMessage message) {
    try {
      var answer = wire.post(posting(path), message.xml());
      return CwcAnswers.sorted(
          chamber, answer.status(), answer.body(), answer.retryAfter(), message.triedBefore());
    } catch (GatewayWire.NoAnswer e) {
      return CwcAnswers.sorted(e);
    }
  }

  private Optional<DeliveryResult> objection(OutgoingMessage message) {
    try {
      var answer = wire.ask(posting("/v2/validate"), message.xml());
      return CwcAnswers.validated(answer.status(), answer.body(), answer.retryAfter());
    } catch (GatewayWire.NoAnswer e) {
      return Optional.of(CwcAnswers.unvalidated(e));
    }
  }

  private URI posting(String path) {
    return URI.create(base + path + "?apikey=" + URLEncoder.encode(key, UTF_8));
  }

  @Override
  public Set<OfficeCode> offices() throws IOException {
    var answer = wire.get(URI.create(base + officesPath()));
    if (answer.status() != 200) {
      throw new IOException("office list answered " + answer.status());
    }
    return OfficeLists.parse(chamber, answer.body());
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
