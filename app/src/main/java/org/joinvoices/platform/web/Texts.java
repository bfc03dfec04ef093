package org.joinvoices.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * The interface texts of one package in every language of this house: {@code texts_en.properties}
 * and so on, UTF-8, in the resources beside the package. {@code {0}} stands for the first argument;
 * nothing else is special.
 */
public final class Texts {

  /** Languages of the interface, BCP 47; letters may have others or fewer. */
  public static final List<String> LANGUAGES = List.of("en", "es", "ar");

  private final Map<String, Map<String, String>> byLanguage;

  private Texts(Map<String, Map<String, String>> byLanguage) {
    this.byLanguage = byLanguage;
  }

  /**
   * The texts in the resources of {@code anchor}'s package.
   *
   * @throws IllegalStateException if a language is missing
   */
  public static Texts beside(Class<?> anchor) {
    return new Texts(
        LANGUAGES.stream().collect(toUnmodifiableMap(l -> l, language -> load(anchor, language))));
  }

  /** The texts of a package that speaks English only, such as an organizer's desk. */
  public static Words english(Class<?> anchor) {
    return new Words("en", load(anchor, "en"));
  }

  private static Map<String, String> load(Class<?> anchor, String language) {
    var texts = new Properties();
    try (var file = anchor.getResourceAsStream("texts_" + language + ".properties")) {
      if (file == null) {
        throw new IllegalStateException("no texts in " + language + " beside " + anchor);
      }
      texts.load(new InputStreamReader(file, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts.stringPropertyNames().stream()
        .collect(toUnmodifiableMap(key -> key, texts::getProperty));
  }

  /** The texts in one language, in the first of {@link #LANGUAGES} if it is none of ours. */
  public Words in(String language) {
    String known = LANGUAGES.contains(language) ? language : LANGUAGES.getFirst();
    return new Words(known, byLanguage.getOrDefault(known, Map.of()));
  }

  /** Every key of a language, so that a test can compare languages. */
  public Set<String> keys(String language) {
    return byLanguage.getOrDefault(language, Map.of()).keySet();
  }
}
