package org.joinvoices.districts;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One term out of a person's record in the YAML of unitedstates/congress-legislators. */
final class LegislatorTerm {

  private LegislatorTerm() {}

  static String bioguide(YamlRecord person) {
    return person.record("id").text("bioguide");
  }

  static Term read(YamlRecord person, YamlRecord term, LocalDate to) throws BadInput {
    LocalDate from = start(term, to);
    return new Term(
        seat(term),
        bioguide(person),
        displayName(person.record("name")),
        person.record("name").text("last"),
        Parties.read(term, from),
        term.text("phone"),
        term.text("url"),
        from,
        to,
        term.text("end-type").equals("special-election"));
  }

  static LocalDate start(YamlRecord term, LocalDate to) throws BadInput {
    LocalDate from = InputRow.parseDay("start", term.text("start"));
    if (from.isAfter(to)) {
      throw new BadInput("a term that starts on " + from + " ends before, on " + to);
    }
    return from;
  }

  private static Seat seat(YamlRecord term) throws BadInput {
    String state = term.text("state");
    String district = term.text("district");
    String senateClass = term.text("class");
    boolean house = term.text("type").equals("rep") && district.matches("[0-9]{1,2}");
    boolean senate = term.text("type").equals("sen") && senateClass.matches("[123]");
    if (!state.matches("[A-Z]{2}") || !(house || senate)) {
      throw new BadInput("a term needs type rep with a district, or sen with a class, and a state");
    }
    return house
        ? Seat.house(state, Integer.parseInt(district))
        : Seat.senate(state, Integer.parseInt(senateClass));
  }

  /** A few records have no official_full. */
  private static String displayName(YamlRecord name) {
    String full = name.text("official_full");
    return full.isEmpty()
        ? Stream.of("first", "middle", "last", "suffix")
            .map(part -> part.equals("first") ? calledName(name) : name.text(part))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "))
        : full;
  }

  private static String calledName(YamlRecord name) {
    String nickname = name.text("nickname");
    return nickname.isEmpty() ? name.text("first") : nickname;
  }
}
