package org.joinvoices.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.joinvoices.delivery.Packet;
import org.joinvoices.platform.audit.Actor;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the commands below {@code packets} share. */
abstract class PacketsSubcommand implements Callable<Integer> {

  static final Actor BY = new Actor.CommandLine();

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Mixin private final PacketsOption option = new PacketsOption();

  @Override
  public final Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<String> lines = option.with(this::lines);
    lines.forEach(out::println);
    out.flush();
    return 0;
  }

  abstract List<String> lines(PacketsOption.Opened house);

  static Refusal settled(Packet packet) {
    return new Refusal(
        "Packet %s is %s already."
            .formatted(packet.name(), packet.state().word().replace('_', ' ')));
  }
}
