package org.joinvoices.desk.delivery;

import static org.joinvoices.desk.delivery.QueueWords.WORDS;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joinvoices.action.Action;
import org.joinvoices.delivery.Packet;
import org.joinvoices.delivery.PacketOffer;
import org.joinvoices.delivery.PacketState;
import org.joinvoices.delivery.Packets;
import org.joinvoices.desk.DeskFrame;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.Officeholder;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.clock.CivicClock;

/** Puts the worklist of a letter into words. */
final class WorkPages {

  /** Of offices whose letters wait; more is a list for nobody. */
  private static final int OFFICES = 100;

  private static final int HANDED_OVER = 200;

  private final Worklist worklist;
  private final Packets packets;
  private final BookPages books;
  private final HandOverPages handOvers;
  private final Districts districts;
  private final CivicClock clock;

  WorkPages(
      Worklist worklist,
      Packets packets,
      BookPages books,
      HandOverPages handOvers,
      Districts districts,
      CivicClock clock) {
    this.worklist = worklist;
    this.packets = packets;
    this.books = books;
    this.handOvers = handOvers;
    this.districts = districts;
    this.clock = clock;
  }

  static String path(Action action) {
    return QueuePages.path(action) + "/work";
  }

  WorkView view(DeskFrame desk, Action action, Optional<String> done) {
    List<Packet> all = packets.list(action.id());
    List<PacketOffer> open = packets.open(action.id());
    var papers = new ArrayList<WorkView.Paper>();
    all.stream()
        .filter(packet -> packet.state() == PacketState.MADE)
        .map(packet -> made(action, packet))
        .forEach(papers::add);
    open.stream().limit(OFFICES).map(offer -> waiting(action, offer)).forEach(papers::add);
    return new WorkView(
        desk,
        WORDS,
        QueueWords.title(action),
        QueuePages.path(action),
        done,
        worklist.untilDeadline(action),
        worklist.tasks(action),
        papers,
        open.size() > OFFICES
            ? Optional.of(WORDS.get("paper.more", QueueWords.number(open.size() - OFFICES)))
            : Optional.empty(),
        books.list(action),
        handOvers.list(action, HANDED_OVER));
  }

  VoidView voiding(DeskFrame desk, Action action, Packet packet) {
    return new VoidView(
        desk,
        WORDS,
        QueueWords.title(action),
        QueuePages.path(action),
        packet.id().toString(),
        packet.name());
  }

  private WorkView.Paper made(Action action, Packet packet) {
    ZoneId zone = action.deadline().getZone();
    return new WorkView.Paper(
        packet.seat().value(),
        QueuePages.officePath(action, packet.seat()),
        holder(packet.seat()),
        WORDS.get(
            "paper.made",
            packet.name(),
            QueueWords.number(packet.letters()),
            QueueWords.moment(packet.madeAt(), zone)),
        HandOverPages.takenOut(packet),
        packet.id().toString(),
        packet.name());
  }

  private WorkView.Paper waiting(Action action, PacketOffer offer) {
    return new WorkView.Paper(
        offer.seat().value(),
        QueuePages.officePath(action, offer.seat()),
        offer.officeholder().orElse(WORDS.get("office.vacant")),
        offer.letters() == 1
            ? WORDS.get("paper.waiting.one")
            : WORDS.get("paper.waiting", QueueWords.number(offer.letters())),
        offer.officeholder().isEmpty() ? WORDS.get("paper.vacant") : "",
        "",
        "");
  }

  private String holder(Seat seat) {
    return districts
        .officeholder(seat, clock.today())
        .map(Officeholder::name)
        .orElse(WORDS.get("office.vacant"));
  }
}
