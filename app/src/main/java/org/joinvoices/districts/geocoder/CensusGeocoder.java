package org.joinvoices.districts.geocoder;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.joinvoices.districts.CensusStates;
import org.joinvoices.districts.Geocoder;
import org.joinvoices.districts.Seat;
import org.joinvoices.districts.StreetAddress;
import tools.jackson.databind.JsonNode;

/**
 * The Census Bureau's geocoder, one address at a time. Source: Census Geocoder API documentation,
 * {@code geographies/address}.
 */
public final class CensusGeocoder implements Geocoder {

  static final String BENCHMARK = "Public_AR_Current";

  /**
   * Where a Congress's districts are not in the current vintage (since September 2026 that has the
   * 120th's). Without such a layer we have the coordinates, which is all we need.
   */
  private static final Map<Integer, String> VINTAGES = Map.of(119, "ACS2025_Current");

  static final String CURRENT = "Current_Current";

  private final FarSide far;

  public CensusGeocoder(FarSide far) {
    this.far = far;
  }

  @Override
  public Answer locate(StreetAddress address, int congress) {
    Map<String, String> query = FarSide.parts(address);
    query.put("zip", address.postalCode());
    query.put("benchmark", BENCHMARK);
    query.put("vintage", VINTAGES.getOrDefault(congress, CURRENT));
    query.put("layers", "all");
    query.put("format", "json");
    return far.ask("/geographies/address", query, json -> read(json, congress));
  }

  private static Answer read(JsonNode json, int congress) throws NoAnswer {
    JsonNode matches = FarSide.list(json.path("result").path("addressMatches"));
    return switch (matches.size()) {
      case 0 -> new Answer.None();
      case 1 -> new Answer.Found(place(matches.get(0), congress));
      default -> new Answer.Tie();
    };
  }

  private static Place place(JsonNode match, int congress) throws NoAnswer {
    JsonNode at = match.path("coordinates");
    return new Place(
        FarSide.point(at.path("y"), at.path("x")),
        true,
        OptionalDouble.empty(),
        district(match.path("geographies"), congress));
  }

  /**
   * By session, never by the layer's place or newest name: another Congress's districts have the
   * same numbers and other borders.
   */
  private static Optional<Seat> district(JsonNode geographies, int congress) {
    String session = String.valueOf(congress);
    for (var layer : geographies.properties()) {
      JsonNode district = layer.getValue().path(0);
      if (layer.getKey().endsWith("Congressional Districts")
          && layer.getKey().startsWith(session)
          && district.path("CDSESSN").asString("").equals(session)) {
        return CensusStates.houseSeat(district.path("GEOID").asString(""));
      }
    }
    return Optional.empty();
  }
}
