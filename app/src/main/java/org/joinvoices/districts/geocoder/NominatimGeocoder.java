package org.joinvoices.districts.geocoder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joinvoices.districts.GeoPoint;
import org.joinvoices.districts.Geocoder;
import org.joinvoices.districts.StreetAddress;
import tools.jackson.databind.JsonNode;

/**
 * A server of Nominatim. Source: nominatim.org, API documentation of version 4, {@code /search},
 * format {@code jsonv2}, in which coordinates are text.
 */
public final class NominatimGeocoder implements Geocoder {

  private final FarSide far;

  public NominatimGeocoder(FarSide far) {
    this.far = far;
  }

  @Override
  public Answer locate(StreetAddress address, int congress) {
    Map<String, String> query = FarSide.parts(address);
    query.put("postalcode", address.postalCode());
    query.put("countrycodes", "us");
    query.put("format", "jsonv2");
    query.put("addressdetails", "1");
    query.put("limit", "5");
    return far.ask("/search", query, json -> read(json, address.line()));
  }

  private static Answer read(JsonNode json, String line) throws NoAnswer {
    List<Place> places = new ArrayList<>();
    for (JsonNode one : FarSide.list(json)) {
      place(one, line).ifPresent(places::add);
    }
    return Streets.settle(places);
  }

  private static Optional<Place> place(JsonNode one, String line) throws NoAnswer {
    GeoPoint point = FarSide.point(one.path("lat"), one.path("lon"));
    if (Streets.sameNumber(line, one.path("address").path("house_number").asString(""))) {
      return Optional.of(Streets.house(point));
    }
    JsonNode box = one.path("boundingbox"); // south, north, west, east
    return one.path("addresstype").asString("").equals("road") && box.size() == 4
        ? Streets.street(
            point, FarSide.point(box.get(0), box.get(2)), FarSide.point(box.get(1), box.get(3)))
        : Optional.empty();
  }
}
