package org.joinvoices.districts;

import static java.util.Comparator.comparingDouble;

import java.util.Arrays;
import java.util.BitSet;
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
 * for all districts at once, and tells which borders are near. A border between two districts is
 * there once, so that they agree on it.
 */
final class Borders {

  /** A district whose border is within the asked distance. */
  record Near(Seat seat, double metres) {}

  /**
   * @param inside the districts the point lies in: one, none, or two where a map overlaps
   * @param near all districts with a border near, the nearest first
   */
  record Located(List<Seat> inside, List<Near> near) {}

  /** Height of a band; two kilometres fit. */
  private static final int BAND = Arc.UNITS / 50;

  private static final int NOBODY = -1;

  /** On a sphere of 6,371 km, which is right to half a percent. */
  private static final double METRES_PER_UNIT = 6_371_000 * Math.PI / 180 / Arc.UNITS;

  private final List<Seat> seats;
  private final int firstBand;
  private final int[] bandStart;

  // One entry for an edge in a band it touches.
  private final int[] lon1;
  private final int[] lat1;
  private final int[] lon2;
  private final int[] lat2;
  private final short[] side1;
  private final short[] side2;

  Borders(Collection<Arc> arcs) {
    this.seats = arcs.stream().flatMap(arc -> arc.sides().stream()).distinct().sorted().toList();
    this.firstBand = arcs.stream().mapToInt(Borders::lowest).min().orElse(0);
    int lastBand = arcs.stream().mapToInt(Borders::highest).max().orElse(0);
    this.bandStart = new int[lastBand - firstBand + 2];
    arcs.forEach(arc -> eachEntry(arc, (band, _) -> bandStart[band + 1]++));
    Arrays.parallelPrefix(bandStart, Integer::sum);
    int entries = bandStart[bandStart.length - 1];
    this.lon1 = new int[entries];
    this.lat1 = new int[entries];
    this.lon2 = new int[entries];
    this.lat2 = new int[entries];
    this.side1 = new short[entries];
    this.side2 = new short[entries];
    int[] next = bandStart.clone();
    for (Arc arc : arcs) {
      short one = number(arc.sides().getFirst());
      short other = arc.sides().size() > 1 ? number(arc.sides().get(1)) : NOBODY;
      eachEntry(arc, (band, corner) -> fill(next[band]++, arc, corner, one, other));
    }
  }

  private short number(Seat seat) {
    return (short) Collections.binarySearch(seats, seat);
  }

  private void fill(int entry, Arc arc, int corner, short one, short other) {
    lon1[entry] = arc.lon(corner);
    lat1[entry] = arc.lat(corner);
    lon2[entry] = arc.lon(corner + 1);
    lat2[entry] = arc.lat(corner + 1);
    side1[entry] = one;
    side2[entry] = other;
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

  private static int lowest(Arc arc) {
    int low = Integer.MAX_VALUE;
    for (int corner = 0; corner < arc.size(); corner++) {
      low = Math.min(low, band(arc.lat(corner)));
    }
    return low;
  }

  private static int highest(Arc arc) {
    int high = Integer.MIN_VALUE;
    for (int corner = 0; corner < arc.size(); corner++) {
      high = Math.max(high, band(arc.lat(corner)));
    }
    return high;
  }

  private static int band(int lat) {
    return Math.floorDiv(lat, BAND);
  }

  /** The districts that have a border here, in order. */
  List<Seat> seats() {
    return seats;
  }

  /**
   * @param metres how near a border must be to be told
   */
  Located find(GeoPoint point, double metres) {
    int lon = (int) Math.round(point.lon() * Arc.UNITS);
    int lat = (int) Math.round(point.lat() * Arc.UNITS);
    return new Located(inside(lon, lat), near(lon, lat, metres));
  }

  private List<Seat> inside(int lon, int lat) {
    int band = band(lat) - firstBand;
    if (band < 0 || band >= bandStart.length - 1) {
      return List.of();
    }
    long[] odd = new long[(seats.size() + Long.SIZE - 1) / Long.SIZE];
    for (int i = bandStart[band]; i < bandStart[band + 1]; i++) {
      if (lat1[i] > lat != lat2[i] > lat && crossing(i, lat) > lon) {
        odd[side1[i] >> 6] ^= 1L << side1[i];
        if (side2[i] != NOBODY) {
          odd[side2[i] >> 6] ^= 1L << side2[i];
        }
      }
    }
    return BitSet.valueOf(odd).stream().mapToObj(seats::get).toList();
  }

  /** Where an edge crosses a latitude. */
  private double crossing(int edge, int lat) {
    return lon1[edge]
        + (double) (lat - lat1[edge]) * (lon2[edge] - lon1[edge]) / (lat2[edge] - lat1[edge]);
  }

  private List<Near> near(int lon, int lat, double metres) {
    double shrink = Math.cos(Math.toRadians((double) lat / Arc.UNITS));
    int reachLat = (int) Math.ceil(metres / METRES_PER_UNIT);
    int reachLon = (int) Math.ceil(metres / METRES_PER_UNIT / Math.max(shrink, 0.01));
    Map<Short, Double> least = new TreeMap<>();
    int first = Math.max(0, band(lat - reachLat) - firstBand);
    int last = Math.min(bandStart.length - 2, band(lat + reachLat) - firstBand);
    for (int i = first <= last ? bandStart[first] : 0;
        first <= last && i < bandStart[last + 1];
        i++) {
      if (Math.max(lon1[i], lon2[i]) >= lon - reachLon
          && Math.min(lon1[i], lon2[i]) <= lon + reachLon
          && Math.max(lat1[i], lat2[i]) >= lat - reachLat
          && Math.min(lat1[i], lat2[i]) <= lat + reachLat) {
        double distance = distance(i, lon, lat, shrink);
        if (distance <= metres) {
          least.merge(side1[i], distance, Math::min);
          least.merge(side2[i], distance, Math::min);
        }
      }
    }
    least.remove((short) NOBODY);
    return least.entrySet().stream()
        .map(found -> new Near(seats.get(found.getKey()), found.getValue()))
        .sorted(comparingDouble(Near::metres))
        .toList();
  }

  /** In metres, on the plane that touches the earth at the point. */
  private double distance(int edge, int lon, int lat, double shrink) {
    double x1 = (lon1[edge] - lon) * shrink;
    double y1 = lat1[edge] - lat;
    double x = (lon2[edge] - lon1[edge]) * shrink;
    double y = lat2[edge] - lat1[edge];
    double length = x * x + y * y;
    double along = length == 0 ? 0 : Math.clamp(-(x1 * x + y1 * y) / length, 0, 1);
    return Math.hypot(x1 + along * x, y1 + along * y) * METRES_PER_UNIT;
  }
}
