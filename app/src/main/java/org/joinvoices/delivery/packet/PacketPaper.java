package org.joinvoices.delivery.packet;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One file to print.
 *
 * @param part of letters, from 1; meaningless of the others
 * @param file its name
 */
public record PacketPaper(Kind kind, int part, String file) {

  /** What is printed on it. */
  public enum Kind {
    LETTERS,
    LABELS,
    SHEET
  }

  static List<PacketPaper> all(PacketHead head) {
    String stem = "%s-%s-%d-".formatted(head.action().value(), head.seat().value(), head.number());
    return Stream.concat(
            IntStream.rangeClosed(1, head.parts())
                .mapToObj(n -> new PacketPaper(Kind.LETTERS, n, stem + "part-" + n + ".pdf")),
            Stream.of(
                new PacketPaper(Kind.LABELS, 0, stem + "labels.pdf"),
                // the last, so that what it lists as taken out may still be in a part, never the
                // other way round
                new PacketPaper(Kind.SHEET, 0, stem + "delivery-sheet.pdf")))
        .toList();
  }
}
