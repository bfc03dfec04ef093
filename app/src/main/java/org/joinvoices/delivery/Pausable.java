package org.joinvoices.delivery;

import java.util.Optional;
import java.util.UUID;
import org.joinvoices.action.ActionId;
import org.joinvoices.districts.Seat;

/** What sending can be paused for. */
public sealed interface Pausable {

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

  /** The database's word for the kind. */
  default String scope() {
    return switch (this) {
      case OfAction _ -> "action";
      case OfOffice _ -> "office";
      case OfLane _ -> "gateway";
    };
  }

  /** The database's word for the one that is meant. */
  default String subject() {
    return switch (this) {
      case OfAction(var action) -> action.value().toString();
      case OfOffice(var seat) -> seat.value();
      case OfLane(var lane) -> lane.word();
    };
  }

  /** As stored; empty for what this release does not know. */
  static Optional<Pausable> parse(String scope, String subject) {
    return switch (scope) {
      case "action" -> Optional.of(new OfAction(new ActionId(UUID.fromString(subject))));
      case "office" -> Seat.parse(subject).map(OfOffice::new);
      case "gateway" -> Route.find(subject).filter(Route::isSent).map(OfLane::new);
      default -> Optional.empty();
    };
  }
}
