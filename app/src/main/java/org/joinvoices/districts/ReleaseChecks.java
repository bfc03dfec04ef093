package org.joinvoices.districts;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Whether terms and maps can be true together. Whatever cannot is a fault with its place. */
final class ReleaseChecks {

  private final InputFiles files;
  private final Roster roster;
  private final List<DistrictMap> maps;
  private final DistrictIds districts;

  ReleaseChecks(InputFiles files, Roster roster, List<DistrictMap> maps, DistrictIds districts) {
    this.files = files;
    this.roster = roster;
    this.maps = maps;
    this.districts = districts;
  }

  void check() {
    onePersonOnASeat();
    oneSeatForAPerson();
    if (!roster.terms().isEmpty()) {
      LocalDate newest = roster.terms().stream().map(Term::from).max(naturalOrder()).orElseThrow();
      maps.forEach(map -> check(map, newest));
    }
  }

  /** The planned end of an appointment says nothing: whoever is elected may come before. */
  private void onePersonOnASeat() {
    roster.terms().stream()
        .collect(groupingBy(Term::seat, TreeMap::new, toCollection(ArrayList::new)))
        .values()
        .forEach(
            terms -> {
              for (int i = 1; i < terms.size(); i++) {
                overlap(terms.get(i - 1), terms.get(i));
              }
            });
  }

  private void overlap(Term one, Term next) {
    if (!one.bioguide().equals(next.bioguide()) && !one.untilElection() && isBoth(one, next)) {
      files.fault(
          "legislators: " + one.bioguide(),
          "holds %s until %s, but %s does from %s; legislators-historical.yaml has last days"
              .formatted(one.seat(), one.to(), next.bioguide(), next.from()));
    }
  }

  /** The last day of a term may be the first of the next. */
  private static boolean isBoth(Term one, Term next) {
    return next.from().isBefore(one.to());
  }

  private void oneSeatForAPerson() {
    roster.terms().stream()
        .sorted(comparing(Term::from))
        .collect(groupingBy(Term::bioguide, TreeMap::new, toCollection(ArrayList::new)))
        .forEach(
            (person, terms) -> {
              for (int i = 1; i < terms.size(); i++) {
                Term one = terms.get(i - 1);
                Term next = terms.get(i);
                if (isBoth(one, next)) {
                  files.fault(
                      "legislators: " + person,
                      "holds %s until %s and %s from %s"
                          .formatted(one.seat(), one.to(), next.seat(), next.from()));
                }
              }
            });
  }

  private void check(DistrictMap map, LocalDate newest) {
    String where = "map of the %dth Congress".formatted(map.congress());
    Set<String> states = map.seats().stream().map(Seat::state).collect(toCollection(TreeSet::new));
    String lost =
        roster.terms().stream()
            .map(term -> term.seat().state())
            .filter(state -> !states.contains(state))
            .distinct()
            .collect(joining(" "));
    if (!lost.isEmpty()) {
      files.fault(where, "no district of " + lost);
    }
    states.forEach(state -> numbers(map, state, where));
    heldButNotThere(map, states, where);
    if (!map.from().isAfter(newest)) {
      neverHeld(map, where);
    }
  }

  /** Districts of a state are numbered from 1 on, or there is one without a number. */
  private void numbers(DistrictMap map, String state, String where) {
    int highest = map.seatsOfState(state).getLast().number();
    for (int number = 1; number < highest; number++) {
      Seat seat = Seat.house(state, number);
      if (districts.ids().containsKey(seat) && !map.has(seat)) {
        files.fault(where, "no district " + seat);
      }
    }
  }

  private void heldButNotThere(DistrictMap map, Set<String> states, String where) {
    roster.terms().stream()
        .filter(term -> !term.seat().isSenate() && states.contains(term.seat().state()))
        .filter(term -> term.from().isBefore(map.until()) && term.to().isAfter(map.from()))
        .filter(term -> !map.has(term.seat()))
        .forEach(
            term ->
                files.fault(
                    where,
                    "no district %s, which %s holds".formatted(term.seat(), term.bioguide())));
  }

  private void neverHeld(DistrictMap map, String where) {
    map.seats().stream()
        .filter(seat -> roster.terms().stream().noneMatch(term -> term.seat().equals(seat)))
        .forEach(seat -> files.fault(where, "nobody ever held " + seat));
  }
}
