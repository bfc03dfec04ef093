package org.joinvoices.delivery.packet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Numbers as people write them: {@code 1 to 13, 15, 17 to 20}. */
public final class Ranges {

  private Ranges() {}

  /**
   * @param numbers rising
   * @return empty text where there is none
   */
  public static String of(IntStream numbers) {
    List<String> ranges = new ArrayList<>();
    int first = 0;
    int last = 0;
    for (int number : numbers.toArray()) {
      if (first != 0 && number == last + 1) {
        last = number;
        continue;
      }
      if (first != 0) {
        ranges.add(range(first, last));
      }
      first = number;
      last = number;
    }
    if (first != 0) {
      ranges.add(range(first, last));
    }
    return String.join(", ", ranges);
  }

  private static String range(int first, int last) {
    return first == last ? Integer.toString(first) : first + " to " + last;
  }
}
