package org.joinvoices.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.joinvoices.districts.SeatLine;
import org.joinvoices.districts.SeatLine.Person;

/** The answer of {@code seats} for people. */
final class SeatsTable {

  private static final String PROVISIONAL = " (provisional)";

  private SeatsTable() {}

  static void print(SeatsCommand.Answer answer, PrintWriter out) {
    out.println("seats on %s, release %s".formatted(answer.on(), answer.release()));
    answer.seats().forEach(seat -> out.println(line(seat)));
    out.println(
        "%s, %s"
            .formatted(
                count("senators", answer.seats(), "senate"),
                count("in the House", answer.seats(), "house")));
    if (answer.seats().stream().map(SeatLine::officeholder).anyMatch(SeatsTable::isProvisional)) {
      out.println(
          "provisional: the planned end of an appointment has passed, and this release names nobody"
              + " after it");
    }
  }

  private static String line(SeatLine seat) {
    return seat.officeholder()
        .map(
            person ->
                "  %-6s %-7s %-34s %-12s %s"
                    .formatted(
                        seat.seat(), seat.chamber(), name(person), person.party(), person.phone())
                    .stripTrailing())
        .orElseGet(() -> "  %-6s %-7s (vacant)".formatted(seat.seat(), seat.chamber()));
  }

  private static String name(Person person) {
    return person.name() + (person.provisional() ? PROVISIONAL : "");
  }

  private static boolean isProvisional(Optional<Person> holder) {
    return holder.filter(Person::provisional).isPresent();
  }

  private static String count(String who, List<SeatLine> seats, String chamber) {
    List<SeatLine> all = seats.stream().filter(seat -> seat.chamber().equals(chamber)).toList();
    long held = all.stream().filter(seat -> seat.officeholder().isPresent()).count();
    return "%d %s of %d seats".formatted(held, who, all.size());
  }
}
