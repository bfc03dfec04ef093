package org.joinvoices.districts;

import static org.joinvoices.districts.Match.Confidence.EXACT_POINT;
import static org.joinvoices.districts.Match.Confidence.NEAR_BORDER;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.joinvoices.districts.Borders.Near;
import org.joinvoices.districts.Match.Ambiguous;
import org.joinvoices.districts.Match.How;
import org.joinvoices.districts.Match.Matched;
import org.joinvoices.districts.Match.Reason;
import org.joinvoices.districts.Match.Unmatched;

/**
 * Matches points under one map. Near a border it says so and names both sides, because neither a
 * point nor a border is known to the metre.
 */
final class PointMatcher {

  /** What the Census Bureau's boundaries at 1:500,000 and good geocoders are right to. */
  static final double DOUBT_METRES = 150;

  /** Piers and islands lie outside the shoreline of the map. */
  static final double OFF_SHORE_METRES = 2_000;

  private final Release release;
  private final Borders borders;
  private final Towns towns;
  private final Map<Seat, Matched> exact = new ConcurrentHashMap<>();

  PointMatcher(Release release, Borders borders, Towns towns) {
    this.release = release;
    this.borders = borders;
    this.towns = towns;
  }

  Match match(GeoPoint point) {
    return match(point, DOUBT_METRES);
  }

  /**
   * @param metres how far off the point may be; less than {@link #DOUBT_METRES} is not believed
   */
  Match match(GeoPoint point, double metres) {
    double doubt = Math.max(DOUBT_METRES, metres);
    List<Seat> possible = new ArrayList<>(borders.inside(point));
    if (possible.isEmpty()) {
      return offShore(point, borders.near(point, OFF_SHORE_METRES), doubt);
    }
    for (Near near : borders.near(point, doubt)) {
      if (!possible.contains(near.seat())) {
        possible.add(near.seat());
      }
    }
    return possible.size() > 1
        ? ambiguous(point, possible, NEAR_BORDER)
        : exact.computeIfAbsent(possible.getFirst(), house -> matched(house, EXACT_POINT));
  }

  private Match offShore(GeoPoint point, List<Near> near, double doubt) {
    if (near.isEmpty()) {
      return new Unmatched(Reason.OUTSIDE_DISTRICTS, release.header().name());
    }
    double limit = near.getFirst().metres() + doubt;
    List<Seat> possible =
        near.stream().filter(one -> one.metres() <= limit).map(Near::seat).toList();
    return possible.size() > 1
        ? ambiguous(point, possible, NEAR_BORDER)
        : matched(possible.getFirst(), NEAR_BORDER);
  }

  /**
   * What an answer by ZIP code becomes once a geocoder said where the street lies. Each can be
   * wrong, so that where they contradict the answer stays open; and no other state than the ZIP
   * code's, or the typed one, is ever named.
   */
  Match settle(Ambiguous byZip, Geocoder.Place place) {
    Match there = match(place.point(), Math.max(DOUBT_METRES, place.doubtMetres()));
    List<Seat> candidates = byZip.houses();
    List<Seat> possible = new ArrayList<>(there.houses());
    if (possible.isEmpty() || !hasStateOf(candidates, possible.getFirst())) {
      return byZip;
    }
    Seat own = possible.getFirst();
    boolean agreed = place.district().map(possible::contains).orElse(true);
    place.district().filter(_ -> !agreed).ifPresent(possible::add);
    if (!candidates.contains(own)) {
      return ambiguous(place.point(), join(own, candidates), byZip.confidence());
    }
    possible.removeIf(seat -> !hasStateOf(candidates, seat));
    return possible.size() > 1
        ? ambiguous(place.point(), possible, NEAR_BORDER)
        : new Matched(
            release.roster().withSenators(own),
            How.STREET,
            agreed && isExact(there) ? EXACT_POINT : NEAR_BORDER,
            release.header().name());
  }

  private static boolean isExact(Match match) {
    return match instanceof Matched matched && matched.confidence() == EXACT_POINT;
  }

  private static boolean hasStateOf(List<Seat> some, Seat seat) {
    return some.stream().anyMatch(one -> one.state().equals(seat.state()));
  }

  private static List<Seat> join(Seat first, List<Seat> rest) {
    List<Seat> all = new ArrayList<>(List.of(first));
    all.addAll(rest);
    return all;
  }

  private Matched matched(Seat house, Match.Confidence confidence) {
    return new Matched(
        release.roster().withSenators(house), How.POINT, confidence, release.header().name());
  }

  private Ambiguous ambiguous(GeoPoint point, List<Seat> seats, Match.Confidence confidence) {
    return new Ambiguous(
        release.roster().senatorsOfAll(seats),
        towns.telling(seats, point),
        confidence,
        release.header().name());
  }
}
