package org.joinvoices.action;

import java.util.List;
import java.util.Optional;

/**
 * A bill or resolution of Congress that a letter speaks of.
 *
 * @param congress its number, for example 117 (2021 and 2022)
 * @param type one of {@link #TYPES}, as the House spells it; the Senate's spelling is its gateway's
 *     affair
 * @param number within its type
 */
public record Bill(int congress, String type, int number) {

  /** Source: CWC 2.0 (House profile), element BillTypeAbbreviation. */
  public static final List<String> TYPES =
      List.of("hr", "s", "hres", "sres", "hjres", "sjres", "hconres", "sconres", "hamdt", "samdt");

  /**
   * @throws IllegalArgumentException if the type is none, or a number is not from 1 on
   */
  public Bill {
    if (!TYPES.contains(type) || congress < 1 || number < 1) {
      throw new IllegalArgumentException("not a bill: " + congress + " " + type + " " + number);
    }
  }

  static Optional<String> type(String word) {
    return Optional.of(word).filter(TYPES::contains);
  }
}
