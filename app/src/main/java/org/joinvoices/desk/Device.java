package org.joinvoices.desk;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What kind of browser somebody uses, in words that tell it from their others, and no more. */
final class Device {

  /** In this order: most browsers also claim to be those below them. */
  private static final Map<String, String> BROWSERS =
      ordered(
          "edg/", "Edge",
          "edga/", "Edge",
          "edgios/", "Edge",
          "opr/", "Opera",
          "samsungbrowser/", "Samsung Internet",
          "fxios/", "Firefox",
          "firefox/", "Firefox",
          "crios/", "Chrome",
          "headlesschrome/", "Chrome",
          "chrome/", "Chrome",
          "safari/", "Safari");

  private static final Map<String, String> SYSTEMS =
      ordered(
          "iphone", "an iPhone",
          "ipad", "an iPad",
          "android", "Android",
          "windows", "Windows",
          "mac os x", "a Mac",
          "cros", "ChromeOS",
          "linux", "Linux");

  private Device() {}

  /**
   * @param userAgent header of a request, whatever it says
   * @return such as "Firefox on Windows"
   */
  static String of(Optional<String> userAgent) {
    String agent = userAgent.orElse("").toLowerCase(Locale.ROOT);
    String browser = first(BROWSERS, agent).orElse("A browser");
    return first(SYSTEMS, agent).map(system -> browser + " on " + system).orElse(browser);
  }

  private static Optional<String> first(Map<String, String> words, String agent) {
    return words.entrySet().stream()
        .filter(word -> agent.contains(word.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static Map<String, String> ordered(String... pairs) {
    var map = new java.util.LinkedHashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
