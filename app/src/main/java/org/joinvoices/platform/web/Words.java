package org.joinvoices.platform.web;

import java.util.Map;

/**
 * Interface texts in one language.
 *
 * @param language BCP 47
 * @param texts by key
 */
public record Words(String language, Map<String, String> texts) {

  /**
   * The text with its arguments filled in; escaping is the template's work.
   *
   * @throws IllegalArgumentException if there is no such key, which a test should have found
   */
  public String get(String key, Object... arguments) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("no text for " + key + " in " + language);
    }
    return arguments.length == 0 ? text : fill(text, arguments);
  }

  /** One pass, so that braces within an argument stay what they are. */
  private static String fill(String text, Object... arguments) {
    var filled = new StringBuilder(text.length() + 32);
    for (int i = 0; i < text.length(); i++) {
      boolean place = text.charAt(i) == '{' && i + 2 < text.length() && text.charAt(i + 2) == '}';
      if (place) {
        filled.append(arguments[text.charAt(i + 1) - '0']);
        i += 2;
      } else {
        filled.append(text.charAt(i));
      }
    }
    return filled.toString();
  }

  /** False for a text left empty on purpose in this language. */
  public boolean has(String key) {
    return !get(key).isEmpty();
  }

  public Formats formats() {
    return Formats.in(language);
  }
}
