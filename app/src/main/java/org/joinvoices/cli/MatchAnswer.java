package org.joinvoices.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.Match;
import org.joinvoices.districts.Match.Ambiguous;
import org.joinvoices.districts.Match.Candidate;
import org.joinvoices.districts.Match.Confidence;
import org.joinvoices.districts.Match.How;
import org.joinvoices.districts.Match.Matched;
import org.joinvoices.districts.Match.Unmatched;
import org.joinvoices.districts.Officeholder;
import org.joinvoices.districts.Seat;

/**
 * The answer of {@code match --json}; names and order of the fields are a contract.
 *
 * @param seats certain seats, and of candidates the House seats too
 * @param candidates only where the outcome is {@code ambiguous}
 * @param reason only where the outcome is {@code unmatched}
 */
record MatchAnswer(
    String outcome,
    String how,
    String confidence,
    String release,
    List<SeatLine> seats,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<CandidateLine> candidates,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String reason) {

  MatchAnswer {
    seats = List.copyOf(seats);
    candidates = List.copyOf(candidates);
  }

  /** A seat and who holds it; nobody where it is vacant. */
  record SeatLine(String seat, String ocd, String chamber, Optional<Person> officeholder) {}

  /** Who holds a seat. */
  record Person(String bioguide, String name) {
    static Person of(Officeholder holder) {
      return new Person(holder.bioguide(), holder.name());
    }
  }

  /** A district among several and the towns that tell it from the others. */
  record CandidateLine(String seat, List<String> towns) {
    CandidateLine {
      towns = List.copyOf(towns);
    }

    static CandidateLine of(Candidate candidate) {
      return new CandidateLine(candidate.seat().value(), candidate.towns());
    }
  }

  /**
   * @param how it was asked
   */
  static MatchAnswer of(Match match, How how, Districts districts, LocalDate on) {
    return switch (match) {
      case Matched matched -> of(matched, districts, on);
      case Ambiguous ambiguous -> of(ambiguous, how, districts, on);
      case Unmatched unmatched -> of(unmatched, how);
    };
  }

  private static MatchAnswer of(Matched match, Districts districts, LocalDate on) {
    return new MatchAnswer(
        "matched",
        match.how().word(),
        match.confidence().word(),
        match.release(),
        lines(match.seats().stream(), districts, on),
        List.of(),
        "");
  }

  private static MatchAnswer of(Ambiguous match, How how, Districts districts, LocalDate on) {
    Stream<Seat> houses = match.houses().stream();
    return new MatchAnswer(
        "ambiguous",
        how.word(),
        match.confidence().word(),
        match.release(),
        lines(Stream.concat(match.senators().stream(), houses), districts, on),
        match.candidates().stream().map(CandidateLine::of).toList(),
        "");
  }

  private static MatchAnswer of(Unmatched match, How how) {
    return new MatchAnswer(
        "unmatched",
        how.word(),
        Confidence.UNDETERMINED.word(),
        match.release(),
        List.of(),
        List.of(),
        match.reason().word());
  }

  private static List<SeatLine> lines(Stream<Seat> seats, Districts districts, LocalDate on) {
    return seats
        .map(
            seat ->
                new SeatLine(
                    seat.value(),
                    districts.ocdId(seat),
                    seat.chamber(),
                    districts.officeholder(seat, on).map(Person::of)))
        .toList();
  }
}
