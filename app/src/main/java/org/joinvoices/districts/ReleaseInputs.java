package org.joinvoices.districts;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Public files to make a release from, and what must be said about them.
 *
 * @param places folders, looked through with all below them, and single files
 * @param name of the release, or empty text: then it is made from the newest term and the inputs
 * @param stateProperty under which borders name the state, where that is not a usual name
 * @param districtProperty under which borders name the district, where that is not a usual name
 */
public record ReleaseInputs(
    List<Path> places,
    String name,
    Optional<String> stateProperty,
    Optional<String> districtProperty) {

  public ReleaseInputs {
    places = List.copyOf(places);
  }

  /** Files whose borders have the usual names of properties. */
  public static ReleaseInputs of(Path place, String name) {
    return new ReleaseInputs(List.of(place), name, Optional.empty(), Optional.empty());
  }
}
