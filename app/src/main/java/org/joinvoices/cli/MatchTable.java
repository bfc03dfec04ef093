package org.joinvoices.cli;

import java.io.PrintWriter;
import java.util.Map;
import org.joinvoices.cli.MatchAnswer.CandidateLine;
import org.joinvoices.cli.MatchAnswer.Person;
import org.joinvoices.cli.MatchAnswer.SeatLine;

/** The answer of {@code match} for people. */
final class MatchTable {

  private static final Map<String, String> REASONS =
      Map.of(
          "unknown_zip", "no such ZIP code is known here",
          "military", "a military address; give the ZIP code of the home where you vote",
          "freely_associated", "a freely associated state, which has no seats in Congress",
          "foreign", "outside of the United States",
          "state_contradicts_zip", "this ZIP code is in another state",
          "no_address", "no ZIP code given",
          "outside_districts", "a point outside of every district, and near none",
          "no_borders", "this release has no borders for that day; ask by ZIP code",
          "date_out_of_range", "this release has no district map for that day");

  private MatchTable() {}

  static void print(MatchAnswer answer, PrintWriter out) {
    out.println(
        "%s (%s), release %s".formatted(answer.outcome(), answer.confidence(), answer.release()));
    if (!answer.reason().isEmpty()) {
      out.println("  " + REASONS.getOrDefault(answer.reason(), answer.reason()));
    }
    answer.seats().forEach(seat -> out.println(line(seat)));
    if (!answer.candidates().isEmpty()) {
      out.println("one of these House districts; towns in each:");
      answer.candidates().forEach(candidate -> out.println(line(candidate)));
    }
  }

  private static String line(SeatLine seat) {
    String name = seat.officeholder().map(Person::name).orElse("(vacant)");
    return "  %-6s %-7s %s".formatted(seat.seat(), seat.chamber(), name);
  }

  private static String line(CandidateLine candidate) {
    return "  %-6s %s".formatted(candidate.seat(), String.join(", ", candidate.towns()));
  }
}
