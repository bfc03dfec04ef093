package org.joinvoices.districts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joinvoices.districts.Borders.Near;
import org.joinvoices.districts.DistrictOffices.Office;
import org.joinvoices.districts.Match.Ambiguous;
import org.joinvoices.districts.Match.Matched;
import org.joinvoices.districts.Match.Unmatched;

/** How offices of members are matched by point and by ZIP code, each on the day of its file. */
final class OfficeAccuracy {

  private static final double NEAR_METRES = 5_000;

  /** By point, against the district of the member. */
  private enum ByPoint {
    OWN("in the member's own district"),
    BORDER("near a border, own district among those named"),
    OTHER("elsewhere (listed below)"),
    NO_POINT("without coordinates");

    private final String text;

    ByPoint(String text) {
      this.text = text;
    }
  }

  /** By ZIP code and state, against the district in which the point lies. */
  private enum ByZip {
    RIGHT("one district, the right one"),
    WRONG("one district, a wrong one"),
    AMONG("several to choose from, the right one among them"),
    MISSING("several to choose from, the right one not among them"),
    NONE("no answer");

    private final String text;

    ByZip(String text) {
      this.text = text;
    }
  }

  private final Districts districts;
  private final List<Office> offices;
  private final Map<Integer, Borders> borders = new TreeMap<>();

  OfficeAccuracy(Districts districts, List<Office> offices) {
    this.districts = districts;
    this.offices = offices;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    offices.stream().map(Office::on).distinct().sorted().forEach(day -> lines.addAll(lines(day)));
    return lines;
  }

  private List<String> lines(LocalDate day) {
    Map<ByPoint, Integer> points = new EnumMap<>(ByPoint.class);
    Map<ByZip, Integer> zips = new EnumMap<>(ByZip.class);
    List<String> exceptions = new ArrayList<>();
    int house = 0;
    for (Office office : offices) {
      if (office.on().equals(day)) {
        Optional<Seat> own = own(office);
        if (own.isPresent()) {
          house++;
          points.merge(point(office, own.get(), exceptions), 1, Integer::sum);
        }
        zip(office).ifPresent(result -> zips.merge(result, 1, Integer::sum));
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("## Offices of members, " + day);
    lines.add("%,d offices of House members, by their published coordinates:".formatted(house));
    lines.add("");
    lines.add("| by point | offices |");
    lines.add("|---|---:|");
    for (ByPoint result : ByPoint.values()) {
      lines.add("| %s | %,d |".formatted(result.text, points.getOrDefault(result, 0)));
    }
    lines.add("");
    lines.add(
        "All offices, senators' too, whose point lies in one district, by ZIP code and state alone:");
    lines.add("");
    lines.add("| by ZIP code | offices |");
    lines.add("|---|---:|");
    for (ByZip result : ByZip.values()) {
      lines.add("| %s | %,d |".formatted(result.text, zips.getOrDefault(result, 0)));
    }
    lines.add("");
    lines.add("Elsewhere than in the own district; a member may rent where it suits:");
    lines.add("");
    lines.add("| office | district | point | likely reason |");
    lines.add("|---|---|---|---|");
    exceptions.forEach(lines::add);
    return lines;
  }

  /** The House seat that the member of the office holds on its day. */
  private Optional<Seat> own(Office office) {
    return districts.data().roster().terms().stream()
        .filter(term -> term.bioguide().equals(office.bioguide()) && !term.seat().isSenate())
        .map(Term::seat)
        .filter(
            seat ->
                districts
                    .officeholder(seat, office.on())
                    .filter(holder -> holder.bioguide().equals(office.bioguide()))
                    .isPresent())
        .findFirst();
  }

  private ByPoint point(Office office, Seat own, List<String> exceptions) {
    if (office.point().isEmpty()) {
      return ByPoint.NO_POINT;
    }
    GeoPoint point = office.point().get();
    Match match = districts.match(point, office.on());
    List<Seat> named = match.houses();
    if (named.contains(own)) {
      return match instanceof Matched ? ByPoint.OWN : ByPoint.BORDER;
    }
    String where =
        named.isEmpty()
            ? "in no district"
            : String.join(" or ", named.stream().map(Seat::value).toList());
    exceptions.add(
        "| %s | %s | %s | %s |".formatted(office.id(), own, where, reason(office, own, named)));
    return ByPoint.OTHER;
  }

  private String reason(Office office, Seat own, List<Seat> named) {
    if (named.isEmpty()) {
      return "coordinates wrong: outside of every district";
    }
    if (named.stream().noneMatch(seat -> seat.state().equals(office.state()))) {
      return "coordinates wrong: another state than the address";
    }
    Optional<Near> near =
        borders(office.on()).near(office.point().orElseThrow(), NEAR_METRES).stream()
            .filter(one -> one.seat().equals(own))
            .findFirst();
    List<Seat> byZip = districts.match(office.zip(), office.state(), "US", office.on()).houses();
    String distance =
        near.map(one -> "%,d m from its own district".formatted(Math.round(one.metres())))
            .orElse("more than 5 km from its own district");
    String zip =
        byZip.contains(own)
            ? "which its ZIP code touches: coordinates may be inexact"
            : "which its ZIP code does not touch: it lies outside";
    return distance + ", " + zip;
  }

  private Borders borders(LocalDate on) {
    DistrictMap map = districts.data().mapOn(on).orElseThrow();
    return borders.computeIfAbsent(map.congress(), _ -> new Borders(map.arcs()));
  }

  /** Empty where the point tells no single district. */
  private Optional<ByZip> zip(Office office) {
    Optional<Seat> truth =
        office
            .point()
            .map(point -> districts.match(point, office.on()))
            .filter(Matched.class::isInstance)
            .map(match -> match.houses().getFirst())
            .filter(seat -> seat.state().equals(office.state()));
    return truth.map(
        seat -> result(districts.match(office.zip(), office.state(), "US", office.on()), seat));
  }

  private static ByZip result(Match match, Seat truth) {
    boolean named = match.houses().contains(truth);
    return switch (match) {
      case Matched _ -> named ? ByZip.RIGHT : ByZip.WRONG;
      case Ambiguous _ -> named ? ByZip.AMONG : ByZip.MISSING;
      case Unmatched _ -> ByZip.NONE;
    };
  }
}
