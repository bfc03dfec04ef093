package org.joinvoices.districts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Who speaks for a place on a date, answered from one data release. Immutable and safe for threads.
 */
public final class Districts {

  /** The release that ships with this server; loads in under a second. */
  public static Districts builtIn() {
    throw new UnsupportedOperationException();
  }

  /** Name of the release, for example {@code 2026.11-1}, kept with every answer. */
  public String release() {
    throw new UnsupportedOperationException();
  }

  /**
   * Matches by ZIP code.
   *
   * @param zip five digits; ZIP+4 is accepted and the rest ignored
   * @param state USPS code as typed, or empty text when unknown; must not contradict the ZIP
   * @param country ISO 3166-1 alpha-2; anything but US (and its territories) is {@code FOREIGN}
   * @param on the civic date in Washington, which chooses map and officeholders
   */
  public Match match(String zip, String state, String country, LocalDate on) {
    throw new UnsupportedOperationException();
  }

  /**
   * Seats after a person chose a district among the candidates: the House seat and that state's
   * senators.
   */
  public List<Seat> seatsOf(Seat house, LocalDate on) {
    throw new UnsupportedOperationException();
  }

  /** Who holds the seat on that date; empty when it is vacant, which is a normal answer. */
  public Optional<Officeholder> officeholder(Seat seat, LocalDate on) {
    throw new UnsupportedOperationException();
  }

  /**
   * Open Civic Data id; a senator's seat has its state's, for example {@code
   * ocd-division/country:us/state:oh}.
   */
  public String ocdId(Seat seat) {
    throw new UnsupportedOperationException();
  }

  /** City and state of a ZIP code, as in {@code Cleveland, OH}; empty when unknown. */
  public Optional<String> cityOf(String zip) {
    throw new UnsupportedOperationException();
  }
}
