package org.joinvoices.cli;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.List;
import org.joinvoices.delivery.Packet;
import org.jspecify.annotations.Nullable;

/** One packet, as {@code packets} writes it: a line of JSON, or a sentence. */
record PacketLine(
    String packet,
    String seat,
    int number,
    String state,
    int letters,
    List<Integer> takenOut,
    String madeAt,
    @Nullable String settledAt) {

  static PacketLine of(Packet packet) {
    return new PacketLine(
        packet.name(),
        packet.seat().value(),
        packet.number(),
        packet.state().word(),
        packet.letters(),
        packet.takenOut(),
        packet.madeAt().toString(),
        packet.settledAt().map(Instant::toString).orElse(null));
  }

  static String sentence(Packet packet) {
    String takenOut =
        packet.takenOut().isEmpty()
            ? ""
            : packet.takenOut().stream()
                .map(String::valueOf)
                .collect(joining(", ", "; take out: ", ""));
    return "%s  %s, letters %d%s"
        .formatted(
            packet.name(), packet.state().word().replace('_', ' '), packet.letters(), takenOut);
  }
}
