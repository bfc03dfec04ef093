package org.joinvoices.districts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A district a person may say is theirs, as a page shows it.
 *
 * @param label what the seat is called
 * @param holder who holds it; empty while it is vacant
 * @param towns by which a person recognises it, as one line
 */
public record DistrictChoice(Seat seat, String label, Optional<String> holder, String towns) {

  /** The candidates of an ambiguous match, in their order; none when the match is settled. */
  public static List<DistrictChoice> of(
      Match match, Districts districts, LocalDate on, String language) {
    return switch (match) {
      case Match.Ambiguous ambiguous ->
          ambiguous.candidates().stream().map(one -> of(one, districts, on, language)).toList();
      case Match.Matched _, Match.Unmatched _ -> List.of();
    };
  }

  /** One candidate. */
  public static DistrictChoice of(
      Match.Candidate candidate, Districts districts, LocalDate on, String language) {
    return new DistrictChoice(
        candidate.seat(),
        SeatNames.of(candidate.seat(), language),
        districts.officeholder(candidate.seat(), on).map(Officeholder::name),
        String.join(", ", candidate.towns()));
  }
}
