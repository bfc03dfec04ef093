package org.joinvoices.districts;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The outlines of one map's districts from a public file: GeoJSON (RFC 7946) or TopoJSON, whichever
 * it says it is. Each feature says whose it is by a state (USPS code or Census number) and a number
 * of a district; Census files write 98 for a delegate, 00 for a whole state, ZZ for water.
 */
final class BorderFile {

  private static final Pattern CENSUS_DISTRICT = Pattern.compile("CD[0-9]{3}FP(20)?");
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final InputFiles files;
  private final DistrictIds districts;
  private final ReleaseInputs names;
  private final String file;
  private final JsonNode root;
  private final List<List<Coordinate>> arcs;
  private final SequencedMap<Seat, List<Polygon>> outlines = new LinkedHashMap<>();

  private BorderFile(
      InputFiles files, DistrictIds districts, ReleaseInputs names, String file, JsonNode root) {
    this.files = files;
    this.districts = districts;
    this.names = names;
    this.file = file;
    this.root = root;
    this.arcs = root.path("arcs").valueStream().map(this::arc).toList();
  }

  /**
   * The borders of a map; empty, with faults noted, if the file is not usable.
   *
   * @param names says the names of properties where they are not the usual ones
   */
  static List<Arc> arcs(InputFiles files, DistrictIds districts, ReleaseInputs names, String file)
      throws IOException {
    String text = InputFiles.withoutMark(files.text(file));
    try {
      var read = new BorderFile(files, districts, names, file, JsonMapper.shared().readTree(text));
      read.features();
      return new ArcBuilder(read.outlines).arcs();
    } catch (JacksonException e) {
      files.fault(file, "not JSON, or cut short: " + said(e));
    } catch (BadInput e) {
      files.fault(file, e.fault());
    }
    return List.of();
  }

  /** Without the place of the innermost bracket, which tells people nothing. */
  private static String said(JacksonException failed) {
    return failed.getOriginalMessage().replaceFirst("(?s) \\(start marker.*", "");
  }

  private void features() throws BadInput {
    boolean topology = root.path("type").asString("").equals("Topology");
    List<JsonNode> features =
        topology
            ? root.path("objects")
                .valueStream()
                .flatMap(o -> o.path("geometries").valueStream())
                .toList()
            : root.path("features").valueStream().toList();
    if (features.isEmpty()) {
      throw new BadInput(
          "neither a GeoJSON FeatureCollection nor a TopoJSON Topology with districts");
    }
    Function<JsonNode, List<Coordinate>> ring = topology ? this::joined : this::ring;
    String shapes = topology ? "arcs" : "coordinates";
    for (int i = 0; i < features.size(); i++) {
      JsonNode geometry = topology ? features.get(i) : features.get(i).path("geometry");
      Optional<Seat> seat = seat(features.get(i).path("properties"), i);
      if (seat.isPresent()) {
        outlines
            .computeIfAbsent(seat.get(), _ -> new ArrayList<>())
            .addAll(polygons(seat.get(), geometry, geometry.path(shapes), ring));
      }
    }
  }

  /** Empty for water and for what has no seat. */
  private Optional<Seat> seat(JsonNode properties, int feature) throws BadInput {
    String state = state(properties);
    String district = district(properties);
    if (district.equals("ZZ")) {
      return Optional.empty();
    }
    if (!state.matches("[A-Z]{2}") || !district.matches("[0-9]{1,2}")) {
      throw new BadInput(
          "feature %d does not say its state and district (in %s and %s)"
              .formatted(
                  feature + 1,
                  names.stateProperty().orElse("state or STATEFP"),
                  names.districtProperty().orElse("district or CD119FP")));
    }
    int number = Integer.parseInt(district);
    return Optional.of(districts.existing(Seat.house(state, number == 98 ? 0 : number)));
  }

  private String state(JsonNode properties) {
    String state =
        names
            .stateProperty()
            .map(Stream::of)
            .orElse(Stream.of("STATEFP", "STATEFP20", "state"))
            .map(name -> properties.path(name).asString(""))
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("");
    return CensusStates.USPS.getOrDefault(state, state);
  }

  private String district(JsonNode properties) {
    return properties.properties().stream()
        .filter(property -> isDistrict(property.getKey()))
        .map(property -> property.getValue().asString(""))
        .findFirst()
        .orElseGet(() -> properties.path("district").asString(""));
  }

  private boolean isDistrict(String name) {
    return names
        .districtProperty()
        .map(name::equals)
        .orElseGet(() -> CENSUS_DISTRICT.matcher(name).matches());
  }

  private List<Polygon> polygons(
      Seat seat, JsonNode geometry, JsonNode shapes, Function<JsonNode, List<Coordinate>> ring)
      throws BadInput {
    List<JsonNode> parts =
        switch (geometry.path("type").asString("")) {
          case "Polygon" -> List.of(shapes);
          case "MultiPolygon" -> shapes.valueStream().toList();
          default -> throw new BadInput(seat + " is neither a Polygon nor a MultiPolygon");
        };
    List<Polygon> polygons = new ArrayList<>();
    for (JsonNode part : parts) {
      polygons.add(polygon(seat, part.valueStream().map(ring).toList()));
    }
    return polygons;
  }

  private Polygon polygon(Seat seat, List<List<Coordinate>> rings) throws BadInput {
    if (rings.isEmpty() || rings.stream().anyMatch(r -> r.size() < 4 || !isClosed(r))) {
      throw new BadInput(seat + " has a ring that is not closed, or of less than four corners");
    }
    if (rings.stream().flatMap(List::stream).anyMatch(BorderFile::isNoPlace)) {
      throw new BadInput(seat + " has a corner that is not on the earth; we need degrees (WGS 84)");
    }
    LinearRing[] all =
        rings.stream()
            .map(ring -> GEOMETRY.createLinearRing(ring.toArray(Coordinate[]::new)))
            .toArray(LinearRing[]::new);
    LinearRing[] holes = new LinearRing[all.length - 1];
    System.arraycopy(all, 1, holes, 0, holes.length);
    Polygon polygon = GEOMETRY.createPolygon(all[0], holes);
    var problem = new IsValidOp(polygon).getValidationError();
    if (problem != null) {
      files.note("%s: outline of %s: %s".formatted(file, seat, problem.getMessage()));
    }
    return polygon;
  }

  private static boolean isNoPlace(Coordinate corner) {
    return !(Math.abs(corner.x) <= 180.0 * Arc.UNITS && Math.abs(corner.y) <= 90.0 * Arc.UNITS);
  }

  private static boolean isClosed(List<Coordinate> ring) {
    return ring.getFirst().equals2D(ring.getLast());
  }

  private List<Coordinate> ring(JsonNode positions) {
    return positions
        .valueStream()
        .map(p -> at(p.path(0).asDouble(), p.path(1).asDouble()))
        .toList();
  }

  /** A ring of arcs, each of which begins where the one before ends; ~n is arc n backwards. */
  private List<Coordinate> joined(JsonNode numbers) {
    List<Coordinate> ring = new ArrayList<>();
    for (JsonNode number : numbers) {
      int n = number.asInt();
      if ((n < 0 ? ~n : n) >= arcs.size()) {
        return List.of(); // so the ring is not closed, and that is the fault
      }
      List<Coordinate> arc = n < 0 ? arcs.get(~n).reversed() : arcs.get(n);
      ring.addAll(ring.isEmpty() ? arc : arc.subList(1, arc.size()));
    }
    return ring;
  }

  private List<Coordinate> arc(JsonNode positions) {
    JsonNode transform = root.path("transform");
    if (transform.isMissingNode()) {
      return ring(positions);
    }
    double[] scale = pair(transform.path("scale"));
    double[] translate = pair(transform.path("translate"));
    List<Coordinate> arc = new ArrayList<>();
    long x = 0;
    long y = 0;
    for (JsonNode step : positions) {
      x += step.path(0).asLong();
      y += step.path(1).asLong();
      arc.add(at(x * scale[0] + translate[0], y * scale[1] + translate[1]));
    }
    return arc;
  }

  private static double[] pair(JsonNode numbers) {
    return new double[] {numbers.path(0).asDouble(), numbers.path(1).asDouble()};
  }

  /** In whole {@link Arc#UNITS}, so that what two districts share is equal. */
  private static Coordinate at(double lon, double lat) {
    return new Coordinate(Math.round(lon * Arc.UNITS), Math.round(lat * Arc.UNITS));
  }
}
