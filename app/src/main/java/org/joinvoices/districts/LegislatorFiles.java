package org.joinvoices.districts;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Terms from the files of unitedstates/congress-legislators, as they are published.
 *
 * <p>A person who leaves is moved from the current file to the historical one, so both are needed.
 * Of several records of one person the historical one wins, because only it has the real last day;
 * then the newest current file by name; then an addendum of persons not yet in either.
 */
final class LegislatorFiles {

  /** Nobody is asked about earlier days, and earlier records are less careful. */
  static final LocalDate SINCE = LocalDate.of(2020, 12, 1);

  private static final List<String> IN_RISING_AUTHORITY =
      List.of(
          "legislators/(.*/)?addendum[^/]*\\.yaml",
          "legislators/(.*/)?legislators-current[^/]*\\.yaml",
          "legislators/(.*/)?legislators-historical[^/]*\\.yaml");

  private static final Set<String> PARTIES =
      Set.of("Democrat", "Republican", "Independent", "Libertarian");

  private final InputFiles files;

  LegislatorFiles(InputFiles files) {
    this.files = files;
  }

  List<Term> terms() throws IOException {
    Map<String, YamlRecord> people = new LinkedHashMap<>();
    for (String pattern : IN_RISING_AUTHORITY) {
      for (String file : files.find(pattern)) {
        people(file).forEach(person -> people.put(bioguide(person), person));
      }
    }
    if (people.isEmpty()) {
      files.fault("legislators", "no legislators-current*.yaml with anybody in it");
    }
    List<Term> terms = people.values().stream().flatMap(this::terms).toList();
    doubles(terms);
    unknownParties(terms);
    return terms;
  }

  private List<YamlRecord> people(String file) throws IOException {
    try {
      List<YamlRecord> people = YamlRecord.list(files.text(file));
      if (people.stream().anyMatch(person -> bioguide(person).isEmpty())) {
        files.fault(file, "a person without id: bioguide");
      }
      return people;
    } catch (YAMLException e) {
      files.fault(file, "not YAML: " + String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
      return List.of();
    }
  }

  private Stream<Term> terms(YamlRecord person) {
    List<Term> terms = new ArrayList<>();
    for (YamlRecord term : person.records("terms")) {
      try {
        LocalDate to = InputRow.parseDay("end", term.text("end"));
        if (!to.isBefore(SINCE)) {
          terms.add(term(person, term, to));
        }
      } catch (BadInput e) {
        files.fault("legislators: " + bioguide(person), e.fault());
      }
    }
    return terms.stream();
  }

  private static Term term(YamlRecord person, YamlRecord term, LocalDate to) throws BadInput {
    LocalDate from = InputRow.parseDay("start", term.text("start"));
    if (from.isAfter(to)) {
      throw new BadInput("a term that starts on " + from + " ends before, on " + to);
    }
    return new Term(
        seat(term),
        bioguide(person),
        displayName(person.record("name")),
        person.record("name").text("last"),
        term.text("party"),
        term.text("phone"),
        term.text("url"),
        from,
        to,
        term.text("end-type").equals("special-election"));
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

  private static String bioguide(YamlRecord person) {
    return person.record("id").text("bioguide");
  }

  private void doubles(List<Term> terms) {
    Map<String, Term> begun = new LinkedHashMap<>();
    for (Term term : terms) {
      Term other = begun.putIfAbsent(term.seat() + " from " + term.from(), term);
      if (other != null) {
        files.fault(
            "legislators: " + term.bioguide(),
            "starts on %s on %s, as %s does".formatted(term.seat(), term.from(), other.bioguide()));
      }
    }
  }

  /** Once "D" was published for half a day: worth a note, not worth refusing a roster. */
  private void unknownParties(List<Term> terms) {
    terms.stream()
        .filter(term -> !PARTIES.contains(term.party()))
        .forEach(
            term ->
                files.note(
                    "%s from %s: unusual party '%s'"
                        .formatted(term.bioguide(), term.from(), term.party())));
  }
}
