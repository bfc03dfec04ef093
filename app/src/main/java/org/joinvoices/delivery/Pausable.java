package org.joinvoices.delivery;

import java.util.Optional;
import java.util.UUID;
import org.joinvoices.action.ActionId;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.switches.Switch;

/** What sending can be paused for. */
public sealed interface Pausable {

  /** Whatever goes to offices and addressees, by whichever way. */
  record OfAll() implements Pausable {}

  /** All messages of a letter, and its packets. */
  record OfAction(ActionId action) implements Pausable {}

  /** All messages to one office, by whatever channel. */
  record OfOffice(Seat seat) implements Pausable {}

  /** All that leaves by one lane of ours; what goes on paper or by other hands does not. */
  record OfLane(Route lane) implements Pausable {

    /**
     * @throws IllegalArgumentException if we do not send by it
     */
    public OfLane {
      if (!lane.isSent()) {
        throw new IllegalArgumentException("nothing is sent by " + lane.word());
      }
    }
  }

  /** By which it is paused and resumed. */
  default Switch toSwitch() {
    return switch (this) {
      case OfAll _ -> Switch.DELIVERY;
      case OfAction(var action) -> new Switch("action", action.value().toString());
      case OfOffice(var seat) -> new Switch("office", seat.value());
      case OfLane(var lane) -> new Switch("gateway", lane.word());
    };
  }

  /** Empty for a switch of something else, or of what this release does not know. */
  static Optional<Pausable> of(Switch one) {
    return switch (one.scope()) {
      case "delivery" -> Optional.of(new OfAll());
      case "action" -> Optional.of(new OfAction(new ActionId(UUID.fromString(one.subject()))));
      case "office" -> Seat.parse(one.subject()).map(OfOffice::new);
      case "gateway" -> Route.find(one.subject()).filter(Route::isSent).map(OfLane::new);
      default -> Optional.empty();
    };
  }
}
