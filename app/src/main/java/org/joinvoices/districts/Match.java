package org.joinvoices.districts;

import java.util.List;

/** What became of matching an address to seats. No match never blocks a signature. */
public sealed interface Match {

  /** Name of the data release that was asked. */
  String release();

  /** The House districts it names, the likeliest first; none where there is no answer. */
  default List<Seat> houses() {
    return switch (this) {
      case Matched matched -> matched.seats().stream().filter(seat -> !seat.isSenate()).toList();
      case Ambiguous several -> several.candidates().stream().map(Candidate::seat).toList();
      case Unmatched _ -> List.of();
    };
  }

  /** How the answer was found; the words of the JSON contract. */
  enum How {
    ZIP,
    POINT,
    STREET,
    CHOSEN;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** How sure the answer is (D13). */
  enum Confidence {
    EXACT_POINT,
    UNIQUE_ZIP,
    CHOSEN,
    NEAR_BORDER,
    STATE_ONLY,
    UNDETERMINED;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Why there is no answer; each has its own kind text. */
  enum Reason {
    UNKNOWN_ZIP,
    MILITARY,
    FREELY_ASSOCIATED,
    FOREIGN,
    STATE_CONTRADICTS_ZIP,
    NO_ADDRESS,
    /** The point lies in no district and near none. */
    OUTSIDE_DISTRICTS,
    /** The release has no borders for the map of that civic date. */
    NO_BORDERS,
    /** The release has no district map with ZIP codes for that civic date. */
    DATE_OUT_OF_RANGE;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** House seat and senate seats, whichever exist for the place (delegates have no senators). */
  record Matched(List<Seat> seats, How how, Confidence confidence, String release)
      implements Match {
    public Matched {
      seats = List.copyOf(seats);
    }
  }

  /**
   * Several House districts are possible.
   *
   * @param senators senate seats certain already; empty if the state is in doubt too
   * @param candidates in order of likelihood, at least two
   */
  record Ambiguous(
      List<Seat> senators, List<Candidate> candidates, Confidence confidence, String release)
      implements Match {
    public Ambiguous {
      senators = List.copyOf(senators);
      candidates = List.copyOf(candidates);
    }
  }

  record Unmatched(Reason reason, String release) implements Match {}

  /**
   * A House district among several, with what helps a person recognise it.
   *
   * @param towns names of towns in the district, the best known or nearest first, at most six
   */
  record Candidate(Seat seat, List<String> towns) {
    public Candidate {
      towns = List.copyOf(towns);
    }
  }
}
