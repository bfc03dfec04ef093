package org.joinvoices.delivery.cwc;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.joinvoices.delivery.Chamber;

/**
 * What kind of measure a bill is. The House writes its word in lower case; the Senate writes the
 * usual abbreviation, of which one client says that H.Con.Res has no stop at its end.
 */
public enum BillType {
  HAMDT("H.Amdt."),
  HCONRES("H.Con.Res"),
  HJRES("H.J.Res."),
  HR("H.R."),
  HRES("H.Res."),
  S("S."),
  SAMDT("S.Amdt."),
  SCONRES("S.Con.Res."),
  SJRES("S.J.Res."),
  SRES("S.Res.");

  private final String senateWord;

  BillType(String senateWord) {
    this.senateWord = senateWord;
  }

  /** By the House's word, in any case. */
  public static Optional<BillType> of(String word) {
    return Arrays.stream(values()).filter(type -> type.name().equalsIgnoreCase(word)).findFirst();
  }

  /** The content of the element BillTypeAbbreviation. */
  String word(Chamber chamber) {
    return switch (chamber) {
      case HOUSE -> name().toLowerCase(Locale.ROOT);
      case SENATE -> senateWord;
    };
  }
}
