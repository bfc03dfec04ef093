package org.joinvoices.seize;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joinvoices.seize.SeizeReport.Day;
import org.joinvoices.seize.SeizeReport.Line;
import org.joinvoices.seize.SeizeReport.PlacesLine;

/** Compares what was found with who really signed, and with what is published. */
final class Judgement {

  private final LocalDate asOf;
  private final Attack.Outcome outcome;
  private final Map<Group, List<Person>> groups = new EnumMap<>(Group.class);

  /**
   * @param groups of every candidate
   */
  Judgement(LocalDate asOf, Attack.Outcome outcome, Map<Person, Group> groups) {
    this.asOf = asOf;
    this.outcome = outcome;
    groups.forEach(
        (person, group) -> this.groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(person));
  }

  Day day() {
    return new Day(
        asOf,
        outcome.phase().words(),
        byWord(group -> people(group).size()),
        Arrays.stream(Source.values()).map(this::line).toList(),
        places(),
        Stream.concat(
                Arrays.stream(Source.values()).flatMap(source -> beyond(source).stream()),
                beyondPlaces())
            .toList());
  }

  private List<Person> people(Group group) {
    return groups.getOrDefault(group, List.of());
  }

  private static Map<String, Integer> byWord(ToIntFunction<Group> number) {
    return Arrays.stream(Group.values())
        .collect(Collectors.toMap(Group::word, number::applyAsInt, (one, _) -> one, TreeMap::new));
  }

  private Line line(Source source) {
    return new Line(
        source.word(),
        source.words(),
        byWord(group -> recognised(source, group)),
        Arrays.stream(Group.values())
            .filter(group -> isPublished(source, group) && recognised(source, group) == 0)
            .map(Group::word)
            .toList(),
        advantage(person -> isFound(source, person)),
        read(source));
  }

  private boolean isPublished(Source source, Group group) {
    return Baseline.allowed(outcome.phase(), source, group) != Level.NOTHING;
  }

  private int recognised(Source source, Group group) {
    return count(people(group), person -> isFound(source, person));
  }

  private boolean isFound(Source source, Person person) {
    return !outcome.findings().of(source, person).isEmpty();
  }

  /** Of signers whom the book does not name. */
  private double advantage(Predicate<Person> found) {
    List<Person> signers =
        groups.entrySet().stream()
            .filter(entry -> entry.getKey() != Group.STRANGERS && entry.getKey() != Group.NAMED)
            .flatMap(entry -> entry.getValue().stream())
            .toList();
    return share(signers, found) - share(people(Group.STRANGERS), found);
  }

  private static double share(List<Person> people, Predicate<Person> found) {
    return people.isEmpty() ? 0 : (double) count(people, found) / people.size();
  }

  private static int count(List<Person> people, Predicate<Person> found) {
    return (int) people.stream().filter(found).count();
  }

  private Map<String, Integer> read(Source source) {
    var all = new TreeMap<String, Integer>();
    for (Kind kind : Kind.values()) {
      all.put(
          kind.word(),
          count(signers(), person -> outcome.findings().of(source, person).contains(kind)));
    }
    return all;
  }

  private List<Person> signers() {
    return groups.entrySet().stream()
        .filter(entry -> entry.getKey() != Group.STRANGERS)
        .flatMap(entry -> entry.getValue().stream())
        .toList();
  }

  /** By the rule that serves the taker best. */
  private PlacesLine places() {
    PlacesLine may = places(SignedPlace::mayBe);
    PlacesLine told = places(SignedPlace::isTold);
    return told.advantage() > may.advantage() ? told : may;
  }

  private PlacesLine places(BiPredicate<SignedPlace, Person> rule) {
    Predicate<Person> fits =
        person -> outcome.places().stream().anyMatch(place -> rule.test(place, person));
    List<Person> strangers = people(Group.STRANGERS);
    return new PlacesLine(
        count(signers(), fits),
        count(strangers, fits),
        share(signers(), fits) - share(strangers, fits));
  }

  /** What counts by place are not made of goes with the contact data. */
  private Stream<String> beyondPlaces() {
    boolean told =
        outcome.phase() != Phase.LETTER_KEY
            && outcome.places().stream().anyMatch(place -> !place.zip3().isEmpty());
    return told ? Stream.of("rows of the database tell ZIP codes of signers") : Stream.of();
  }

  /** One line for each group of which too much is found; names nobody. */
  private List<String> beyond(Source source) {
    var lines = new ArrayList<String>();
    for (Group group : Group.values()) {
      Level allowed = Baseline.allowed(outcome.phase(), source, group);
      List<Person> told =
          people(group).stream()
              .filter(
                  person -> Level.of(outcome.findings().of(source, person)).compareTo(allowed) > 0)
              .toList();
      if (!told.isEmpty()) {
        String kinds =
            told.stream()
                .flatMap(person -> outcome.findings().of(source, person).stream())
                .distinct()
                .sorted()
                .map(Kind::word)
                .collect(Collectors.joining(", "));
        lines.add(
            "%s, %s: %d of %d people (%s)"
                .formatted(source.words(), group.word(), told.size(), people(group).size(), kinds));
      }
    }
    return lines;
  }
}
