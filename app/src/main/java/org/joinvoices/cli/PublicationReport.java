package org.joinvoices.cli;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.joinvoices.action.Action;
import org.joinvoices.action.Publication;

/** Says what publishing changes, in lines for a terminal. */
final class PublicationReport {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm VV", Locale.ENGLISH);

  private PublicationReport() {}

  static List<String> lines(Publication.Accepted accepted) {
    Action action = accepted.action();
    if (accepted.changes().isEmpty()) {
      return List.of(action.slug() + ": nothing changes");
    }
    List<String> lines = new ArrayList<>();
    lines.add(action.slug() + ": " + letter(accepted));
    accepted.changes().forEach(change -> lines.add("  " + change));
    lines.add("Deadline: " + TIME.format(action.deadline()) + ".");
    lines.add(responseRule(action));
    return lines;
  }

  private static String letter(Publication.Accepted accepted) {
    int number = accepted.action().letter().number();
    return switch (accepted.letter()) {
      case FIRST_VERSION -> "a new action, letter version 1";
      case UNCHANGED -> "letter version " + number + " stays";
      case REPLACED -> "letter version " + number + " is replaced, nobody has joined it";
      case NEXT_VERSION ->
          "letter version %d; people have joined version %d, which stays as it is"
              .formatted(number, number - 1);
    };
  }

  private static String responseRule(Action action) {
    return "A response is in time until the end of %s: %d calendar days, %s being day 0."
        .formatted(
            DAY.format(action.responseDue()), action.responseDays(), DAY.format(action.deadline()));
  }
}
