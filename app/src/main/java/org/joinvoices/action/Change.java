package org.joinvoices.action;

/**
 * One field that publishing adds, changes or removes.
 *
 * @param field as named in the folder, for example {@code organization.phone} or {@code es.closing}
 * @param before empty when the field is new
 * @param after empty when the field is gone
 */
public record Change(String field, String before, String after) {

  private static final int SHOWN = 60;

  @Override
  public String toString() {
    if (before.isEmpty()) {
      return "+ " + field + ": " + shortened(after);
    }
    if (after.isEmpty()) {
      return "- " + field + ": " + shortened(before);
    }
    int start = Math.max(0, commonPrefix() - SHOWN / 3);
    return "~ " + field + ": " + excerpt(before, start) + " -> " + excerpt(after, start);
  }

  /** One line, cut for display. */
  static String shortened(String text) {
    String line = text.replace('\n', ' ');
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }

  private static String excerpt(String text, int start) {
    return (start > 0 ? "…" : "") + shortened(text.substring(start));
  }

  private int commonPrefix() {
    int i = 0;
    while (i < before.length() && i < after.length() && before.charAt(i) == after.charAt(i)) {
      i++;
    }
    return i;
  }
}
