package org.joinvoices.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.joinvoices.delivery.Packet;
import org.joinvoices.delivery.PacketPapers;
import org.joinvoices.delivery.PacketState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code packets print}. */
@Command(
    name = "print",
    description = {
      "Writes packets as PDF: letters in parts, address labels, the sheet to sign.",
      "They hold names and addresses: only you may read the files; destroy them after the hand-over."
    },
    mixinStandardHelpOptions = true)
final class PacketsPrintCommand extends PacketsSubcommand {

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "where to write; made if it is not there")
  private Path out = Path.of(".");

  @Parameters(
      arity = "0..*",
      paramLabel = "OFFICE/NUMBER",
      description = "which packets; all that are made and not handed over if left out")
  private List<String> names = new ArrayList<>();

  @Override
  List<String> lines(PacketsOption.Opened house) {
    List<String> lines = new ArrayList<>();
    int files = 0;
    for (Packet packet : packets(house)) {
      lines.add(PacketLine.sentence(packet));
      PacketPapers papers =
          house
              .packets()
              .print(BY, house.action(), packet.id())
              .orElseThrow(() -> new Refusal("Packet " + packet.name() + " is void."));
      for (String file : papers.files()) {
        write(out.resolve(file), papers.find(file).orElseThrow());
        lines.add("  " + out.resolve(file));
        files++;
      }
    }
    lines.add(
        files == 0
            ? "There is no packet to print; ./joinvoices packets make makes them."
            : "%d files hold names, addresses and words of constituents. Destroy them once the packets are handed over."
                .formatted(files));
    return lines;
  }

  private List<Packet> packets(PacketsOption.Opened house) {
    return names.isEmpty()
        ? house.packets().list(house.action()).stream()
            .filter(packet -> packet.state() == PacketState.MADE)
            .toList()
        : names.stream().map(house::packet).toList();
  }

  /** Nobody else may read a file from the moment it is there. */
  private static void write(Path file, byte[] pdf) {
    var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var folder = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    try {
      Files.createDirectories(file.toAbsolutePath().getParent(), folder);
      Files.deleteIfExists(file);
      Files.createFile(file, owner);
      Files.write(file, pdf);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
