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
 * chosen, so that a choice can still be changed before anything is sent.
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
    if (reason.isPresent()) {
      return new Unmatched(reason.get(), release);
    }
    return how.isPresent()
        ? new Matched(seats, how.get(), confidence.orElseThrow(), release)
        : new Ambiguous(seats, candidates, confidence.orElseThrow(), release);
  }

  boolean isSettled() {
    return how.isPresent();
  }

  boolean offers(Seat house) {
    return candidates.stream().anyMatch(candidate -> candidate.seat().equals(house));
  }

  StoredMatch chosen(List<Seat> chosenSeats) {
    return new StoredMatch(
        chosenSeats,
        candidates,
        Optional.of(How.CHOSEN),
        Optional.of(Confidence.CHOSEN),
        Optional.empty(),
        release);
  }

  String json() {
    return JSON.writeValueAsString(this);
  }

  static StoredMatch parse(String json) {
    return JSON.readValue(json, StoredMatch.class);
  }
}
