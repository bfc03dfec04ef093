package org.joinvoices.districts;

import java.io.IOException;
import java.util.Set;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Presidents and Vice Presidents, from {@code executive.yaml} of unitedstates/congress-legislators.
 * The file is checked, because it comes with the others; none of it is kept, because nothing asks:
 * whom a letter addresses, its publisher says.
 */
final class ExecutiveFile {

  private static final Set<String> OFFICES = Set.of("prez", "viceprez");

  private final InputFiles files;

  ExecutiveFile(InputFiles files) {
    this.files = files;
  }

  /** Number of terms, of every time. */
  int check() throws IOException {
    int terms = 0;
    for (String file : files.find("executive[^/]*\\.yaml")) {
      terms += check(file);
    }
    return terms;
  }

  private int check(String file) throws IOException {
    int terms = 0;
    try {
      for (YamlRecord person : YamlRecord.list(files.wholeText(file))) {
        for (YamlRecord term : person.records("terms")) {
          check(file, person, term);
          terms++;
        }
      }
      if (terms == 0) {
        files.fault(file, "no term is in it");
      }
    } catch (YAMLException e) {
      files.fault(file, YamlRecord.fault(e));
    }
    return terms;
  }

  private void check(String file, YamlRecord person, YamlRecord term) {
    try {
      LegislatorTerm.start(term, InputRow.parseDay("end", term.text("end")));
      if (!OFFICES.contains(term.text("type"))) {
        throw new BadInput("a term needs type prez or viceprez");
      }
    } catch (BadInput e) {
      files.fault(file + ": " + person.record("name").text("last"), e.fault());
    }
  }
}
