package org.joinvoices.districts;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Who sits on which seat from when to when. */
final class Roster {

  private final List<Term> terms;
  private final Map<Seat, List<Term>> bySeat;
  private final Map<String, List<Seat>> senators;

  Roster(List<Term> terms) {
    this.terms =
        terms.stream()
            .sorted(
                comparing(Term::seat)
                    .thenComparing(Term::from)
                    .thenComparing(Term::to)
                    .thenComparing(Term::bioguide))
            .toList();
    bySeat = this.terms.stream().collect(groupingBy(Term::seat));
    senators =
        bySeat.keySet().stream().filter(Seat::isSenate).sorted().collect(groupingBy(Seat::state));
  }

  /** By seat and first day. */
  List<Term> terms() {
    return terms;
  }

  /** Two for a state, none for the capital and the territories, whoever sits there or nobody. */
  List<Seat> senateSeats(String state) {
    return senators.getOrDefault(state, List.of());
  }

  /** A House seat and the Senate seats of its state. */
  List<Seat> withSenators(Seat house) {
    List<Seat> seats = new ArrayList<>(List.of(house));
    seats.addAll(senateSeats(house.state()));
    return seats;
  }

  /** Certain whichever of these House seats it is; none where they are of several states. */
  List<Seat> senatorsOfAll(List<Seat> houses) {
    boolean oneState = houses.stream().map(Seat::state).distinct().count() == 1;
    return oneState ? senateSeats(houses.getFirst().state()) : List.of();
  }

  /** Two for each state. */
  Stream<Seat> senateSeats() {
    return senators.values().stream().flatMap(List::stream);
  }

  /**
   * The latest term begun on that date decides, since an old term may end on the day the next one
   * begins. A planned end that has passed without a newer term means that the data is older than
   * the successor, not that the seat is empty.
   */
  Optional<Officeholder> holder(Seat seat, LocalDate on) {
    List<Term> all = bySeat.getOrDefault(seat, List.of());
    List<Term> begun = all.stream().filter(term -> !term.from().isAfter(on)).toList();
    if (begun.isEmpty()) {
      return Optional.empty();
    }
    Term latest = begun.getLast();
    boolean over = on.isAfter(latest.to());
    boolean newest = latest == all.getLast();
    return over && !(latest.untilElection() && newest)
        ? Optional.empty()
        : Optional.of(latest.holder(on, over));
  }

  /** Appointments that end on a planned day with nobody after them in this data. */
  List<Term> openAppointments() {
    return bySeat.values().stream()
        .map(List::getLast)
        .filter(Term::untilElection)
        .sorted(comparing(Term::seat))
        .toList();
  }
}
