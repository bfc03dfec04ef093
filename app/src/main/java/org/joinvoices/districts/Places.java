package org.joinvoices.districts;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every ZIP code with city and state. Military ones are left out: they are no place. */
final class Places {

  private final List<Place> all;
  private final @Nullable Place[] byZip = new Place[Zip.COUNT];

  Places(List<Place> places) {
    all = List.copyOf(places);
    all.forEach(place -> byZip[place.zip()] = place);
  }

  Optional<Place> find(Zip zip) {
    return Optional.ofNullable(byZip[zip.number()]);
  }

  /** In the order of the release, which is by ZIP code. */
  List<Place> all() {
    return all;
  }
}
