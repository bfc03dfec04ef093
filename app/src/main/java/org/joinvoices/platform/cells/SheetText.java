package org.joinvoices.platform.cells;

import java.util.regex.Pattern;

/**
 * Text for a cell of a spreadsheet. Programs that open CSV files take a cell that begins with one
 * of these characters for a formula and run it; an apostrophe before it makes it text (OWASP, "CSV
 * Injection").
 */
public final class SheetText {

  /** Also behind spaces and line breaks, and in the full-width forms some programs accept. */
  private static final Pattern FORMULA =
      Pattern.compile(
          "^[\\s\\p{Z}\\p{C}]*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20|%].*", Pattern.DOTALL);

  private SheetText() {}

  public static String safe(String text) {
    boolean odd = !text.isEmpty() && Character.isISOControl(text.charAt(0));
    return odd || FORMULA.matcher(text).matches() ? "'" + text : text;
  }
}
