package org.joinvoices.districts;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joinvoices.platform.web.Digits;

/** The five digits of a ZIP code; the four more of ZIP+4 are accepted and dropped. */
record Zip(int number) implements Comparable<Zip> {

  /** One more than the highest ZIP code. */
  static final int COUNT = 100_000;

  private static final Pattern FORM = Pattern.compile("([0-9]{5})(-?[0-9]{4})?");

  static Optional<Zip> parse(String typed) {
    Matcher form = FORM.matcher(Digits.latin(typed).strip());
    return form.matches()
        ? Optional.of(new Zip(Integer.parseInt(form.group(1))))
        : Optional.empty();
  }

  /** First three digits: the sorting centre, which serves one region. */
  int region() {
    return number / 100;
  }

  /**
   * Armed forces abroad: 090 to 098 Europe, 340 Americas, 962 to 966 Pacific (USPS Publication 28,
   * section 238). Such an address says nothing about where its holder votes.
   */
  boolean isMilitary() {
    int region = region();
    return region / 10 == 9 || region == 340 || (region >= 962 && region <= 966);
  }

  @Override
  public int compareTo(Zip other) {
    return Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return "%05d".formatted(number);
  }
}
