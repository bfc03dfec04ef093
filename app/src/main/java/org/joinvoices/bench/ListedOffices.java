package org.joinvoices.bench;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every office that some states can have, as the gateways list them. */
public final class ListedOffices {

  /** More than any state has; an office that nobody holds is written to by nobody. */
  private static final int MOST_DISTRICTS = 60;

  private static final int CLASSES = 3;

  private ListedOffices() {}

  /**
   * Of the House, as JSON.
   *
   * @param states USPS codes
   */
  public static String ofHouse(List<String> states) {
    return codes("H", 0, MOST_DISTRICTS, states)
        .map("\"%s\""::formatted)
        .collect(joining(",", "[", "]"));
  }

  /** As {@link #ofHouse}, of the Senate. */
  public static String ofSenate(List<String> states) {
    return codes("S", 1, CLASSES, states)
        .map("{\"office_code\":\"%s\"}"::formatted)
        .collect(joining(",", "[", "]"));
  }

  private static Stream<String> codes(String chamber, int first, int last, List<String> states) {
    return states.stream()
        .flatMap(
            state ->
                IntStream.rangeClosed(first, last)
                    .mapToObj(number -> "%s%s%02d".formatted(chamber, state, number)));
  }
}
