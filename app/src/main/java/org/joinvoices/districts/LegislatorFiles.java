package org.joinvoices.districts;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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

  private static final String FOLDER = "legislators";
  private static final String CURRENT = "legislators-current[^/]*\\.yaml";

  private static final List<String> IN_RISING_AUTHORITY =
      List.of("addendum[^/]*\\.yaml", CURRENT, "legislators-historical[^/]*\\.yaml");

  private static final Set<String> PARTIES =
      Set.of("Democrat", "Republican", "Independent", "Libertarian");

  private final InputFiles files;
  private final DistrictIds districts;
  private final List<Term> before;

  /**
   * @param before terms of an earlier release: what it knows of people who are in no file stays
   */
  LegislatorFiles(InputFiles files, DistrictIds districts, List<Term> before) {
    this.files = files;
    this.districts = districts;
    this.before = before;
  }

  List<Term> terms() throws IOException {
    Map<String, YamlRecord> people = new LinkedHashMap<>();
    for (String pattern : IN_RISING_AUTHORITY) {
      for (String file : files.find(pattern)) {
        people(file).forEach(person -> people.put(LegislatorTerm.bioguide(person), person));
      }
    }
    if (people.isEmpty() && before.isEmpty()) {
      files.fault(FOLDER, "no legislators-current*.yaml with anybody in it");
    }
    List<Term> read = people.values().stream().flatMap(this::terms).toList();
    List<Term> kept = before.stream().filter(term -> !people.containsKey(term.bioguide())).toList();
    if (!files.find(CURRENT).isEmpty()) {
      missing(read, kept);
    }
    List<Term> terms = Stream.concat(read.stream(), kept.stream()).toList();
    doubles(terms);
    unknownParties(terms);
    return terms;
  }

  /**
   * Whoever sat when the newest term of the files began is in them, or they are cut short, or that
   * person left and the file of those who did was left out.
   */
  private void missing(List<Term> read, List<Term> kept) {
    LocalDate newest =
        read.stream().map(Term::from).max(Comparator.naturalOrder()).orElse(LocalDate.MAX);
    kept.stream()
        .filter(term -> term.to().isAfter(newest))
        .forEach(
            term ->
                files.fault(
                    FOLDER,
                    ("%s of %s is in none of these files. legislators-historical.yaml has whoever"
                            + " left; or is a file cut short, or older than the release in use?")
                        .formatted(term.name(), term.seat())));
  }

  private List<YamlRecord> people(String file) throws IOException {
    try {
      List<YamlRecord> people = YamlRecord.list(files.wholeText(file));
      if (people.isEmpty()) {
        files.fault(file, "nobody is in it");
      }
      if (people.stream().anyMatch(person -> LegislatorTerm.bioguide(person).isEmpty())) {
        files.fault(file, "a person without id: bioguide");
      }
      return people;
    } catch (YAMLException e) {
      files.fault(file, YamlRecord.fault(e));
      return List.of();
    }
  }

  private Stream<Term> terms(YamlRecord person) {
    List<Term> terms = new ArrayList<>();
    for (YamlRecord term : person.records("terms")) {
      try {
        LocalDate to = InputRow.parseDay("end", term.text("end"));
        if (!to.isBefore(SINCE)) {
          Term existing = LegislatorTerm.read(person, term, to);
          districts.existing(existing.seat());
          terms.add(existing);
        }
      } catch (BadInput e) {
        files.fault("legislators: " + LegislatorTerm.bioguide(person), e.fault());
      }
    }
    return terms.stream();
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
        .filter(term -> !term.parties().all().allMatch(PARTIES::contains))
        .forEach(
            term ->
                files.note(
                    "%s from %s: unusual party '%s'"
                        .formatted(term.bioguide(), term.from(), term.parties())));
  }
}
