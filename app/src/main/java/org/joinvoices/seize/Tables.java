package org.joinvoices.seize;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.joinvoices.seize.SeizeReport.Day;
import org.joinvoices.seize.SeizeReport.Line;

/** A report as Markdown. */
final class Tables {

  private static final int PERCENT = 100;

  private Tables() {}

  /** How many people of each group; a star where more may be found in another house. */
  static List<String> recognised(Day day) {
    List<String> groups =
        Arrays.stream(Group.values())
            .map(Group::word)
            .filter(group -> day.groups().getOrDefault(group, 0) > 0)
            .toList();
    Stream<String> head =
        Stream.of(
            row(
                "recognised by",
                groups.stream()
                    .map(group -> group.replace('_', ' ') + " (" + day.groups().get(group) + ")"),
                "advantage"),
            row("---", groups.stream().map(_ -> "---:"), "---:"));
    Stream<String> lines =
        day.lines().stream()
            .map(
                line ->
                    row(
                        line.words(),
                        groups.stream().map(group -> cell(line, group)),
                        percent(line.advantage())));
    return Stream.concat(head, lines).toList();
  }

  private static String cell(Line line, String group) {
    return line.recognised().getOrDefault(group, 0) + (line.mayBeMore().contains(group) ? "*" : "");
  }

  /** Of how many signers each kind of thing was read. */
  static List<String> read(Day day) {
    List<String> kinds = Arrays.stream(Kind.values()).map(Kind::word).toList();
    Stream<String> head =
        Stream.of(
            row("read in", kinds.stream().map(kind -> kind.replace('_', ' '))),
            row("---", kinds.stream().map(_ -> "---:")));
    Stream<String> lines =
        day.lines().stream()
            .map(
                line ->
                    row(
                        line.words(),
                        kinds.stream().map(kind -> "" + line.read().getOrDefault(kind, 0))));
    return Stream.concat(head, lines).toList();
  }

  static String places(Day day, int signers) {
    return "By place and language in clear alone: %d of %d signers and %d of %d strangers fit, advantage %s."
        .formatted(
            day.places().signers(),
            signers,
            day.places().strangers(),
            signers,
            percent(day.places().advantage()));
  }

  private static String row(String first, Stream<String> cells, String... last) {
    return Stream.of(Stream.of(first), cells, Arrays.stream(last))
        .flatMap(each -> each)
        .collect(joining(" | ", "| ", " |"));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * PERCENT);
  }
}
