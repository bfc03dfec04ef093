package org.joinvoices.desk.delivery;

import static org.joinvoices.desk.delivery.QueueWords.WORDS;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joinvoices.action.Action;
import org.joinvoices.action.Addressee;
import org.joinvoices.delivery.BookPart;
import org.joinvoices.delivery.HandOver;
import org.joinvoices.delivery.HandOverWay;
import org.joinvoices.delivery.HandOverWhat;
import org.joinvoices.delivery.HandOvers;
import org.joinvoices.delivery.Packet;
import org.joinvoices.delivery.PacketState;
import org.joinvoices.delivery.Packets;
import org.joinvoices.desk.DeskFrame;

/** Puts hand-overs into words: the form for one, and those on record. */
final class HandOverPages {

  private final HandOvers handOvers;
  private final Packets packets;

  HandOverPages(HandOvers handOvers, Packets packets) {
    this.handOvers = handOvers;
    this.packets = packets;
  }

  /** Empty where there is no such thing to hand over, or no longer. */
  Optional<HandOverView> view(
      DeskFrame desk, Action action, HandOverSubject subject, HandOverForm form) {
    return what(action, subject)
        .map(
            what ->
                new HandOverView(
                    desk,
                    WORDS,
                    QueueWords.title(action),
                    QueuePages.path(action),
                    subject.fields(),
                    what,
                    note(action, subject),
                    QueueWords.FORMATS.zone(action.deadline()),
                    form,
                    Arrays.stream(HandOverWay.values())
                        .map(way -> choice(way, form.how()))
                        .toList()));
  }

  private static QueueView.Choice choice(HandOverWay way, String chosen) {
    return new QueueView.Choice(way.word(), way(way), way.word().equals(chosen));
  }

  private static String way(HandOverWay way) {
    return WORDS.get("handover.how." + way.word());
  }

  private Optional<String> what(Action action, HandOverSubject subject) {
    return switch (subject) {
      case HandOverSubject.OfPacket(var id) ->
          packets
              .find(action.id(), id)
              .filter(packet -> packet.state() == PacketState.MADE)
              .map(HandOverPages::packet);
      case HandOverSubject.OfBook(var part, var addressee) ->
          name(action, addressee).map(name -> book(what(part), name));
    };
  }

  private static HandOverWhat what(BookPart part) {
    return switch (part) {
      case BOOK -> HandOverWhat.BOOK;
      case SUPPLEMENT -> HandOverWhat.SUPPLEMENT;
    };
  }

  private static String packet(Packet packet) {
    return WORDS.get("handed.packet", packet.name(), QueueWords.number(packet.letters()));
  }

  private static String book(HandOverWhat what, String addressee) {
    return WORDS.get("handed." + what.word(), addressee);
  }

  private static Optional<String> name(Action action, String addressee) {
    return action.addressees().stream()
        .filter(one -> one.id().equals(addressee))
        .map(Addressee::name)
        .findFirst();
  }

  private String note(Action action, HandOverSubject subject) {
    return switch (subject) {
      case HandOverSubject.OfPacket(var id) ->
          packets.find(action.id(), id).map(HandOverPages::takenOut).orElse("");
      case HandOverSubject.OfBook _ -> "";
    };
  }

  /** Which letters must not be handed over; empty text where all may. */
  static String takenOut(Packet packet) {
    return packet.takenOut().isEmpty()
        ? ""
        : WORDS.get(
            "paper.taken_out",
            packet.takenOut().stream().map(String::valueOf).collect(Collectors.joining(", ")));
  }

  WorkView.HandedOver line(Action action, HandOver one) {
    return new WorkView.HandedOver(
        handed(action, one),
        QueueWords.moment(one.handedAt(), action.deadline().getZone()),
        one.who().isEmpty()
            ? way(one.how())
            : WORDS.get("handed.line", one.who(), one.where(), way(one.how())),
        one.proofType().map(_ -> QueuePages.path(action) + "/proofs/" + one.id()));
  }

  private String handed(Action action, HandOver one) {
    return one.packet()
        .flatMap(id -> packets.find(action.id(), id))
        .map(HandOverPages::packet)
        .orElseGet(
            () ->
                book(
                    one.what(), one.addressee().map(id -> name(action, id).orElse(id)).orElse("")));
  }

  java.util.List<WorkView.HandedOver> list(Action action, int most) {
    return handOvers.list(action.id()).stream().limit(most).map(one -> line(action, one)).toList();
  }
}
