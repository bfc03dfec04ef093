package org.joinvoices.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Whether every text of the interface is there in each language, takes the same arguments
 * everywhere and is used; asked of the program itself, so that any build can tell.
 */
public final class TextsCheck {

  private static final String PROGRAM = "org/joinvoices/";
  private static final Pattern FILE =
      Pattern.compile(".*/(" + PROGRAM + ".*)/texts_([a-z]{2})\\.properties");

  /** An argument's place, plain or with forms that depend on it. */
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)(}|, plural,)");

  /** Numbers up to which each must find its form; languages have no other forms for larger ones. */
  private static final int NUMBERS = 200;

  /** The desk speaks English only. */
  private static final String DESK = PROGRAM + "desk";

  /**
   * What was found.
   *
   * @param texts how many there are in the first language
   * @param faults a sentence each
   */
  public record Found(int texts, List<String> faults) {

    public Found {
      faults = List.copyOf(faults);
    }
  }

  private TextsCheck() {}

  /** Looks through the texts and classes of this program. */
  public static Found run() {
    try {
      var program = new PathMatchingResourcePatternResolver();
      var uses = new TextUses();
      for (Resource read : program.getResources("classpath*:" + PROGRAM + "**/*.class")) {
        uses.add(read.getContentAsByteArray());
      }
      Map<String, Map<String, Map<String, String>>> bundles = new TreeMap<>();
      for (Resource read :
          program.getResources("classpath*:" + PROGRAM + "**/texts_*.properties")) {
        Matcher file = FILE.matcher(read.getURL().toString());
        if (file.matches()) {
          bundles
              .computeIfAbsent(file.group(1), any -> new TreeMap<>())
              .put(file.group(2), texts(read));
        }
      }
      return check(bundles, Texts.LANGUAGES, uses);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param bundles place to language to key to text
   * @param required languages that each place must have, the first of which is the measure
   */
  static Found check(
      Map<String, Map<String, Map<String, String>>> bundles, List<String> required, TextUses uses) {
    List<String> faults = new ArrayList<>();
    Set<String> known = new TreeSet<>();
    bundles.forEach(
        (place, languages) -> {
          Map<String, String> first = languages.getOrDefault(required.getFirst(), Map.of());
          known.addAll(first.keySet());
          for (String language : place.startsWith(DESK) ? List.<String>of() : required) {
            compare(place, language, first, languages.getOrDefault(language, Map.of()), faults);
          }
          first.keySet().stream()
              .filter(key -> !uses.has(key))
              .sorted()
              .forEach(key -> faults.add("%s: %s is used nowhere".formatted(place, key)));
        });
    new TreeSet<>(uses.named())
        .stream()
            .filter(key -> !known.contains(key) && isOfAGroup(key, known))
            .forEach(key -> faults.add("%s is asked for and stands nowhere".formatted(key)));
    return new Found(
        bundles.values().stream()
            .mapToInt(one -> one.getOrDefault(required.getFirst(), Map.of()).size())
            .sum(),
        faults);
  }

  /** Constants that look like keys may be others, such as names of settings. */
  private static boolean isOfAGroup(String key, Set<String> known) {
    String group = key.substring(0, key.indexOf('.') + 1);
    return known.stream().anyMatch(other -> other.startsWith(group));
  }

  private static void compare(
      String place,
      String language,
      Map<String, String> first,
      Map<String, String> texts,
      List<String> faults) {
    for (String key : new TreeSet<>(first.keySet())) {
      String text = texts.get(key);
      if (text == null) {
        faults.add("%s: %s lacks %s".formatted(place, language, key));
      } else if (!places(text).equals(places(first.getOrDefault(key, "")))) {
        faults.add("%s: %s of %s takes other arguments".formatted(place, key, language));
      } else if (Words.isPlural(text)) {
        unformed(text, language)
            .ifPresent(
                form -> faults.add("%s: %s of %s has no %s".formatted(place, key, language, form)));
      }
    }
    texts.keySet().stream()
        .filter(key -> !first.containsKey(key))
        .sorted()
        .forEach(key -> faults.add("%s: %s stands in %s alone".formatted(place, key, language)));
  }

  private static Set<String> places(String text) {
    return PLACE.matcher(text).results().map(found -> found.group(1)).collect(toSet());
  }

  /** The first form that its language needs for a number and the text has not. */
  private static Optional<String> unformed(String text, String language) {
    var rules = PluralRules.forLocale(ULocale.forLanguageTag(language));
    for (Set<String> forms : forms(text)) {
      for (int number = 0; number < NUMBERS; number++) {
        String form = rules.select(number);
        if (!forms.contains(form) && !forms.contains("=" + number)) {
          return Optional.of("form “" + form + "”, as for " + number);
        }
      }
    }
    return Optional.empty();
  }

  /** The forms of each number on which words of the text depend. */
  private static List<Set<String>> forms(String text) {
    var pattern = new MessagePattern(text);
    Map<Integer, Set<String>> forms = new TreeMap<>();
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < pattern.countParts(); i++) {
      MessagePattern.Part part = pattern.getPart(i);
      switch (part.getType()) {
        case ARG_START -> open.push(i);
        case ARG_LIMIT -> open.pop();
        case ARG_SELECTOR ->
            forms
                .computeIfAbsent(open.element(), any -> new TreeSet<>())
                .add(pattern.getSubstring(part));
        default -> {}
      }
    }
    return List.copyOf(forms.values());
  }

  private static Map<String, String> texts(Resource file) throws IOException {
    var texts = new Properties();
    try (var reader = new InputStreamReader(file.getInputStream(), UTF_8)) {
      texts.load(reader);
    }
    Map<String, String> byKey = new TreeMap<>();
    texts.stringPropertyNames().forEach(key -> byKey.put(key, texts.getProperty(key)));
    return byKey;
  }
}
