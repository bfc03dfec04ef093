package org.joinvoices.signing;

import java.util.List;
import java.util.Optional;
import org.joinvoices.districts.Match;
import org.joinvoices.districts.Match.Ambiguous;
import org.joinvoices.districts.Match.Candidate;
import org.joinvoices.districts.Match.Confidence;
import org.joinvoices.districts.Match.How;
import org.joinvoices.districts.Match.Matched;
import org.joinvoices.districts.Match.Reason;
import org.joinvoices.districts.Match.Unmatched;
import org.joinvoices.districts.Seat;
import tools.jackson.databind.json.JsonMapper;

/**
 * A match as kept with its signature, in column {@code match}. Candidates stay after one was
 * chosen, so that a choice can still be changed before anything is sent; and so does the reason why
 * the address tells no district, because then any may be chosen.
 *
 * @param seats of a settled match, else the senators' certain already
 */
record StoredMatch(
    List<Seat> seats,
    List<Candidate> candidates,
    Optional<How> how,
    Optional<Confidence> confidence,
    Optional<Reason> reason,
    String release) {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** Without the towns that tell candidates apart: they lie around the postal code (D9). */
  StoredMatch {
    seats = List.copyOf(seats);
    candidates = candidates.stream().map(one -> new Candidate(one.seat(), List.of())).toList();
  }

  static StoredMatch of(Match match) {
    return switch (match) {
      case Matched m ->
          new StoredMatch(
              m.seats(),
              List.of(),
              Optional.of(m.how()),
              Optional.of(m.confidence()),
              Optional.empty(),
              m.release());
      case Ambiguous a ->
          new StoredMatch(
              a.senators(),
              a.candidates(),
              Optional.empty(),
              Optional.of(a.confidence()),
              Optional.empty(),
              a.release());
      case Unmatched u ->
          new StoredMatch(
              List.of(),
              List.of(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(u.reason()),
              u.release());
    };
  }

  Match match() {
    if (how.isPresent()) {
      return new Matched(seats, how.get(), confidence.orElseThrow(), release);
    }
    return candidates.isEmpty()
        ? new Unmatched(reason.orElseThrow(), release)
        : new Ambiguous(seats, candidates, confidence.orElseThrow(), release);
  }

  boolean isSettled() {
    return how.isPresent();
  }

  boolean offers(Seat house) {
    return candidates.stream().anyMatch(candidate -> candidate.seat().equals(house));
  }

  /** Whether any district may be chosen, because the address tells of none. */
  boolean isAnywhere() {
    return reason.map(StoredMatch::letsChoose).orElse(false);
  }

  private static boolean letsChoose(Reason reason) {
    return switch (reason) {
      case UNKNOWN_ZIP, MILITARY, FREELY_ASSOCIATED, FOREIGN, STATE_CONTRADICTS_ZIP -> true;
      // Points are no addresses, and on such a day there is nothing to choose from.
      case NO_ADDRESS, OUTSIDE_DISTRICTS, NO_BORDERS, DATE_OUT_OF_RANGE -> false;
    };
  }

  StoredMatch settled(List<Seat> settledSeats, How by, Confidence sure) {
    return new StoredMatch(
        settledSeats, candidates, Optional.of(by), Optional.of(sure), reason, release);
  }

  /** Not settled (any more): one of these has to be chosen. */
  StoredMatch among(List<Seat> senators, List<Seat> possible, Confidence sure) {
    return new StoredMatch(
        senators,
        possible.stream().map(seat -> new Candidate(seat, List.of())).toList(),
        Optional.empty(),
        Optional.of(sure),
        reason,
        release);
  }

  String json() {
    return JSON.writeValueAsString(this);
  }

  static StoredMatch parse(String json) {
    return JSON.readValue(json, StoredMatch.class);
  }
}
