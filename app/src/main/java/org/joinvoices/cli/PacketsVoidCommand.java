package org.joinvoices.cli;

import java.util.List;
import org.joinvoices.delivery.Packet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code packets void}. */
@Command(
    name = "void",
    description = "Gives a packet up; its letters wait for the next one. Destroy what was printed.",
    mixinStandardHelpOptions = true)
final class PacketsVoidCommand extends PacketsSubcommand {

  @Parameters(paramLabel = "OFFICE/NUMBER", description = "such as OH-11/3")
  private String name = "";

  @Override
  List<String> lines(PacketsOption.Opened house) {
    Packet packet = house.packet(name);
    if (!house.packets().makeVoid(BY, house.action(), packet.id())) {
      throw settled(packet);
    }
    return List.of(packet.name() + " is void; its letters wait for the next packet.");
  }
}
