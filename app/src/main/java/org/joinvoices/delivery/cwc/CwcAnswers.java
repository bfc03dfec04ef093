package org.joinvoices.delivery.cwc;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.joinvoices.delivery.Chamber;
import org.joinvoices.delivery.DeliveryResult;
import org.joinvoices.delivery.DeliveryResult.Accepted;
import org.joinvoices.delivery.DeliveryResult.LaneStopped;
import org.joinvoices.delivery.DeliveryResult.OfficeOff;
import org.joinvoices.delivery.DeliveryResult.Refused;
import org.joinvoices.delivery.DeliveryResult.Unavailable;
import org.joinvoices.delivery.DeliveryResult.Uncertain;

/**
 * Sorts what a gateway did into results. The one table of its answers:
 *
 * <pre>
 * 200 House, 201 Senate      accepted
 * other 2xx                  uncertain: taken by whom?
 * 400                        by its error texts: what is wrong with the agent stops the lane, office
 *                            not enabled is the office's affair, anything else is final for this
 *                            message
 * 401, 403, 415              stop: key, allow-list or content type are wrong for every message
 * 3xx, 404, 405              stop: the address is wrong
 * 408, 429, 503              unavailable: refused before it was looked at
 * 409 Senate                 tried before: accepted then; first try: uncertain, ids collide
 * 500, 502, 504 …  Senate    unavailable: posting again is safe, 409 tells
 *                  House     uncertain: it has no 409, and may have stored the message first
 * other 4xx                  refused
 * no connection              unavailable
 * time-out or reset later    uncertain
 * </pre>
 *
 * <p>At the House's validation nothing is stored, so that only a clear no is more than unavailable:
 *
 * <pre>
 * 200                        go on
 * 400, 401, 403, 415         as above
 * 3xx, 404, 405              stop: the address is wrong, or this gateway does not validate
 * other 4xx but 408 and 429  refused
 * anything else, no answer   unavailable: asking again is safe
 * </pre>
 */
final class CwcAnswers {

  private CwcAnswers() {}

  /**
   * @param retryAfter what the far side asked for, zero if nothing
   */
  static DeliveryResult sorted(
      Chamber chamber, int status, byte[] body, Duration retryAfter, boolean triedBefore) {
    String code = Integer.toString(status);
    return switch (status) {
      case 200 -> chamber == Chamber.HOUSE ? new Accepted(code) : new Uncertain(code);
      case 201 -> chamber == Chamber.SENATE ? new Accepted(code) : new Uncertain(code);
      case 400 -> refusal(CwcErrors.codes(body));
      case 401, 403, 404, 405, 415 -> new LaneStopped(code);
      case 408, 429, 503 -> new Unavailable(code, retryAfter);
      case 409 -> seenBefore(chamber, triedBefore);
      default -> byClass(chamber, status, retryAfter);
    };
  }

  /** What the House's validation says against a message; empty where it passes. */
  static Optional<DeliveryResult> validated(int status, byte[] body, Duration retryAfter) {
    String code = "validate_" + status;
    return switch (status) {
      case 200 -> Optional.empty();
      case 400 -> Optional.of(refusal(CwcErrors.codes(body)));
      case 401, 403, 415 -> Optional.of(new LaneStopped(Integer.toString(status)));
      case 404, 405 -> Optional.of(new LaneStopped(code));
      case 408, 429 -> Optional.of(new Unavailable(code, retryAfter));
      default ->
          Optional.of(
              switch (status / 100) {
                case 3 -> new LaneStopped(code);
                case 4 -> new Refused(code);
                default -> new Unavailable(code, retryAfter);
              });
    };
  }

  /** No answer at the House's validation, after which nothing has happened. */
  static DeliveryResult unvalidated(GatewayWire.NoAnswer failure) {
    return new Unavailable("validate_" + failure.code(), Duration.ZERO);
  }

  private static DeliveryResult refusal(List<String> codes) {
    var agent = codes.stream().filter(CwcErrors::isOfTheAgent).findFirst();
    if (agent.isPresent()) {
      return new LaneStopped(agent.get());
    }
    if (codes.contains(CwcErrors.OFFICE_OFF)) {
      return new OfficeOff(CwcErrors.OFFICE_OFF);
    }
    return new Refused(String.join("+", codes));
  }

  private static DeliveryResult seenBefore(Chamber chamber, boolean triedBefore) {
    if (chamber == Chamber.HOUSE) {
      return new Refused("409");
    }
    return triedBefore ? new Accepted("409_accepted_earlier") : new Uncertain("409_on_first_try");
  }

  private static DeliveryResult byClass(Chamber chamber, int status, Duration retryAfter) {
    String code = Integer.toString(status);
    return switch (status / 100) {
      case 3 -> new LaneStopped(code);
      case 4 -> new Refused(code);
      case 5 -> chamber == Chamber.SENATE ? new Unavailable(code, retryAfter) : new Uncertain(code);
      default -> new Uncertain(code);
    };
  }

  /** No answer at all. What failed before the message began to be written is safe to repeat. */
  static DeliveryResult sorted(GatewayWire.NoAnswer failure) {
    return failure.written()
        ? new Uncertain(failure.code())
        : new Unavailable(failure.code(), Duration.ZERO);
  }
}
