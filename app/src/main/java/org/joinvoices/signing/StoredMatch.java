package org.joinvoices.signing;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.Match;
import org.joinvoices.districts.Match.Ambiguous;
import org.joinvoices.districts.Match.Candidate;
import org.joinvoices.districts.Match.Confidence;
import org.joinvoices.districts.Match.How;
import org.joinvoices.districts.Match.Matched;
import org.joinvoices.districts.Match.Reason;
import org.joinvoices.districts.Match.Unmatched;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.clock.CivicClock;
import tools.jackson.databind.json.JsonMapper;

/**
 * A match as kept with its signature, in column {@code match}. Candidates stay after one was
 * chosen, so that a choice can still be changed before anything is sent.
 *
 * @param seats of a settled match, else the senators' certain already
 * @param on civic day whose map it was found on; empty for the day of signing
 * @param earlier what was found on earlier maps, the oldest first
 */
record StoredMatch(
    List<Seat> seats,
    List<Candidate> candidates,
    Optional<How> how,
    Optional<Confidence> confidence,
    Optional<Reason> reason,
    String release,
    @JsonInclude(NON_EMPTY) Optional<LocalDate> on,
    @JsonInclude(NON_EMPTY) List<StoredMatch> earlier) {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** Without the towns that tell candidates apart: they lie around the postal code (D9). */
  StoredMatch {
    seats = List.copyOf(seats);
    candidates = candidates.stream().map(one -> new Candidate(one.seat(), List.of())).toList();
    on = requireNonNullElse(on, Optional.empty()); // not in every row
    earlier = List.copyOf(requireNonNullElse(earlier, List.of()));
  }

  private StoredMatch(
      List<Seat> seats,
      List<Candidate> candidates,
      Optional<How> how,
      Optional<Confidence> confidence,
      Optional<Reason> reason,
      String release) {
    this(seats, candidates, how, confidence, reason, release, Optional.empty(), List.of());
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
    return reason.isPresent()
        ? new Unmatched(reason.get(), release)
        : new Ambiguous(seats, candidates, confidence.orElseThrow(), release);
  }

  /** Civic day whose map this was found on. */
  LocalDate day(Instant signedAt) {
    return on.orElseGet(() -> LocalDate.ofInstant(signedAt, CivicClock.CONGRESS));
  }

  /**
   * Whether House districts have other lines now, or are known only now; also true while those of
   * today are not known.
   */
  boolean isOutdated(Instant signedAt, Districts districts, LocalDate today) {
    return reason.filter(Reason.DATE_OUT_OF_RANGE::equals).isPresent()
        || day(signedAt).isBefore(districts.linesSince(today).orElse(LocalDate.MAX));
  }

  boolean isSettled() {
    return how.isPresent();
  }

  boolean offers(Seat house) {
    return candidates.stream().anyMatch(candidate -> candidate.seat().equals(house));
  }

  /** The House seat of a settled match. */
  Optional<Seat> house() {
    return seats.stream().filter(seat -> isSettled() && !seat.isSenate()).findFirst();
  }

  StoredMatch chosen(List<Seat> chosenSeats) {
    return settled(chosenSeats, How.CHOSEN, Confidence.CHOSEN);
  }

  private StoredMatch settled(List<Seat> itsSeats, How itsHow, Confidence itsConfidence) {
    return new StoredMatch(
        itsSeats,
        candidates,
        Optional.of(itsHow),
        Optional.of(itsConfidence),
        Optional.empty(),
        release,
        on,
        earlier);
  }

  /**
   * This match on the map of another day. What was found before stays beside it, and goes on where
   * the new map leaves the district open that has not moved.
   *
   * @param found by the same address
   * @param day civic day of the map
   */
  StoredMatch again(Match found, LocalDate day, Predicate<Seat> isUnmoved) {
    StoredMatch bare = of(found);
    var now =
        new StoredMatch(
            bare.seats,
            bare.candidates,
            bare.how,
            bare.confidence,
            bare.reason,
            bare.release,
            Optional.of(day),
            Stream.concat(earlier.stream(), Stream.of(alone())).toList());
    boolean stays =
        !now.isSettled()
            && house().filter(seat -> now.leavesOpen(seat) && isUnmoved.test(seat)).isPresent();
    return stays ? now.settled(seats, how.orElseThrow(), confidence.orElseThrow()) : now;
  }

  private boolean leavesOpen(Seat house) {
    return reason.isPresent() || offers(house);
  }

  private StoredMatch alone() {
    return new StoredMatch(seats, candidates, how, confidence, reason, release, on, List.of());
  }

  String json() {
    return JSON.writeValueAsString(this);
  }

  static StoredMatch parse(String json) {
    return JSON.readValue(json, StoredMatch.class);
  }
}
