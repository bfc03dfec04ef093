package org.joinvoices.cli;

import java.util.ArrayList;
import java.util.List;
import org.joinvoices.delivery.Packet;
import org.joinvoices.delivery.PacketOffer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code packets list}. */
@Command(
    name = "list",
    description = "Lists for which offices letters wait, and every packet with its state.",
    mixinStandardHelpOptions = true)
final class PacketsListCommand extends PacketsSubcommand {

  private record Waiting(String seat, @Nullable String officeholder, long letters) {}

  private record Answer(String action, List<Waiting> waiting, List<PacketLine> packets) {}

  @Option(names = "--json", description = "one line of JSON")
  private boolean json;

  @Override
  List<String> lines(PacketsOption.Opened house) {
    List<PacketOffer> offers = house.packets().open(house.action());
    List<Packet> packets = house.packets().list(house.action());
    return json
        ? List.of(StatusCommand.json(answer(house.slug(), offers, packets)))
        : sentences(offers, packets);
  }

  private static Answer answer(String slug, List<PacketOffer> offers, List<Packet> packets) {
    return new Answer(
        slug,
        offers.stream()
            .map(
                offer ->
                    new Waiting(
                        offer.seat().value(), offer.officeholder().orElse(null), offer.letters()))
            .toList(),
        packets.stream().map(PacketLine::of).toList());
  }

  private static List<String> sentences(List<PacketOffer> offers, List<Packet> packets) {
    List<String> lines = new ArrayList<>();
    lines.add(offers.isEmpty() ? "No letters wait for a packet." : "Letters that wait:");
    offers.forEach(
        offer ->
            lines.add(
                "%s  %s: %d"
                    .formatted(
                        offer.seat(), offer.officeholder().orElse("vacant"), offer.letters())));
    lines.add(packets.isEmpty() ? "No packet was made yet." : "Packets:");
    packets.forEach(packet -> lines.add(PacketLine.sentence(packet)));
    return lines;
  }
}
