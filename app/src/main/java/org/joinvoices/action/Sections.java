package org.joinvoices.action;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Divides the body of a language file at its headings. */
final class Sections {

  private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+(.*?)\\s*#*");

  private final FileFaults faults;
  private final Map<Heading, Integer> headingLines = new EnumMap<>(Heading.class);
  private final Map<Heading, List<String>> texts = new EnumMap<>(Heading.class);

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
    Heading.of(words)
        .ifPresentOrElse(
            heading -> open(heading, at),
            () ->
                faults.at(
                    at,
                    "unknown heading " + Change.shortened(words),
                    "Headings are, in every language: " + Heading.ALL + "."));
  }

  private void open(Heading heading, int at) {
    if (headingLines.putIfAbsent(heading, at) == null) {
      texts.put(heading, current);
    } else {
      faults.at(at, heading.line() + " is there twice", "Delete one of them.");
    }
  }

  /** The section; where it is missing, a fault is added. */
  Optional<Section> find(Heading heading) {
    List<String> text = texts.get(heading);
    if (text == null) {
      faults.at(1, "the heading " + heading.line() + " is missing", "Add it and its text.");
      return Optional.empty();
    }
    return Optional.of(new Section(line(heading), text));
  }

  /** Where a heading stands; 1 where it is missing. */
  int line(Heading heading) {
    return headingLines.getOrDefault(heading, 1);
  }
}
