package org.joinvoices.site;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.GeoPoint;
import org.joinvoices.districts.Match;
import org.joinvoices.districts.Match.Ambiguous;
import org.joinvoices.districts.Match.Candidate;
import org.joinvoices.districts.Match.Confidence;
import org.joinvoices.districts.Match.How;
import org.joinvoices.districts.Match.Matched;
import org.joinvoices.districts.Position;
import org.joinvoices.districts.Seat;

/**
 * What a form without faults asks, and the answer.
 *
 * @param day civic date in Washington
 * @param how it was asked
 * @param point asked for, which goes nowhere but into this answer
 */
record Lookup(PlaceForm form, LocalDate day, Match match, How how, Optional<GeoPoint> point) {

  static Lookup of(PlaceForm form, Districts districts, LocalDate today) {
    LocalDate day = form.day(today);
    boolean byZip = !form.zip().isEmpty();
    Match match =
        byZip
            ? districts.match(form.zip(), form.state(), "", day)
            : ofState(form.state(), districts, day);
    return new Lookup(
        form,
        day,
        match instanceof Ambiguous several
            ? chosen(several, form).map(seat -> settled(seat, districts, day)).orElse(several)
            : match,
        byZip ? How.ZIP : How.CHOSEN,
        Optional.empty());
  }

  static Lookup at(Position position, PlaceForm form, Districts districts, LocalDate today) {
    LocalDate day = form.day(today);
    Match match = districts.match(position.point(), position.metres(), day);
    return new Lookup(form, day, match, How.POINT, Optional.of(position.point()));
  }

  private static Match ofState(String state, Districts districts, LocalDate day) {
    List<Candidate> all = districts.districtsOf(state, day);
    if (all.isEmpty()) {
      return new Match.Unmatched(Match.Reason.DATE_OUT_OF_RANGE, districts.release());
    }
    if (all.size() == 1) {
      return settled(all.getFirst().seat(), districts, day);
    }
    List<Seat> houses = all.stream().map(Candidate::seat).toList();
    return new Ambiguous(
        districts.senatorsOf(houses), all, Confidence.STATE_ONLY, districts.release());
  }

  /** Whether a district was chosen that the place does not lie in. */
  boolean isRefused() {
    return match instanceof Ambiguous && !form.seat().isEmpty();
  }

  private static Optional<Seat> chosen(Ambiguous several, PlaceForm form) {
    return several.houses().stream().filter(seat -> seat.value().equals(form.seat())).findFirst();
  }

  private static Match settled(Seat house, Districts districts, LocalDate day) {
    return new Matched(
        districts.seatsOf(house, day), How.CHOSEN, Confidence.CHOSEN, districts.release());
  }

  @Override
  public String toString() {
    return "Lookup[hidden]";
  }
}
