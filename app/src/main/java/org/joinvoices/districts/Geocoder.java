package org.joinvoices.districts;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Tells where a street address lies, by asking somebody else. Safe for threads; never throws, and
 * answers within the time-out it was made with.
 */
public interface Geocoder {

  /**
   * @param congress whose districts are asked for, where the far side knows any
   */
  Answer locate(StreetAddress address, int congress);

  /** Where an address lies, as far as the far side knows. */
  sealed interface Answer {

    /** One place. */
    record Found(Place place) implements Answer {}

    /** Several places fit equally well. */
    record Tie() implements Answer {}

    /** The far side knows no such address. */
    record None() implements Answer {}

    /** Nothing was learned of the address. */
    record Unavailable(Fault fault) implements Answer {}
  }

  /**
   * A place that was found.
   *
   * @param exact whether it is the very address, not its street or one corrected by the far side
   * @param accuracyMetres how far the place may be off, where the far side tells
   * @param district by the far side's own map of the Congress asked for; a check and never more
   */
  record Place(
      GeoPoint point, boolean exact, OptionalDouble accuracyMetres, Optional<Seat> district) {

    /** For an inexact place of which nothing else is known: about a street's length. */
    private static final double INEXACT_METRES = 500;

    /** How far from the point the address may be. */
    double doubtMetres() {
      return accuracyMetres.orElse(exact ? 0 : INEXACT_METRES);
    }
  }

  /** Why nothing was learned. */
  enum Fault {
    TIMEOUT,
    UNREACHABLE,
    /** Any status but 200. */
    REFUSED,
    /** Not the format agreed on, a place outside of the United States, broken off or too long. */
    GARBAGE,
    /** Not asked: enough questions are open, or the last one is too recent. */
    BUSY,
    /** Not asked: it failed several times in a row. */
    PAUSED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
