package org.joinvoices.desk.delivery;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joinvoices.action.Action;
import org.joinvoices.delivery.BookPart;
import org.joinvoices.delivery.HandOverDraft;

/** What a form about a hand-over is about. */
sealed interface HandOverSubject {

  record OfPacket(UUID packet) implements HandOverSubject {}

  /**
   * @param addressee its id in {@code action.yaml}
   */
  record OfBook(BookPart part, String addressee) implements HandOverSubject {}

  /** Empty where the fields name nothing that could be handed over. */
  static Optional<HandOverSubject> of(Map<String, String> fields) {
    Optional<HandOverSubject> packet =
        QueueForm.id(fields.getOrDefault("packet", "")).map(OfPacket::new);
    return packet.or(() -> book(fields));
  }

  private static Optional<HandOverSubject> book(Map<String, String> fields) {
    String addressee = fields.getOrDefault("addressee", "");
    return Arrays.stream(BookPart.values())
        .filter(part -> part.word().equals(fields.getOrDefault("part", "")))
        .filter(_ -> !addressee.isEmpty())
        .findFirst()
        .map(part -> new OfBook(part, addressee));
  }

  /** The fields that name it. */
  default Map<String, String> fields() {
    var fields = new LinkedHashMap<String, String>();
    switch (this) {
      case OfPacket(var packet) -> fields.put("packet", packet.toString());
      case OfBook(var part, var addressee) -> {
        fields.put("part", part.word());
        fields.put("addressee", addressee);
      }
    }
    return fields;
  }

  default HandOverDraft draft(Action action, HandOverForm.Filled filled) {
    Instant at = filled.at();
    return switch (this) {
      case OfPacket(var packet) ->
          HandOverDraft.packet(action.id(), packet, at, filled.how(), filled.who(), filled.where());
      case OfBook(var part, var addressee) ->
          HandOverDraft.book(
              action.id(), part, addressee, at, filled.how(), filled.who(), filled.where());
    };
  }
}
