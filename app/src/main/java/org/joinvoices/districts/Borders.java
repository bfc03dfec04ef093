package org.joinvoices.districts;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The borders of one map, and in which district a point lies. Immutable and safe for threads.
 *
 * <p>A point lies in a district if a ray to the east crosses its border an odd number of times. The
 * edges of all borders lie sorted into bands of latitude, so that one pass over one band answers
 * for all districts at once, and tells which borders are near. In a band the easternmost come
 * first, so that a pass ends where all that is left lies west of the point. A border between two
 * districts is there once, so that they agree on it.
 */
final class Borders {

  /** A district whose border is within the asked distance. */
  record Near(Seat seat, double metres) {}

  /**
   * Height of a band, 278 metres: so low that few edges lie in it, so high that few lie in several.
   */
  private static final int BAND = Arc.UNITS / 400;

  private static final int NOBODY = -1;

  /** On a sphere of 6,371 km, which is right to half a percent. */
  private static final double METRES_PER_UNIT = 6_371_000 * Math.PI / 180 / Arc.UNITS;

  private final List<Seat> seats;
  private final int firstBand;
  private final int[] bandStart;

  /**
   * One entry for an edge in a band it touches: longitude and latitude of both ends, then the
   * numbers of both sides. In one array, because an entry is read as a whole.
   */
  private final int[] entries;

  private static final int LON1 = 0;
  private static final int LAT1 = 1;
  private static final int LON2 = 2;
  private static final int LAT2 = 3;
  private static final int SIDES = 4;
  private static final int FIELDS = 5;

  Borders(Collection<Arc> arcs) {
    this.seats = arcs.stream().flatMap(arc -> arc.sides().stream()).distinct().sorted().toList();
    var reach = arcs.stream().flatMapToInt(Arc::latitudes).summaryStatistics();
    this.firstBand = arcs.isEmpty() ? 0 : band(reach.getMin());
    int lastBand = arcs.isEmpty() ? 0 : band(reach.getMax());
    this.bandStart = new int[lastBand - firstBand + 2];
    arcs.forEach(arc -> eachEntry(arc, (band, _) -> bandStart[band + 1]++));
    Arrays.parallelPrefix(bandStart, Integer::sum);
    this.entries = new int[bandStart[bandStart.length - 1] * FIELDS];
    int[] next = bandStart.clone();
    for (Arc arc : arcs) {
      short one = number(arc.sides().getFirst());
      short other = arc.sides().size() > 1 ? number(arc.sides().get(1)) : NOBODY;
      eachEntry(arc, (band, corner) -> fill(next[band]++ * FIELDS, arc, corner, one, other));
    }
    for (int band = 0; band + 1 < bandStart.length; band++) {
      sort(bandStart[band], bandStart[band + 1]);
    }
  }

  /** The easternmost first. */
  private void sort(int from, int to) {
    long[] order = new long[to - from];
    for (int i = 0; i < order.length; i++) {
      order[i] = (long) -east((from + i) * FIELDS) << Integer.SIZE | i;
    }
    Arrays.sort(order);
    int[] before = Arrays.copyOfRange(entries, from * FIELDS, to * FIELDS);
    for (int i = 0; i < order.length; i++) {
      System.arraycopy(before, (int) order[i] * FIELDS, entries, (from + i) * FIELDS, FIELDS);
    }
  }

  private int east(int at) {
    return Math.max(entries[at + LON1], entries[at + LON2]);
  }

  private short number(Seat seat) {
    return (short) Collections.binarySearch(seats, seat);
  }

  private void fill(int at, Arc arc, int corner, short one, short other) {
    entries[at + LON1] = arc.lon(corner);
    entries[at + LAT1] = arc.lat(corner);
    entries[at + LON2] = arc.lon(corner + 1);
    entries[at + LAT2] = arc.lat(corner + 1);
    entries[at + SIDES] = other << Short.SIZE | one;
  }

  /** May be {@link #NOBODY}. */
  private static int otherSide(int sides) {
    return sides >> Short.SIZE;
  }

  private static int oneSide(int sides) {
    return sides & 0xffff;
  }

  @FunctionalInterface
  private interface Entry {
    void at(int band, int corner);
  }

  private void eachEntry(Arc arc, Entry entry) {
    for (int corner = 0; corner + 1 < arc.size(); corner++) {
      int low = band(Math.min(arc.lat(corner), arc.lat(corner + 1)));
      int high = band(Math.max(arc.lat(corner), arc.lat(corner + 1)));
      for (int band = low; band <= high; band++) {
        entry.at(band - firstBand, corner);
      }
    }
  }

  private static int band(int lat) {
    return Math.floorDiv(lat, BAND);
  }

  /** The districts that have a border here, in order. */
  List<Seat> seats() {
    return seats;
  }

  private static int units(double degrees) {
    return (int) Math.round(degrees * Arc.UNITS);
  }

  /** The districts the point lies in: one, none, or two where a map overlaps. */
  List<Seat> inside(GeoPoint point) {
    int lon = units(point.lon());
    int lat = units(point.lat());
    int band = band(lat) - firstBand;
    if (band < 0 || band >= bandStart.length - 1) {
      return List.of();
    }
    long[] odd = new long[(seats.size() + Long.SIZE - 1) / Long.SIZE];
    int end = bandStart[band + 1] * FIELDS;
    for (int at = bandStart[band] * FIELDS; at < end && east(at) >= lon; at += FIELDS) {
      if (entries[at + LAT1] > lat != entries[at + LAT2] > lat && crossing(at, lat) > lon) {
        int sides = entries[at + SIDES];
        toggle(odd, oneSide(sides));
        if (otherSide(sides) != NOBODY) {
          toggle(odd, otherSide(sides));
        }
      }
    }
    List<Seat> inside = new ArrayList<>(1);
    for (int word = 0; word < odd.length; word++) {
      for (long left = odd[word]; left != 0; left &= left - 1) {
        inside.add(seats.get(word * Long.SIZE + Long.numberOfTrailingZeros(left)));
      }
    }
    return inside;
  }

  private static void toggle(long[] bits, int bit) {
    bits[bit >> 6] ^= 1L << bit;
  }

  /** Where an edge crosses a latitude. */
  private double crossing(int at, int lat) {
    int lon1 = entries[at + LON1];
    int lat1 = entries[at + LAT1];
    return lon1 + (double) (lat - lat1) * (entries[at + LON2] - lon1) / (entries[at + LAT2] - lat1);
  }

  /**
   * All districts with a border near, the nearest first.
   *
   * @param metres how near
   */
  List<Near> near(GeoPoint point, double metres) {
    int lon = units(point.lon());
    int lat = units(point.lat());
    double shrink = Math.cos(Math.toRadians((double) lat / Arc.UNITS));
    int reachLat = (int) Math.ceil(metres / METRES_PER_UNIT);
    int reachLon = (int) Math.ceil(metres / METRES_PER_UNIT / Math.max(shrink, 0.01));
    Map<Integer, Double> least = new TreeMap<>();
    int first = Math.max(0, band(lat - reachLat) - firstBand);
    int last = Math.min(bandStart.length - 2, band(lat + reachLat) - firstBand);
    for (int band = first; band <= last; band++) {
      int end = bandStart[band + 1] * FIELDS;
      int at = bandStart[band] * FIELDS;
      for (; at < end && east(at) >= lon - reachLon; at += FIELDS) {
        if (overlaps(entries[at + LON1], entries[at + LON2], lon, reachLon)
            && overlaps(entries[at + LAT1], entries[at + LAT2], lat, reachLat)) {
          double distance = distance(at, lon, lat, shrink);
          if (distance <= metres) {
            least.merge(oneSide(entries[at + SIDES]), distance, Math::min);
            least.merge(otherSide(entries[at + SIDES]), distance, Math::min);
          }
        }
      }
    }
    least.remove(NOBODY);
    return least.isEmpty() ? List.of() : sorted(least);
  }

  private static boolean overlaps(int one, int other, int middle, int reach) {
    return Math.max(one, other) >= middle - reach && Math.min(one, other) <= middle + reach;
  }

  private List<Near> sorted(Map<Integer, Double> least) {
    return least.entrySet().stream()
        .map(found -> new Near(seats.get(found.getKey()), found.getValue()))
        .sorted(comparingDouble(Near::metres))
        .toList();
  }

  /** In metres, on the plane that touches the earth at the point. */
  private double distance(int at, int lon, int lat, double shrink) {
    double x1 = (entries[at + LON1] - lon) * shrink;
    double y1 = entries[at + LAT1] - lat;
    double x = (entries[at + LON2] - entries[at + LON1]) * shrink;
    double y = entries[at + LAT2] - entries[at + LAT1];
    double length = x * x + y * y;
    double along = length == 0 ? 0 : Math.clamp(-(x1 * x + y1 * y) / length, 0, 1);
    return Math.hypot(x1 + along * x, y1 + along * y) * METRES_PER_UNIT;
  }
}
