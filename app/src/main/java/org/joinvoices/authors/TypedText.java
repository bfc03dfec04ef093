package org.joinvoices.authors;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A text as somebody typed it into a form of the room or about it, and what is wrong with it.
 *
 * @param text without what stands around it; kept also where it cannot be taken
 */
public record TypedText(String text, Optional<Fault> fault) {

  /** What can be wrong. */
  public enum Fault {
    MISSING,
    TOO_LONG,
    /** No text, or characters with which a text can show what it is not. */
    UNREADABLE;

    /** As the keys of texts spell it. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Characters of a name, of the reason for a pause, and of the answer to that. */
  public static final int LONGEST_NAME = 100;

  public static final int LONGEST_REASON = 500;
  public static final int LONGEST_ANSWER = 500;

  private static final Pattern UNREADABLE =
      Pattern.compile("[\\p{Cc}&&[^\\n]]|[\uFFFD\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]");

  /** Where nothing was typed yet: nothing is wrong. */
  public static final TypedText NONE = new TypedText("", Optional.empty());

  /** The name that authors go by: one line. */
  public static TypedText name(String typed) {
    return of(typed.replaceAll("\\s+", " "), LONGEST_NAME);
  }

  /** Why they ask for a pause. */
  public static TypedText reason(String typed) {
    return of(lines(typed), LONGEST_REASON);
  }

  /** What they are answered. */
  public static TypedText answer(String typed) {
    return of(lines(typed), LONGEST_ANSWER);
  }

  private static String lines(String typed) {
    return typed.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
  }

  private static TypedText of(String typed, int longest) {
    String text = typed.strip();
    if (text.isEmpty()) {
      return new TypedText(text, Optional.of(Fault.MISSING));
    }
    if (UNREADABLE.matcher(text).find()) {
      return new TypedText(text, Optional.of(Fault.UNREADABLE));
    }
    return text.codePointCount(0, text.length()) > longest
        ? new TypedText(text, Optional.of(Fault.TOO_LONG))
        : new TypedText(text, Optional.empty());
  }

  /** Authors may be at risk: what they type is printed nowhere by chance. */
  @Override
  public String toString() {
    return "TypedText[hidden]";
  }
}
