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
    List<Seat> possible = new ArrayList<>(borders.inside(point));
    if (possible.isEmpty()) {
      return offShore(point, borders.near(point, OFF_SHORE_METRES));
    }
    for (Near near : borders.near(point, Math.max(DOUBT_METRES, metres))) {
      if (!possible.contains(near.seat())) {
        possible.add(near.seat());
      }
    }
    return possible.size() > 1
        ? ambiguous(point, possible)
        : exact.computeIfAbsent(possible.getFirst(), house -> matched(house, EXACT_POINT));
  }

  private Match offShore(GeoPoint point, List<Near> near) {
    if (near.isEmpty()) {
      return new Unmatched(Reason.OUTSIDE_DISTRICTS, release.header().name());
    }
    double limit = near.getFirst().metres() + DOUBT_METRES;
    List<Seat> possible =
        near.stream().filter(one -> one.metres() <= limit).map(Near::seat).toList();
    return possible.size() > 1
        ? ambiguous(point, possible)
        : matched(possible.getFirst(), NEAR_BORDER);
  }

  private Matched matched(Seat house, Match.Confidence confidence) {
    return new Matched(
        release.roster().withSenators(house), How.POINT, confidence, release.header().name());
  }

  private Ambiguous ambiguous(GeoPoint point, List<Seat> seats) {
    return new Ambiguous(
        release.roster().senatorsOfAll(seats),
        towns.telling(seats, point),
        NEAR_BORDER,
        release.header().name());
  }
}
