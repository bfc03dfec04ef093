package org.joinvoices.action;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a text of an action may contain: plain text, because the same words go onto pages, into XML
 * for offices, into mails and into a printed book.
 */
final class PlainText {

  private static final List<Pattern> MARKUP =
      List.of(
          Pattern.compile("</?[A-Za-z][^>]*>|<!--"),
          Pattern.compile("&(#\\d+|#x\\p{XDigit}+|[A-Za-z]+);"),
          Pattern.compile("!?\\[[^\\]]*\\]\\([^)]*\\)"),
          Pattern.compile("\\*\\*|__|`"),
          Pattern.compile("(?<![\\w*])\\*[^\\s*][^*]*\\*"),
          Pattern.compile("^>.*"),
          Pattern.compile("^(-{3,}|={3,}|\\*{3,})$"));

  private PlainText() {}

  /**
   * The file's text with line ends made alike and without a byte order mark. Characters that may
   * not be there are reported and become spaces, so that reading can go on.
   */
  static String clean(String text, FileFaults faults) {
    String unix = text.replace("\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n');
    StringBuilder clean = new StringBuilder(unix.length());
    int line = 1;
    for (int i = 0; i < unix.length(); i++) {
      char c = unix.charAt(i);
      if (c == '\n') {
        line++;
      } else if (forbidden(c)) {
        faults.at(line, "character " + name(c) + " is not allowed", remedy(c));
        c = ' ';
      }
      clean.append(c);
    }
    return clean.toString();
  }

  /** Adds a fault for markup and forbidden characters in one line of text. */
  static void check(FileFaults faults, int line, String text) {
    text.chars()
        .filter(c -> forbidden((char) c))
        .forEach(
            c ->
                faults.at(
                    line, "character " + name((char) c) + " is not allowed", remedy((char) c)));
    for (Pattern pattern : MARKUP) {
      var found = pattern.matcher(text);
      if (found.find()) {
        faults.at(
            line,
            "markup is not allowed: " + Change.shortened(found.group()),
            "Write plain text; it is also sent as XML and printed.");
      }
    }
  }

  /** Control characters, and what turns the direction of text around: U+202A-202E, U+2066-2069. */
  private static boolean forbidden(char c) {
    return Character.isISOControl(c)
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2066' && c <= '\u2069')
        || c == '\uFFFD';
  }

  private static String name(char c) {
    return "U+%04X".formatted((int) c);
  }

  private static String remedy(char c) {
    return switch (c) {
      case '\uFFFD' -> "Save the file as UTF-8.";
      case '\t' -> "Write spaces instead of a tab.";
      default -> "Delete it; it may be invisible in your editor.";
    };
  }
}
