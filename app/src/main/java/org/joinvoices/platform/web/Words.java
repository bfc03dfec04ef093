package org.joinvoices.platform.web;

import com.ibm.icu.text.MessageFormat;
import java.util.Arrays;
import java.util.Map;

/**
 * Interface texts in one language.
 *
 * @param language BCP 47
 * @param texts by key
 */
public record Words(String language, Map<String, String> texts) {

  /** What a text holds whose words depend on a number. */
  private static final String PLURAL = ", plural,";

  private static final char FIRST_STRONG_ISOLATE = '\u2068';
  private static final char POP_DIRECTIONAL_ISOLATE = '\u2069';

  /**
   * The text with its arguments filled in; escaping is the template's work.
   *
   * <p>{@code {0}} stands for the first argument as it is. Where words depend on a number, the text
   * says so as ICU does, {@code {0, plural, one {# day} other {# days}}}, with each form that its
   * language has, and the argument is a {@link Number}.
   *
   * @throws IllegalArgumentException if there is no such key, or no number where one decides, which
   *     a test should have found
   */
  public String get(String key, Object... arguments) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("no text for " + key + " in " + language);
    }
    Object[] shown = isRightToLeft() ? isolated(arguments) : arguments;
    if (isPlural(text)) {
      return new MessageFormat(text, formats().locale()).format(shown);
    }
    return shown.length == 0 ? text : fill(text, shown);
  }

  private boolean isRightToLeft() {
    return direction().equals("rtl");
  }

  /**
   * Names and dates of the other direction keep together, with their full stops and brackets
   * (Unicode Standard Annex 9, isolates). Links stay bare, because programs read them to their end.
   */
  private static Object[] isolated(Object... arguments) {
    return Arrays.stream(arguments)
        .map(
            argument ->
                argument instanceof String text && !text.startsWith("http") && !text.isEmpty()
                    ? FIRST_STRONG_ISOLATE + text + POP_DIRECTIONAL_ISOLATE
                    : argument)
        .toArray();
  }

  /** Whether words of the text depend on a number. */
  static boolean isPlural(String text) {
    return text.contains(PLURAL);
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

  /** Which way the language is read, as HTML says it: {@code ltr} or {@code rtl}. */
  public String direction() {
    return Formats.direction(language);
  }
}
