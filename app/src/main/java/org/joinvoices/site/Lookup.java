package org.joinvoices.site;

import java.time.LocalDate;
import java.util.Optional;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.Match;
import org.joinvoices.districts.Match.Ambiguous;
import org.joinvoices.districts.Match.Candidate;
import org.joinvoices.districts.Match.Confidence;
import org.joinvoices.districts.Match.How;
import org.joinvoices.districts.Match.Matched;
import org.joinvoices.districts.Seat;

/**
 * What a form without faults asks, and the answer.
 *
 * @param day civic date in Washington
 */
record Lookup(PlaceForm form, LocalDate day, Match match) {

  static Lookup of(PlaceForm form, Districts districts, LocalDate today) {
    LocalDate day = form.day(today);
    Match match = districts.match(form.zip(), form.state(), "", day);
    return new Lookup(
        form,
        day,
        match instanceof Ambiguous several
            ? chosen(several, form).map(seat -> settled(seat, districts, day)).orElse(several)
            : match);
  }

  /** Whether a district was chosen that the place does not lie in. */
  boolean isRefused() {
    return match instanceof Ambiguous && !form.seat().isEmpty();
  }

  private static Optional<Seat> chosen(Ambiguous several, PlaceForm form) {
    return several.candidates().stream()
        .map(Candidate::seat)
        .filter(seat -> seat.value().equals(form.seat()))
        .findFirst();
  }

  private static Match settled(Seat house, Districts districts, LocalDate day) {
    return new Matched(
        districts.seatsOf(house, day), How.CHOSEN, Confidence.CHOSEN, districts.release());
  }
}
