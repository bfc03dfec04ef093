package org.joinvoices.districts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joinvoices.platform.web.Texts;
import org.joinvoices.platform.web.Words;

/** What a seat is called for readers, such as U.S. Representative for Ohio, district 11. */
public final class SeatNames {

  private static final Texts TEXTS = Texts.beside(SeatNames.class);

  /** Whose House member has a voice and no vote; Puerto Rico's is called resident commissioner. */
  private static final Set<String> DELEGATES = Set.of("DC", "PR", "GU", "VI", "AS", "MP");

  /** USPS codes of the states and territories that have a seat, in the order of the alphabet. */
  public static final List<String> STATES =
      TEXTS.keys("en").stream()
          .filter(key -> key.startsWith("state."))
          .map(key -> key.substring("state.".length()))
          .sorted()
          .toList();

  private SeatNames() {}

  /**
   * The name of the seat in an interface language; it says what the seat is, not who holds it.
   *
   * @throws IllegalArgumentException if there is no such state or territory
   */
  public static String of(Seat seat, String language) {
    return TEXTS.in(language).get(key(seat), state(seat.state(), language), seat.number());
  }

  /**
   * The name of a state or territory.
   *
   * @param code of the postal service, such as {@code OH}
   * @throws IllegalArgumentException if there is none of this code
   */
  public static String state(String code, String language) {
    return TEXTS.in(language).get("state." + code);
  }

  /** Why an address has no seat, for the person who typed it; empty when it has any. */
  public static Optional<String> why(Match match, String language) {
    return switch (match) {
      case Match.Unmatched(var reason, _) ->
          Optional.of(words(language).get("unmatched." + reason.word()));
      case Match.Matched _, Match.Ambiguous _ -> Optional.empty();
    };
  }

  /** All texts about seats: choosing among districts, and what happens while one is empty. */
  public static Words words(String language) {
    return TEXTS.in(language);
  }

  private static String key(Seat seat) {
    if (seat.isSenate()) {
      return "seat.senate";
    }
    if (DELEGATES.contains(seat.state())) {
      return "seat.delegate";
    }
    return seat.number() == 0 ? "seat.at_large" : "seat.house";
  }
}
