package org.joinvoices.cli;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.joinvoices.delivery.HandOverAnswer;
import org.joinvoices.delivery.HandOverDraft;
import org.joinvoices.delivery.Packet;
import org.joinvoices.delivery.PacketMaking;
import org.joinvoices.delivery.PacketOffer;
import org.joinvoices.delivery.PacketPapers;
import org.joinvoices.delivery.PacketState;
import org.joinvoices.delivery.Packets;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.audit.Actor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code packets}: letters on paper, office by office. */
@Command(
    name = "packets",
    description = {
      "Letters on paper: makes packets of what waits for an office, prints them, records the hand-over.",
      "A packet is named by its office and number, such as OH-11/3."
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      PacketsCommand.ListThem.class,
      PacketsCommand.Make.class,
      PacketsCommand.Print.class,
      PacketsCommand.MakeVoid.class,
      PacketsCommand.HandedOver.class
    })
final class PacketsCommand implements Runnable {

  private static final Actor BY = new Actor.CommandLine();

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** What all of them share. */
  private abstract static class Below implements Callable<Integer> {

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
  }

  /** One packet as JSON. */
  private record Line(
      String packet,
      String seat,
      int number,
      String state,
      int letters,
      List<Integer> takenOut,
      String madeAt,
      @Nullable String settledAt) {

    static Line of(Packet packet) {
      return new Line(
          packet.name(),
          packet.seat().value(),
          packet.number(),
          packet.state().word(),
          packet.letters(),
          packet.takenOut(),
          packet.madeAt().toString(),
          packet.settledAt().map(Instant::toString).orElse(null));
    }
  }

  private static String sentence(Packet packet) {
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

  /** {@code packets list}. */
  @Command(
      name = "list",
      description = "Lists for which offices letters wait, and every packet with its state.",
      mixinStandardHelpOptions = true)
  static final class ListThem extends Below {

    private record Waiting(String seat, @Nullable String officeholder, long letters) {}

    private record Answer(String action, List<Waiting> waiting, List<Line> packets) {}

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
          packets.stream().map(Line::of).toList());
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
      packets.forEach(packet -> lines.add(sentence(packet)));
      return lines;
    }
  }

  /** {@code packets make}. */
  @Command(
      name = "make",
      description = {
        "Makes packets of the letters that wait, for every office or for one.",
        "Made packets keep their letters until they are handed over or made void."
      },
      mixinStandardHelpOptions = true)
  static final class Make extends Below {

    private record Answer(String action, int withdrawn, int held, List<Line> packets) {}

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
        var lines = packets.stream().map(Line::of).toList();
        return List.of(StatusCommand.json(new Answer(house.slug(), withdrawn, held, lines)));
      }
      List<String> lines = new ArrayList<>(packets.stream().map(PacketsCommand::sentence).toList());
      lines.add(
          "Packets made: %d; letters left out: %d withdrawn, %d held"
              .formatted(packets.size(), withdrawn, held));
      return lines;
    }

    private List<Seat> seats(PacketsOption.Opened house) {
      if (offices.isEmpty()) {
        return house.packets().open(house.action()).stream().map(PacketOffer::seat).toList();
      }
      return offices.stream().map(Make::seat).toList();
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

  /** {@code packets print}. */
  @Command(
      name = "print",
      description = {
        "Writes packets as PDF: letters in parts, address labels, the sheet to sign.",
        "They hold names and addresses: only you may read the files; destroy them after the hand-over."
      },
      mixinStandardHelpOptions = true)
  static final class Print extends Below {

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
        lines.add(sentence(packet));
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
      var owner =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      var folder =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
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

  /** {@code packets void}. */
  @Command(
      name = "void",
      description =
          "Gives a packet up; its letters wait for the next one. Destroy what was printed.",
      mixinStandardHelpOptions = true)
  static final class MakeVoid extends Below {

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

  /** {@code packets handed-over}. */
  @Command(
      name = "handed-over",
      description = {
        "Records that a packet was handed over, without the letters taken out by then: when, how, by whom and where.",
        "Who, where and the proof are encrypted with the letter's key and end with it."
      },
      mixinStandardHelpOptions = true)
  static final class HandedOver extends Below {

    @Parameters(paramLabel = "OFFICE/NUMBER", description = "such as OH-11/3")
    private String name = "";

    @Option(
        names = "--at",
        required = true,
        paramLabel = "INSTANT",
        converter = InstantConverter.class,
        description = "when, like 2021-01-14T10:30:00-05:00")
    private Instant at = Instant.EPOCH;

    @Option(
        names = "--how",
        required = true,
        paramLabel = "HOW",
        description = "by_hand, post, courier, mail or form")
    private String how = "";

    @Option(
        names = "--who",
        required = true,
        paramLabel = "TEXT",
        description = "who handed it over")
    private String who = "";

    @Option(
        names = "--where",
        required = true,
        paramLabel = "TEXT",
        description = "where, and to whom")
    private String where = "";

    @Option(
        names = "--proof",
        paramLabel = "FILE",
        description = "photo (JPEG, PNG) or PDF, such as the signed sheet; at most 10 MiB")
    private @Nullable Path proof;

    @Override
    List<String> lines(PacketsOption.Opened house) {
      Packet packet = house.packet(name);
      if (at.isBefore(packet.madeAt())) {
        throw new Refusal(
            "%s was made at %s; it cannot have been handed over at %s."
                .formatted(packet.name(), packet.madeAt(), at));
      }
      var draft =
          HandOverDraft.packet(
              house.action(), packet.id(), at, HandedOverCommand.way(how), who, where);
      byte[] file = proof == null ? new byte[0] : HandedOverCommand.read(proof);
      Runnable record =
          () ->
              require(
                  proof == null
                      ? house.handOvers().record(draft, BY)
                      : house.handOvers().record(draft, file, BY));
      if (!house.packets().handOver(BY, house.action(), packet.id(), at, record)) {
        throw settled(packet);
      }
      var after = house.packet(name);
      return List.of(
          "Recorded: %s handed over at %s, letters %d, %s proof. Destroy its files."
              .formatted(
                  after.name(),
                  at,
                  after.letters() - after.takenOut().size(),
                  proof == null ? "without" : "with"));
    }

    /** Else nothing of it is recorded, and the packet stays made. */
    private static void require(HandOverAnswer answer) {
      switch (answer) {
        case HandOverAnswer.Refused(var fault) -> throw new Refusal(fault.remedy());
        case HandOverAnswer.Recorded _ -> {}
      }
    }
  }

  private static Refusal settled(Packet packet) {
    return new Refusal(
        "Packet %s is %s already."
            .formatted(packet.name(), packet.state().word().replace('_', ' ')));
  }
}
