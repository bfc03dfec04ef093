package org.joinvoices.districts;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private final DistrictIds districts;

  LegislatorFiles(InputFiles files, DistrictIds districts) {
    this.files = files;
    this.districts = districts;
  }

  List<Term> terms() throws IOException {
    Map<String, YamlRecord> people = new LinkedHashMap<>();
    for (String pattern : IN_RISING_AUTHORITY) {
      for (String file : files.find(pattern)) {
        people(file).forEach(person -> people.put(LegislatorTerm.bioguide(person), person));
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
      if (people.stream().anyMatch(person -> LegislatorTerm.bioguide(person).isEmpty())) {
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
          terms.add(existing(LegislatorTerm.read(person, term, to)));
        }
      } catch (BadInput e) {
        files.fault("legislators: " + LegislatorTerm.bioguide(person), e.fault());
      }
    }
    return terms.stream();
  }

  private Term existing(Term term) throws BadInput {
    if (!districts.exists(term.seat())) {
      throw new BadInput("there is no seat " + term.seat());
    }
    return term;
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
