package org.joinvoices.delivery.print;

/** Numbers as PDF writes them: no exponents, three decimals at most. */
final class Numbers {

  private static final int THOUSAND = 1000;

  private Numbers() {}

  static void write(StringBuilder out, float number) {
    long thousandths = Math.round((double) number * THOUSAND);
    if (thousandths < 0) {
      out.append('-');
    }
    long size = Math.abs(thousandths);
    out.append(size / THOUSAND);
    if (size % THOUSAND != 0) {
      out.append('.');
      out.append(Long.toString(THOUSAND + size % THOUSAND), 1, 4);
    }
  }
}
