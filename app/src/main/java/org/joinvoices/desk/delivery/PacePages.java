package org.joinvoices.desk.delivery;

import static org.joinvoices.desk.delivery.QueueWords.WORDS;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joinvoices.action.Action;
import org.joinvoices.delivery.Forecasts;
import org.joinvoices.delivery.LetterForecast;
import org.joinvoices.delivery.PacketProposal;
import org.joinvoices.delivery.Pausable;
import org.joinvoices.delivery.Pauses;
import org.joinvoices.delivery.Route;
import org.joinvoices.desk.DeskFrame;
import org.joinvoices.desk.DeskPages;
import org.joinvoices.districts.Seat;

/** Puts pauses and forecasts into words. */
final class PacePages {

  /** Of the offices for which packets are proposed. */
  private static final int OFFICES = 8;

  private final Forecasts forecasts;
  private final Pauses pauses;

  PacePages(Forecasts forecasts, Pauses pauses) {
    this.forecasts = forecasts;
    this.pauses = pauses;
  }

  /** For a letter: its lanes, and all that is paused for it. */
  PaceView letter(DeskFrame desk, Action action) {
    var things = new ArrayList<Pausable>();
    things.add(new Pausable.OfAll());
    things.add(new Pausable.OfAction(action.id()));
    Arrays.stream(Route.values())
        .filter(Route::isSent)
        .map(Pausable.OfLane::new)
        .forEach(things::add);
    Map<Pausable, Instant> paused = paused();
    paused.keySet().stream().filter(Pausable.OfOffice.class::isInstance).forEach(things::add);
    return new PaceView(
        desk,
        WORDS,
        QueuePages.path(action),
        forecasts.list(action.id()).stream().map(one -> lane(action, one)).toList(),
        things.stream().map(thing -> pause(thing, paused)).toList());
  }

  /** For one office of a letter. */
  PaceView office(DeskFrame desk, Action action, Seat seat) {
    return new PaceView(
        desk,
        WORDS,
        QueuePages.path(action),
        List.of(),
        List.of(pause(new Pausable.OfOffice(seat), paused())));
  }

  private Map<Pausable, Instant> paused() {
    return pauses.list().stream().collect(Collectors.toMap(Pauses.Pause::of, Pauses.Pause::since));
  }

  private static PaceView.Pause pause(Pausable thing, Map<Pausable, Instant> paused) {
    return new PaceView.Pause(
        name(thing),
        Optional.ofNullable(paused.get(thing)).map(DeskPages::moment),
        what(thing),
        thing instanceof Pausable.OfAction ? "" : thing.toSwitch().subject());
  }

  static String name(Pausable thing) {
    return switch (thing) {
      case Pausable.OfAll() -> WORDS.get("pause.all");
      case Pausable.OfAction _ -> WORDS.get("pause.letter");
      case Pausable.OfOffice(var seat) -> WORDS.get("pause.office", seat.value());
      case Pausable.OfLane(var lane) -> QueueWords.route(lane);
    };
  }

  private static String what(Pausable thing) {
    return switch (thing) {
      case Pausable.OfAll() -> "all";
      case Pausable.OfAction _ -> "letter";
      case Pausable.OfOffice _ -> "office";
      case Pausable.OfLane _ -> "lane";
    };
  }

  private static PaceView.Lane lane(Action action, LetterForecast one) {
    ZoneId zone = action.deadline().getZone();
    return new PaceView.Lane(
        QueueWords.route(one.lane()),
        QueueWords.number(one.waiting()),
        WORDS.get(
            one.measured() ? "pace.measured" : "pace.allowed",
            String.format(QueueWords.FORMATS.locale(), "%.1f", one.perSecond())),
        one.end()
            .map(at -> QueueWords.moment(at, zone))
            .orElseGet(() -> WORDS.get("pace.unknown." + one.reason().orElse("closed"))),
        WORDS.get("pace." + one.verdict().word()),
        switch (one.verdict()) {
          case IN_TIME -> "good";
          case LATE -> "bad";
          case UNKNOWN -> "wait";
        },
        one.proposal().map(PacePages::proposal).orElse(""));
  }

  private static String proposal(PacketProposal proposal) {
    String offices =
        proposal.packets().stream()
            .limit(OFFICES)
            .map(
                packet ->
                    WORDS.get("pace.packet", packet.office(), QueueWords.number(packet.letters())))
            .collect(Collectors.joining(", "));
    int more = proposal.packets().size() - OFFICES;
    String all = more > 0 ? WORDS.get("pace.packet.more", offices, more) : offices;
    String print = WORDS.get("pace.proposal", QueueWords.number(proposal.letters()), all);
    return proposal.perSecond().isPresent()
        ? print + " " + WORDS.get("pace.faster", proposal.perSecond().getAsInt())
        : print;
  }
}
