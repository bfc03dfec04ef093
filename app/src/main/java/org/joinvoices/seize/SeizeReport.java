package org.joinvoices.seize;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What seizures of one house showed.
 *
 * @param signers how many signed, and how many strangers there were besides
 * @param seed by which the same people are made again
 * @param seconds in all
 */
public record SeizeReport(int signers, long seed, long seconds, List<Day> days) {

  public SeizeReport {
    days = List.copyOf(days);
  }

  /**
   * One seizure.
   *
   * @param keys which key of the letter lay there
   * @param groups how many people each has, by its word
   * @param beyond what was found and must not be, one line each; empty where all is as published
   */
  public record Day(
      LocalDate asOf,
      String keys,
      Map<String, Integer> groups,
      List<Line> lines,
      PlacesLine places,
      List<String> beyond) {
    public Day {
      groups = Map.copyOf(groups);
      lines = List.copyOf(lines);
      beyond = List.copyOf(beyond);
    }
  }

  /**
   * What one source tells.
   *
   * @param source its word
   * @param words the same for people
   * @param recognised how many people of each group, by its word
   * @param mayBeMore groups of which more is published than was found
   * @param advantage share of signers who were recognised, without those named in public, less that
   *     of strangers: what the source is worth to somebody who else could only guess
   * @param read of how many signers each kind of thing was found
   */
  public record Line(
      String source,
      String words,
      Map<String, Integer> recognised,
      List<String> mayBeMore,
      double advantage,
      Map<String, Integer> read) {
    public Line {
      recognised = Map.copyOf(recognised);
      mayBeMore = List.copyOf(mayBeMore);
      read = Map.copyOf(read);
    }
  }

  /**
   * Of how many people place and language fit a signature, as rows tell them in clear: whom nothing
   * speaks against, or whose district is told, whichever serves the taker best.
   */
  public record PlacesLine(int signers, int strangers, double advantage) {}

  /** Whether nothing was found beyond what is published. */
  public boolean holds() {
    return days.stream().allMatch(day -> day.beyond().isEmpty());
  }

  /** For people, in Markdown; docs/privacy.md has it as it is. */
  public String markdown() {
    var text = new ArrayList<String>();
    for (Day day : days) {
      text.add("### " + day.asOf() + ": " + day.keys());
      text.addAll(Tables.recognised(day));
      text.add("");
      text.addAll(Tables.read(day));
      text.add("");
      text.add(Tables.places(day, signers));
      text.add("");
      day.beyond().forEach(line -> text.add("**Beyond what is published:** " + line));
    }
    return String.join("\n", text);
  }
}
