package org.joinvoices.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.joinvoices.delivery.packet.PacketHead;
import org.joinvoices.delivery.packet.PacketLetter;
import org.joinvoices.delivery.packet.PacketPaper;
import org.joinvoices.delivery.packet.PacketPrint;
import org.joinvoices.delivery.packet.PacketSummary;

/**
 * The papers of one packet, each composed when it is asked for and kept nowhere. Letters that are
 * not to be handed over any more are left out and their numbers named.
 */
public final class PacketPapers {

  private final Packet packet;
  private final PacketHead head;
  private final PacketStore store;
  private final PacketLetters letters;
  private final PacketPrint print;

  PacketPapers(
      Packet packet, PacketHead head, PacketStore store, PacketLetters letters, PacketPrint print) {
    this.packet = packet;
    this.head = head;
    this.store = store;
    this.letters = letters;
    this.print = print;
  }

  /** Names of the files, in the order in which they are to be printed; the sheet to sign last. */
  public List<String> files() {
    return head.papers().stream().map(PacketPaper::file).toList();
  }

  /**
   * The PDF of one of {@link #files}; holds names and addresses of constituents. Empty where the
   * packet has no such file.
   */
  public Optional<byte[]> find(String file) {
    return head.papers().stream()
        .filter(paper -> paper.file().equals(file))
        .findFirst()
        .map(this::pdf);
  }

  private byte[] pdf(PacketPaper paper) {
    return switch (paper.kind()) {
      case LETTERS -> part(paper.part());
      case LABELS -> print.labels(head);
      case SHEET -> print.sheet(head, summary());
    };
  }

  private byte[] part(int part) {
    List<PacketLetter> some = new ArrayList<>();
    read(head.first(part), head.last(part), some::add);
    return print.part(head, part, some, part == 1 ? Optional.of(summary()) : Optional.empty());
  }

  /** Reads the packet once more, part by part: never more letters at once than one part has. */
  private PacketSummary summary() {
    var summary = print.summary();
    for (int part = 1; part <= head.parts(); part++) {
      read(head.first(part), head.last(part), summary::add);
    }
    return summary;
  }

  private void read(int first, int last, Consumer<PacketLetter> reader) {
    for (PacketRow row : store.letters(packet.action(), packet.id(), first, last)) {
      letters
          .again(row)
          .filter(now -> isUnchanged(row, now))
          .ifPresent(now -> reader.accept(now.letter()));
    }
  }

  /** What would say something else than what was printed first is held for a person to look at. */
  private boolean isUnchanged(PacketRow row, PacketLetters.Composed now) {
    boolean unchanged = row.imprint().filter(now.imprint()::equals).isPresent();
    if (!unchanged) {
      store.holdChanged(packet.action(), packet.id(), row.id());
    }
    return unchanged;
  }
}
