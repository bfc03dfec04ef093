package org.joinvoices.action;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Divides the body of a language file at its headings. */
final class Sections {

  private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+(.*?)\\s*#*");

  private final FileFaults faults;
  private final Map<String, Integer> headingLines = new HashMap<>();
  private final Map<String, List<String>> texts = new HashMap<>();
  private final SortedSet<SeatHeading> seats = new TreeSet<>(SeatHeading.ORDER);

  /** Where lines go; those under a heading that is not known, or there twice, go nowhere. */
  private List<String> current = new ArrayList<>();

  private boolean beforeAnyHeading = true;

  /**
   * @param before how many lines of the file come before these
   */
  Sections(List<String> lines, int before, FileFaults faults) {
    this.faults = faults;
    for (int i = 0; i < lines.size(); i++) {
      read(lines.get(i).strip(), before + 1 + i);
    }
  }

  private void read(String line, int at) {
    Matcher heading = HEADING.matcher(line);
    if (heading.matches()) {
      open(heading.group(1), at);
    } else {
      if (beforeAnyHeading && !line.isEmpty()) {
        faults.at(at, "text before the first heading", "Put it below " + Heading.ALL + ".");
      }
      PlainText.check(faults, at, line);
      current.add(line);
    }
  }

  private void open(String words, int at) {
    current = new ArrayList<>();
    beforeAnyHeading = false;
    Optional<SeatHeading> seat = SeatHeading.of(words);
    Optional<String> heading =
        Heading.of(words).map(Heading::line).or(() -> seat.map(SeatHeading::line));
    if (heading.isEmpty()) {
      faults.at(
          at,
          "unknown heading " + Change.shortened(words),
          "Headings are, in every language: " + Heading.ALL + ".");
    } else if (headingLines.putIfAbsent(heading.get(), at) != null) {
      faults.at(at, heading.get() + " is there twice", "Delete one of them.");
    } else {
      texts.put(heading.get(), current);
      seat.ifPresent(seats::add);
    }
  }

  boolean has(Heading heading) {
    return headingLines.containsKey(heading.line());
  }

  /** The headings of messages for single seats, in their order. */
  SortedSet<SeatHeading> seats() {
    return seats;
  }

  /** The section; where it is missing, a fault is added. */
  Optional<Section> find(Heading heading) {
    if (!has(heading)) {
      faults.at(1, "the heading " + heading.line() + " is missing", "Add it and its text.");
      return Optional.empty();
    }
    return Optional.of(section(heading.line()));
  }

  Section get(SeatHeading heading) {
    return section(heading.line());
  }

  private Section section(String heading) {
    return new Section(line(heading), texts.getOrDefault(heading, List.of()));
  }

  /** Where a heading stands; 1 where it is missing. */
  int line(String heading) {
    return headingLines.getOrDefault(heading, 1);
  }
}
