package org.joinvoices.districts.geocoder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joinvoices.districts.GeoPoint;
import org.joinvoices.districts.Geocoder;
import org.joinvoices.districts.StreetAddress;
import tools.jackson.databind.JsonNode;

/**
 * A server of Photon. Source: github.com/komoot/photon, {@code /api}, GeoJSON. It guesses what may
 * have been meant, so that other numbers, ZIP codes and countries are left out here.
 */
public final class PhotonGeocoder implements Geocoder {

  private static final Set<String> HOME = Set.of("US", "PR", "GU", "VI", "AS", "MP");

  private final FarSide far;

  public PhotonGeocoder(FarSide far) {
    this.far = far;
  }

  @Override
  public Answer locate(StreetAddress address, int congress) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("q", address.oneLine());
    query.put("limit", "5");
    query.put("lang", "en");
    return far.ask("/api", query, json -> read(json, address));
  }

  private static Answer read(JsonNode json, StreetAddress address) throws NoAnswer {
    List<Place> places = new ArrayList<>();
    for (JsonNode one : FarSide.list(json.path("features"))) {
      if (fits(one.path("properties"), address)) {
        place(one, address).ifPresent(places::add);
      }
    }
    return Streets.settle(places);
  }

  private static boolean fits(JsonNode properties, StreetAddress address) {
    String zip = properties.path("postcode").asString("");
    return HOME.contains(properties.path("countrycode").asString("US"))
        && (zip.isEmpty() || address.postalCode().regionMatches(0, zip, 0, 5));
  }

  private static Optional<Place> place(JsonNode one, StreetAddress address) throws NoAnswer {
    JsonNode at = one.path("geometry").path("coordinates");
    GeoPoint point = FarSide.point(at.path(1), at.path(0));
    JsonNode properties = one.path("properties");
    if (Streets.sameNumber(address.line(), properties.path("housenumber").asString(""))) {
      return Optional.of(Streets.house(point));
    }
    JsonNode box = properties.path("extent"); // west, north, east, south
    return properties.path("type").asString("").equals("street") && box.size() == 4
        ? Streets.street(
            point, FarSide.point(box.get(1), box.get(0)), FarSide.point(box.get(3), box.get(2)))
        : Optional.empty();
  }
}
