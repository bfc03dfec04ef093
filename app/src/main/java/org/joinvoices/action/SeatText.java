package org.joinvoices.action;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.joinvoices.districts.Seat;

/**
 * A message for one seat whose holder needs words of their own, such as a senator whom the letter
 * itself addresses.
 *
 * @param before the first day, in Washington, on which the seat gets the message of its chamber
 *     again, because somebody else may hold it; empty means that these words are for whoever does
 * @param text the ask in its first line
 */
public record SeatText(Seat seat, Optional<LocalDate> before, String text) {

  /** As a language file has them, and as they are looked for: what ends first comes first. */
  static final Comparator<SeatText> ORDER =
      Comparator.comparing(SeatText::heading, SeatHeading.ORDER);

  SeatHeading heading() {
    return new SeatHeading(seat, before);
  }

  /** Whether these words are what a seat gets on a day, in Washington. */
  public boolean isFor(Seat other, LocalDate day) {
    return seat.equals(other) && before.map(day::isBefore).orElse(true);
  }
}
