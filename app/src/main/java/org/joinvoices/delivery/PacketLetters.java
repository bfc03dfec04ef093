package org.joinvoices.delivery;

import com.google.crypto.tink.util.Bytes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joinvoices.action.Action;
import org.joinvoices.action.Actions;
import org.joinvoices.delivery.packet.PacketLetter;
import org.joinvoices.districts.Districts;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.signing.Constituent;
import org.joinvoices.signing.PersonName;
import org.joinvoices.signing.PostalAddress;
import org.joinvoices.signing.SignatureView;
import org.joinvoices.signing.Signatures;

/**
 * Composes letters on paper from the frozen letter version and the sealed words, for as long as
 * they are asked for.
 */
final class PacketLetters {

  private final Action action;
  private final MessageTexts texts;
  private final Signatures signatures;
  private final Districts districts;
  private final PacketImprint imprint;
  private final LocalDate day;

  /**
   * A letter that may be printed.
   *
   * @param version of the letter that was joined
   */
  record Composed(PacketLetter letter, int version, Bytes imprint) {}

  /** What a row comes to today. */
  sealed interface Look {

    /** It may be printed. */
    record Wanted(Composed composed) implements Look {}

    /** Nobody wants it to go any more. */
    record Withdrawn() implements Look {}

    /** It waits; {@code reason} is a word of {@link HeldReason}. */
    record Waits(String reason) implements Look {}
  }

  /**
   * @param day in Washington on which the packet is or was made; letters speak to the holder of
   *     that day
   */
  PacketLetters(
      Action action,
      Actions actions,
      Signatures signatures,
      Districts districts,
      PacketImprint imprint,
      LocalDate day) {
    this.action = action;
    this.texts = new MessageTexts(actions);
    this.signatures = signatures;
    this.districts = districts.snapshot();
    this.imprint = imprint;
    this.day = day;
  }

  /** By the same rules as a message that is about to be sent. */
  Look look(PacketRow row) {
    Optional<SignatureView> view = wanted(row);
    Optional<String> obstacle =
        view.flatMap(signature -> Turnover.obstacle(signature, row.seat(), districts, day));
    if (obstacle.isPresent()) {
      return new Look.Waits(obstacle.get());
    }
    return view.flatMap(signature -> compose(row, signature))
        .<Look>map(Look.Wanted::new)
        .orElseGet(Look.Withdrawn::new);
  }

  /** The letter of a row that is in a packet already; empty if nobody wants it to go any more. */
  Optional<Composed> again(PacketRow row) {
    return wanted(row).flatMap(signature -> compose(row, signature));
  }

  private Optional<SignatureView> wanted(PacketRow row) {
    return signatures
        .find(row.signature())
        .filter(signature -> signature.writesTo().contains(row.seat()));
  }

  private Optional<Composed> compose(PacketRow row, SignatureView view) {
    return signatures.findConstituent(row.signature()).map(person -> compose(row, view, person));
  }

  private Composed compose(PacketRow row, SignatureView view, Constituent person) {
    var text = texts.to(action, row.seat(), day, view, person);
    var letter =
        new PacketLetter(
            row.place(),
            name(person.name()),
            address(person.address()),
            town(person.address()),
            person.email().value(),
            person.phone(),
            LocalDate.ofInstant(view.signedAt(), CivicClock.CONGRESS),
            view.replyWanted(),
            text.subject(),
            text.statement(),
            text.ownWords().orElse(""));
    return new Composed(letter, view.letterVersion(), imprint.of(action.id(), row, letter));
  }

  private static String name(PersonName name) {
    return joined(" ", name.prefix(), name.given(), name.family());
  }

  private static List<String> address(PostalAddress address) {
    String last =
        joined(" ", joined(", ", address.locality(), address.region()), address.postalCode());
    return Stream.of(address.line(), address.line2(), last)
        .filter(line -> !line.isBlank())
        .toList();
  }

  /** The main town of the ZIP code, so that one town is not counted under several spellings. */
  private String town(PostalAddress address) {
    return districts
        .cityOf(address.postalCode())
        .orElseGet(() -> joined(", ", address.locality(), address.region()));
  }

  private static String joined(String between, String... parts) {
    return String.join(between, Stream.of(parts).filter(part -> !part.isBlank()).toList());
  }
}
