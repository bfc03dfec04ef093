package org.joinvoices.authors.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.joinvoices.action.Action;
import org.joinvoices.action.Addressee;
import org.joinvoices.delivery.Deliveries;
import org.joinvoices.delivery.DeliveryState;
import org.joinvoices.delivery.Pauses;
import org.joinvoices.platform.switches.Switch;
import org.joinvoices.platform.switches.Switchboard;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.Count;
import org.joinvoices.signing.Counts;
import org.joinvoices.signing.HandedOver;

/** Tells authors where their letter stands, as coarsely as the public may know (D17). */
final class RoomStandings {

  private static final int FEW = 10;

  private final Counts counts;
  private final Deliveries deliveries;
  private final HandedOver.Records handOvers;
  private final Pauses pauses;
  private final Switchboard switches;

  RoomStandings(
      Counts counts,
      Deliveries deliveries,
      HandedOver.Records handOvers,
      Pauses pauses,
      Switchboard switches) {
    this.counts = counts;
    this.deliveries = deliveries;
    this.handOvers = handOvers;
    this.pauses = pauses;
    this.switches = switches;
  }

  RoomStanding of(Action action, Words words) {
    Count count = counts.of(action.id());
    return new RoomStanding(
        paused(action, words),
        words.formats().number(count.confirmed()),
        words.formats().shortMoment(count.asOf().atZone(action.deadline().getZone())),
        words.formats().moment(action.deadline()),
        handOvers.of(action.id()).stream()
            .flatMap(
                one ->
                    action.addressees().stream()
                        .filter(addressee -> addressee.id().equals(one.addressee()))
                        .map(addressee -> handedOver(addressee, one.at(), action, words)))
            .toList(),
        messages(action, words));
  }

  private List<String> paused(Action action, Words words) {
    var paused = new ArrayList<String>();
    if (switches.isPaused(Switch.SIGNING)
        || switches.isPaused(Switch.signing(action.id().value()))) {
      paused.add(words.get("standing.paused.signing"));
    }
    if (pauses.now().isPaused(action.id())) {
      paused.add(words.get("standing.paused.sending"));
    }
    return paused;
  }

  private static String handedOver(Addressee to, Instant at, Action action, Words words) {
    return words.get(
        "standing.handed.line",
        to.name(),
        words.formats().date(at.atZone(action.deadline().getZone()).toLocalDate()));
  }

  private List<RoomStanding.Line> messages(Action action, Words words) {
    var kinds = new EnumMap<Kind, Long>(Kind.class);
    deliveries
        .byOffice(action.id())
        .forEach(
            office ->
                office
                    .counts()
                    .forEach((state, number) -> kinds.merge(Kind.of(state), number, Long::sum)));
    return kinds.entrySet().stream()
        .filter(kind -> kind.getValue() > 0)
        .map(kind -> line(kind, words))
        .toList();
  }

  private static RoomStanding.Line line(Map.Entry<Kind, Long> kind, Words words) {
    return new RoomStanding.Line(
        words.get("standing.messages." + kind.getKey().word()),
        kind.getValue() < FEW
            ? words.get("standing.few", FEW)
            : words.formats().number(kind.getValue()));
  }

  /** States that make no difference to authors are one. */
  private enum Kind {
    WAITING,
    TAKEN,
    ON_PAPER,
    UNCLEAR,
    FAILED,
    WITHDRAWN;

    private static Kind of(DeliveryState state) {
      return switch (state) {
        case QUEUED, SENDING, HELD -> WAITING;
        case ACCEPTED -> TAKEN;
        case HANDED_OVER -> ON_PAPER;
        case NEEDS_REVIEW -> UNCLEAR;
        case REFUSED -> FAILED;
        case WITHDRAWN -> WITHDRAWN;
      };
    }

    private String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
