package org.joinvoices.delivery;

import java.util.List;
import java.util.Optional;
import org.joinvoices.action.Action;
import org.joinvoices.action.Channel;
import org.joinvoices.districts.Seat;

/**
 * By which way a message goes: the first of the action's order for its seat that this house has.
 * Whether a gateway serves an office is known only when its list was read, so that is found out by
 * the worker, which then asks for the next way.
 */
final class ChannelChoice {

  private final DeliveryLanes lanes;

  ChannelChoice(DeliveryLanes lanes) {
    this.lanes = lanes;
  }

  /**
   * The way a new message takes; where there is none, the first that was asked for: then it waits
   * for this house to get it.
   */
  Route first(Action action, Seat seat) {
    List<Channel> order = action.channels().of(seat);
    return usable(action, seat, order).orElseGet(() -> Route.of(order.getFirst(), seat));
  }

  /** The next way after one by which the office cannot be reached; empty if there is none. */
  Optional<Route> after(Route used, Action action, Seat seat) {
    List<Channel> order = action.channels().of(seat);
    int place = order.indexOf(used.channel());
    return usable(action, seat, order.subList(place + 1, order.size()));
  }

  private Optional<Route> usable(Action action, Seat seat, List<Channel> channels) {
    return channels.stream()
        .filter(channel -> isThere(channel, action, seat))
        .map(channel -> Route.of(channel, seat))
        .findFirst();
  }

  /** Whether this house can reach the office so, as far as is known before it is tried. */
  boolean isThere(Channel channel, Action action, Seat seat) {
    return switch (channel) {
      case CWC -> lanes.has(Route.of(channel, seat));
      case MAIL -> lanes.has(Route.OFFICE_MAIL) && MailLane.address(action, seat).isPresent();
      case PACKET, HAND_OFF -> true;
    };
  }
}
