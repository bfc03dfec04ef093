package org.joinvoices.districts;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A seat and who holds it on a day, as answers in JSON give it; names and order of the fields are a
 * contract.
 *
 * @param officeholder empty while the seat is vacant
 */
public record SeatLine(String seat, String ocd, String chamber, Optional<Person> officeholder) {

  /** Who holds a seat; what each field means: {@link Officeholder}. */
  public record Person(
      String bioguide,
      String name,
      String party,
      String phone,
      String website,
      LocalDate from,
      boolean provisional) {

    private static Person of(Officeholder holder) {
      return new Person(
          holder.bioguide(),
          holder.name(),
          holder.party(),
          holder.phone(),
          holder.website(),
          holder.from(),
          holder.provisional());
    }
  }

  /**
   * Who holds the seat on a civic date in Washington.
   *
   * @throws IllegalArgumentException if there never was such a seat
   */
  public static SeatLine of(Seat seat, Districts districts, LocalDate on) {
    return new SeatLine(
        seat.value(),
        districts.ocdId(seat),
        seat.chamber(),
        districts.officeholder(seat, on).map(Person::of));
  }
}
