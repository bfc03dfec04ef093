package org.joinvoices.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.joinvoices.delivery.Packet;
import org.joinvoices.delivery.PacketMaking;
import org.joinvoices.delivery.PacketOffer;
import org.joinvoices.delivery.Packets;
import org.joinvoices.districts.Seat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code packets make}. */
@Command(
    name = "make",
    description = {
      "Makes packets of the letters that wait, for every office or for one.",
      "Made packets keep their letters until they are handed over or made void."
    },
    mixinStandardHelpOptions = true)
final class PacketsMakeCommand extends PacketsSubcommand {

  private record Answer(String action, int withdrawn, int held, List<PacketLine> packets) {}

  @Option(
      names = "--office",
      paramLabel = "SEAT",
      description = "such as OH-11 or OH-S1; repeatable; all offices if left out")
  private List<String> offices = new ArrayList<>();

  @Option(
      names = "--most",
      paramLabel = "N",
      description = "letters in a packet, at most " + Packets.MOST + " (the default)")
  private int most = Packets.MOST;

  @Option(names = "--json", description = "one line of JSON")
  private boolean json;

  @Override
  List<String> lines(PacketsOption.Opened house) {
    if (most < 1 || most > Packets.MOST) {
      throw new Refusal("--most is a number from 1 to " + Packets.MOST + ".");
    }
    if (house.packets().isPaused(house.action())) {
      throw new Refusal(
          "This letter is paused; ./joinvoices resume action:%s lets packets be made."
              .formatted(house.slug()));
    }
    List<PacketMaking> makings =
        seats(house).stream().flatMap(one -> all(house, one).stream()).toList();
    List<Packet> packets = makings.stream().flatMap(one -> one.packet().stream()).toList();
    int withdrawn = makings.stream().mapToInt(PacketMaking::withdrawn).sum();
    int held = makings.stream().mapToInt(PacketMaking::held).sum();
    if (json) {
      var lines = packets.stream().map(PacketLine::of).toList();
      return List.of(StatusCommand.json(new Answer(house.slug(), withdrawn, held, lines)));
    }
    List<String> lines = new ArrayList<>(packets.stream().map(PacketLine::sentence).toList());
    lines.add(
        "Packets made: %d; letters left out: %d withdrawn, %d held"
            .formatted(packets.size(), withdrawn, held));
    return lines;
  }

  private List<Seat> seats(PacketsOption.Opened house) {
    if (offices.isEmpty()) {
      return house.packets().open(house.action()).stream().map(PacketOffer::seat).toList();
    }
    return offices.stream().map(PacketsMakeCommand::seat).toList();
  }

  private static Seat seat(String typed) {
    return Seat.parse(typed.toUpperCase(Locale.ROOT))
        .orElseThrow(() -> new Refusal(typed + " is no seat; they look like OH-11 or OH-S1."));
  }

  /** Until nothing waits for the office. */
  private List<PacketMaking> all(PacketsOption.Opened house, Seat seat) {
    List<PacketMaking> makings = new ArrayList<>();
    for (; ; ) {
      var making = house.packets().make(BY, house.action(), seat, most);
      if (making.isOver()) {
        return makings;
      }
      makings.add(making);
    }
  }
}
