package org.joinvoices.signing;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Domains that may look like another: labels that mix scripts (Unicode UTS 39, "highly
 * restrictive", without Latin beside others), and labels made only of Cyrillic or Greek letters
 * that look Latin.
 */
final class DomainScripts {

  private static final Set<UnicodeScript> NO_SCRIPT =
      EnumSet.of(UnicodeScript.COMMON, UnicodeScript.INHERITED);

  /** Scripts one language writes together. */
  private static final List<Set<UnicodeScript>> TOGETHER =
      List.of(
          EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA),
          EnumSet.of(UnicodeScript.HAN, UnicodeScript.HANGUL),
          EnumSet.of(UnicodeScript.HAN, UnicodeScript.BOPOMOFO));

  /** Cyrillic and Greek small letters drawn as Latin ones; digits and hyphens go with them. */
  private static final Pattern LOOKS_LATIN =
      Pattern.compile(
          "[0-9-\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u04bb"
              + "\u0501\u051b\u051d\u04cf\u043a\u043c\u0442\u03bf\u03b1\u03bd\u03c1\u03b9\u03ba]+");

  private DomainScripts() {}

  static boolean mayDeceive(String domain) {
    return Arrays.stream(domain.toLowerCase(Locale.ROOT).split("\\."))
        .anyMatch(DomainScripts::labelMayDeceive);
  }

  private static boolean labelMayDeceive(String label) {
    Set<UnicodeScript> scripts =
        label.codePoints().mapToObj(UnicodeScript::of).collect(Collectors.toSet());
    scripts.removeAll(NO_SCRIPT);
    boolean mixed =
        scripts.size() > 1 && TOGETHER.stream().noneMatch(known -> known.containsAll(scripts));
    boolean foreign =
        scripts.contains(UnicodeScript.CYRILLIC) || scripts.contains(UnicodeScript.GREEK);
    return mixed || (foreign && LOOKS_LATIN.matcher(label).matches());
  }
}
