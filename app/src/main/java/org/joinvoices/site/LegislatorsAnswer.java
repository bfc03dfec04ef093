package org.joinvoices.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.Match;
import org.joinvoices.districts.Match.Ambiguous;
import org.joinvoices.districts.Match.Candidate;
import org.joinvoices.districts.Match.Confidence;
import org.joinvoices.districts.Match.Matched;
import org.joinvoices.districts.Match.Unmatched;
import org.joinvoices.districts.Seat;
import org.joinvoices.districts.SeatLine;

/**
 * The answer of {@code /legislators.json}: that of {@code match --json}, with the day, whom to
 * credit, and how to reach each officeholder. Names and order of the fields are a contract.
 *
 * @param seats certain seats, and of candidates the House seats too
 * @param candidates only where the outcome is {@code ambiguous}
 * @param reason only where the outcome is {@code unmatched}
 */
record LegislatorsAnswer(
    String outcome,
    String how,
    String confidence,
    String release,
    LocalDate on,
    List<SeatLine> seats,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<CandidateLine> candidates,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String reason,
    List<String> credits) {

  /** A district among several and the towns that tell it from the others. */
  record CandidateLine(String seat, List<String> towns) {
    CandidateLine {
      towns = List.copyOf(towns);
    }
  }

  LegislatorsAnswer {
    seats = List.copyOf(seats);
    candidates = List.copyOf(candidates);
    credits = List.copyOf(credits);
  }

  static LegislatorsAnswer of(Lookup lookup, Districts districts) {
    return new LegislatorsAnswer(
        outcome(lookup.match()),
        (lookup.match() instanceof Matched matched ? matched.how() : lookup.how()).word(),
        confidence(lookup.match()).word(),
        districts.release(),
        lookup.day(),
        seats(lookup.match()).map(seat -> SeatLine.of(seat, districts, lookup.day())).toList(),
        candidates(lookup.match())
            .map(one -> new CandidateLine(one.seat().value(), one.towns()))
            .toList(),
        lookup.match() instanceof Unmatched unmatched ? unmatched.reason().word() : "",
        districts.credits());
  }

  private static String outcome(Match match) {
    return switch (match) {
      case Matched _ -> "matched";
      case Ambiguous _ -> "ambiguous";
      case Unmatched _ -> "unmatched";
    };
  }

  private static Confidence confidence(Match match) {
    return switch (match) {
      case Matched matched -> matched.confidence();
      case Ambiguous ambiguous -> ambiguous.confidence();
      case Unmatched _ -> Confidence.UNDETERMINED;
    };
  }

  private static Stream<Seat> seats(Match match) {
    return switch (match) {
      case Matched matched -> matched.seats().stream();
      case Ambiguous ambiguous ->
          Stream.concat(ambiguous.senators().stream(), candidates(match).map(Candidate::seat));
      case Unmatched _ -> Stream.of();
    };
  }

  private static Stream<Candidate> candidates(Match match) {
    return match instanceof Ambiguous ambiguous ? ambiguous.candidates().stream() : Stream.of();
  }
}
