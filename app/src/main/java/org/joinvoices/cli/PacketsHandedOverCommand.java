package org.joinvoices.cli;

import java.time.Instant;
import java.util.List;
import org.joinvoices.delivery.HandOverDraft;
import org.joinvoices.delivery.Packet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code packets handed-over}. */
@Command(
    name = "handed-over",
    description = {
      "Records that a packet was handed over, without the letters taken out by then: when, how, by whom and where.",
      "Who, where and the proof are encrypted with the letter's key and end with it."
    },
    mixinStandardHelpOptions = true)
final class PacketsHandedOverCommand extends PacketsSubcommand {

  @Parameters(paramLabel = "OFFICE/NUMBER", description = "such as OH-11/3")
  private String name = "";

  @Mixin private final HandOverOptions handOver = new HandOverOptions();

  @Override
  List<String> lines(PacketsOption.Opened house) {
    Packet packet = house.packet(name);
    Instant at = handOver.at();
    if (at.isBefore(packet.madeAt())) {
      throw new Refusal(
          "%s was made at %s; it cannot have been handed over at %s."
              .formatted(packet.name(), packet.madeAt(), at));
    }
    var draft =
        HandOverDraft.packet(
            house.action(), packet.id(), at, handOver.way(), handOver.who(), handOver.where());
    var recording = handOver.recording();
    Runnable record = () -> recording.record(house.handOvers(), draft, BY);
    if (!house.packets().handOver(BY, house.action(), packet.id(), at, record)) {
      throw settled(packet);
    }
    var after = house.packet(name);
    return List.of(
        "Recorded: %s handed over at %s, letters %d, %s. Destroy its files."
            .formatted(
                after.name(), at, after.letters() - after.takenOut().size(), handOver.withProof()));
  }
}
