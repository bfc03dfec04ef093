package org.joinvoices.districts;

import static org.joinvoices.districts.Match.Confidence.STATE_ONLY;
import static org.joinvoices.districts.Match.Confidence.UNDETERMINED;
import static org.joinvoices.districts.Match.Confidence.UNIQUE_ZIP;
import static org.joinvoices.districts.Match.Reason.FREELY_ASSOCIATED;
import static org.joinvoices.districts.Match.Reason.MILITARY;
import static org.joinvoices.districts.Match.Reason.STATE_CONTRADICTS_ZIP;
import static org.joinvoices.districts.Match.Reason.UNKNOWN_ZIP;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joinvoices.districts.Match.Ambiguous;
import org.joinvoices.districts.Match.Candidate;
import org.joinvoices.districts.Match.How;
import org.joinvoices.districts.Match.Matched;
import org.joinvoices.districts.Match.Unmatched;

/** Matches ZIP codes under one map. Never guesses: where two districts are possible it says so. */
final class ZipMatcher {

  /** In free association with the United States: U.S. mail, but no seat in Congress. */
  static final Set<String> FREELY_ASSOCIATED_STATES = Set.of("FM", "MH", "PW");

  /** Choosing the towns takes longer than all the rest of a signature; ZIP codes come again. */
  private static final long KNOWN = 5_000;

  private record Asked(Zip zip, List<Seat> seats) {}

  private final Release release;
  private final DistrictMap map;
  private final Towns towns;
  private final Cache<Asked, Ambiguous> known = Caffeine.newBuilder().maximumSize(KNOWN).build();

  ZipMatcher(Release release, DistrictMap map, Towns towns) {
    this.release = release;
    this.map = map;
    this.towns = towns;
  }

  /**
   * @param state USPS code in capitals, or empty text
   */
  Match match(Zip zip, String state) {
    if (zip.isMilitary()) {
      return unmatched(MILITARY);
    }
    Optional<Place> place = release.places().find(zip);
    if (place.map(Place::state).filter(FREELY_ASSOCIATED_STATES::contains).isPresent()) {
      return unmatched(FREELY_ASSOCIATED);
    }
    List<Seat> all = map.seats(zip);
    return all.isEmpty()
        ? place.map(known -> narrow(zip, near(known), state)).orElse(unmatched(UNKNOWN_ZIP))
        : narrow(zip, all, state);
  }

  /**
   * Some post-office boxes are known with their state, but are in no table of districts: those of
   * the sorting centre are possible, or of the whole state where that would be a guess. On a map
   * without a table it is the whole state for every ZIP code.
   */
  private List<Seat> near(Place place) {
    if (!map.hasTable()) {
      return release.statesOf(place).stream()
          .flatMap(state -> map.seatsOfState(state).stream())
          .toList();
    }
    List<Seat> region = map.seatsOfRegion(new Zip(place.zip()), place.state());
    return region.size() > 1 ? region : map.seatsOfState(place.state());
  }

  private Match narrow(Zip zip, List<Seat> all, String state) {
    List<Seat> left =
        all.stream().filter(seat -> state.isEmpty() || seat.state().equals(state)).toList();
    if (left.isEmpty()) {
      return unmatched(STATE_CONTRADICTS_ZIP);
    }
    if (left.size() > 1) {
      return known.get(new Asked(zip, left), asked -> ambiguous(asked.zip(), asked.seats()));
    }
    return new Matched(
        release.roster().withSenators(left.getFirst()),
        How.ZIP,
        UNIQUE_ZIP,
        release.header().name());
  }

  private Ambiguous ambiguous(Zip zip, List<Seat> seats) {
    boolean oneState = seats.stream().map(Seat::state).distinct().count() == 1;
    List<Candidate> candidates =
        seats.stream().map(seat -> new Candidate(seat, towns.telling(seat, seats, zip))).toList();
    return new Ambiguous(
        release.roster().senatorsOfAll(seats),
        candidates,
        oneState ? STATE_ONLY : UNDETERMINED,
        release.header().name());
  }

  private Unmatched unmatched(Match.Reason reason) {
    return new Unmatched(reason, release.header().name());
  }
}
