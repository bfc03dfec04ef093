package org.joinvoices.action;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads one language of an action, for example {@code es.md}: keys at the top, then sections. */
final class LanguageFile {

  private static final String FENCE = "---";
  private static final String SAME_SEATS = "Give every language the same messages.";
  private static final String STATUS_REMEDY = "Write draft, reviewed or approved_by_authors.";

  private final FileFaults faults;
  private final YamlKeys keys;
  private final Sections sections;

  LanguageFile(String text, FileFaults faults) {
    this.faults = faults;
    List<String> lines = PlainText.clean(text, faults).lines().map(String::stripTrailing).toList();
    int end = closingFence(lines);
    int body = end == 0 ? 0 : end + 1;
    keys =
        end == 0
            ? YamlKeys.unreadable(faults)
            : YamlNode.parse(String.join("\n", lines.subList(1, end)), 1, faults);
    sections = new Sections(lines.subList(body, lines.size()), body, faults);
  }

  /** Index of the line that ends the keys; 0, and a fault, where there are none. */
  private int closingFence(List<String> lines) {
    int end = 0;
    if (!lines.isEmpty() && lines.getFirst().equals(FENCE)) {
      end = lines.subList(1, lines.size()).indexOf(FENCE) + 1;
    }
    if (end == 0) {
      faults.at(
          1,
          "the keys at the top are missing",
          "Write ---, then status and title, then --- again.");
    }
    return end;
  }

  /**
   * Worth using only where no fault was found.
   *
   * @param defaultSubject for a file without its own
   * @param writesToCongress whether messages to Congress are asked for
   */
  LetterText read(String language, String defaultSubject, boolean writesToCongress) {
    LetterText text =
        new LetterText(
            language,
            keys.parsed("status", LanguageFile::status, STATUS_REMEDY).orElse(TextStatus.DRAFT),
            keys.line("title", Length.TITLE),
            text(Heading.INTRODUCTION, Length.STATEMENT),
            text(Heading.SALUTATION, Length.LINE),
            text(Heading.OPENING, Length.STATEMENT),
            demands(),
            text(Heading.CLOSING, Length.STATEMENT),
            keys.optionalLine("subject", Length.CWC_LINE).orElse(defaultSubject),
            writesToCongress ? text(Heading.TO_SENATORS, Length.STATEMENT) : "",
            writesToCongress ? text(Heading.TO_REPRESENTATIVES, Length.STATEMENT) : "",
            sections.seats().stream().map(this::seatText).toList());
    keys.refuseOthers();
    return text;
  }

  int demandsLine() {
    return sections.line(Heading.DEMANDS.line());
  }

  /** Whether there is any message to Congress; without one, the letter is only signed. */
  boolean writesToCongress() {
    return sections.has(Heading.TO_SENATORS)
        || sections.has(Heading.TO_REPRESENTATIVES)
        || !sections.seats().isEmpty();
  }

  /** Reports messages for single seats that only this language has, or only the original. */
  void compareSeats(LanguageFile original, String originalName) {
    for (SeatHeading heading : sections.seats()) {
      if (!original.sections.seats().contains(heading)) {
        faults.at(
            sections.line(heading.line()),
            heading.line() + " is here, but not in " + originalName,
            SAME_SEATS);
      }
    }
    for (SeatHeading heading : original.sections.seats()) {
      if (!sections.seats().contains(heading)) {
        faults.at(1, heading.line() + " is missing, but in " + originalName, SAME_SEATS);
      }
    }
  }

  private SeatText seatText(SeatHeading heading) {
    String text = checked(heading.line(), sections.get(heading), Length.STATEMENT);
    return new SeatText(heading.seat(), heading.before(), text);
  }

  private String text(Heading heading, Length length) {
    return sections
        .find(heading)
        .map(section -> checked(heading.line(), section, length))
        .orElse("");
  }

  private String checked(String heading, Section section, Length length) {
    String text = section.text();
    if (text.isEmpty()) {
      faults.at(section.headingLine(), heading + " is empty", "Write its text below it.");
    } else {
      length.check(faults, section.headingLine(), heading, text);
    }
    return text;
  }

  private List<Demand> demands() {
    return sections.find(Heading.DEMANDS).map(section -> section.demands(faults)).orElse(List.of());
  }

  private static Optional<TextStatus> status(String word) {
    return Arrays.stream(TextStatus.values()).filter(s -> s.word().equals(word)).findFirst();
  }
}
