package org.joinvoices.signing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody typed, for showing it to them again: the known fields only, unchanged except that
 * characters no page can carry are left out. Not safe to show without escaping.
 */
public record Typed(Map<String, String> values) {

  /**
   * The form as it is first shown: for sending, counted only, in the United States, nothing ticked.
   * What {@code act} says only shows or hides fields: what is agreed to is told by the button.
   */
  public static final Typed NOTHING =
      new Typed(Map.of("act", "send", "country", "US", "display", "count_only"));

  /** Longer texts are cut; the error at the field says that it was too long. */
  private static final int LONGEST = 20_000;

  public Typed {
    values = Map.copyOf(values);
  }

  /**
   * As {@link #NOTHING}, for whoever comes by a link that the form carries on.
   *
   * @param event code of an event; empty text for none
   * @param source name of a link; as before
   */
  public static Typed carrying(String event, String source) {
    Map<String, String> values = new HashMap<>(NOTHING.values());
    values.put("event_code", event);
    values.put("source", source);
    return new Typed(values);
  }

  static Typed of(Map<String, List<String>> fields) {
    Map<String, String> values = new HashMap<>(NOTHING.values());
    for (String field : SignForm.FIELDS) {
      List<String> given = fields.getOrDefault(field, List.of());
      if (!given.isEmpty()) {
        values.put(field, showable(given.getFirst()));
      }
    }
    return new Typed(values);
  }

  /** The value of a text field or choice; empty text when none was given. */
  public String value(String field) {
    return values.getOrDefault(field, "");
  }

  /** Whether a box was ticked. */
  public boolean isOn(String field) {
    return FormFields.YES.contains(value(field));
  }

  private static String showable(String text) {
    if (text.length() <= LONGEST && PlainText.isPlain(text)) {
      return text;
    }
    return text.codePoints()
        .limit(LONGEST)
        .filter(c -> PlainText.isLineBreak(c) || !PlainText.isUnshowable(c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Override
  public String toString() {
    return "Typed[hidden]";
  }
}
