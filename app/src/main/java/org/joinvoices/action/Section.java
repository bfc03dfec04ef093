package org.joinvoices.action;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines under one heading of a language file.
 *
 * @param headingLine where the heading stands, from 1
 * @param lines what follows it, each without outer blanks
 */
record Section(int headingLine, List<String> lines) {

  private static final Pattern DEMAND = Pattern.compile("(\\d{1,4})[.)]\\s+(.*)");

  Section {
    lines = List.copyOf(lines);
  }

  /** Paragraphs separated by one blank line; line breaks within a paragraph stay. */
  String text() {
    return String.join("\n", lines).strip().replaceAll("\n{3,}", "\n\n");
  }

  /** The demands, each on one line; numbers other than 1, 2, 3… are faults. */
  List<Demand> demands(FileFaults faults) {
    List<Demand> demands = new ArrayList<>();
    boolean inDemand = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int at = headingLine + 1 + i;
      Matcher numbered = DEMAND.matcher(line);
      if (numbered.matches()) {
        demands.add(demand(numbered, demands.size() + 1, at, faults));
      } else if (inDemand && !line.isEmpty()) {
        demands.add(continued(demands.removeLast(), line));
      } else if (!line.isEmpty()) {
        faults.at(at, "text outside a demand", "Begin each demand with its number, such as 1.");
        continue;
      }
      inDemand = !line.isEmpty();
    }
    check(demands, faults);
    return demands;
  }

  private void check(List<Demand> demands, FileFaults faults) {
    if (demands.isEmpty()) {
      faults.at(headingLine, "there is no demand", "Write at least one, beginning with 1.");
    }
    for (Demand demand : demands) {
      Length.DEMAND.check(faults, headingLine, "demand " + demand.number(), demand.text());
    }
  }

  private static Demand demand(Matcher numbered, int expected, int line, FileFaults faults) {
    if (Integer.parseInt(numbered.group(1)) != expected) {
      faults.at(
          line,
          "demand " + numbered.group(1) + " stands where " + expected + " is expected",
          "Number the demands 1, 2, 3 and so on.");
    }
    return new Demand(expected, numbered.group(2));
  }

  private static Demand continued(Demand demand, String line) {
    return new Demand(demand.number(), demand.text() + " " + line);
  }
}
