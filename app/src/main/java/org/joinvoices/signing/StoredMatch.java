package org.joinvoices.signing;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
 * chosen, so that a choice can still be changed before anything is sent; and so does the reason why
 * the address tells no district, because then any may be chosen.
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

  /** As found on the map of another day than that of signing, by another address. */
  static StoredMatch of(Match match, LocalDate day) {
    StoredMatch found = of(match);
    return new StoredMatch(
        found.seats,
        found.candidates,
        found.how,
        found.confidence,
        found.reason,
        found.release,
        Optional.of(day),
        List.of());
  }

  Match match() {
    if (how.isPresent()) {
      return new Matched(seats, how.get(), confidence.orElseThrow(), release);
    }
    return candidates.isEmpty()
        ? new Unmatched(reason.orElseThrow(), release)
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
    return found(settledSeats, candidates, Optional.of(by), sure);
  }

  /** Not settled (any more): one of these has to be chosen. */
  StoredMatch among(List<Seat> senators, List<Seat> possible, Confidence sure) {
    List<Candidate> all = possible.stream().map(seat -> new Candidate(seat, List.of())).toList();
    return found(senators, all, Optional.empty(), sure);
  }

  private StoredMatch found(
      List<Seat> itsSeats, List<Candidate> among, Optional<How> by, Confidence sure) {
    return new StoredMatch(itsSeats, among, by, Optional.of(sure), reason, release, on, earlier);
  }

  /**
   * This match on the map of another day. What was found before stays beside it, and goes on where
   * the new map leaves the district open that has not moved. Of one that was chosen freely and has
   * moved, the state stays.
   *
   * @param fresh found by the same address
   * @param day civic day of the map
   */
  StoredMatch again(
      Match fresh, LocalDate day, Predicate<Seat> isUnmoved, Function<String, List<Seat>> ofState) {
    StoredMatch bare = of(fresh);
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
    if (now.isSettled() || house().isEmpty()) {
      return now;
    }
    Seat house = house().get();
    if ((now.isAnywhere() || now.offers(house)) && isUnmoved.test(house)) {
      return now.settled(seats, how.orElseThrow(), confidence.orElseThrow());
    }
    return now.isAnywhere()
        ? now.among(senators(), ofState.apply(house.state()), Confidence.STATE_ONLY)
        : now;
  }

  private List<Seat> senators() {
    return seats.stream().filter(Seat::isSenate).toList();
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
