package org.joinvoices.platform.web;

import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.joinvoices.platform.clock.CivicClock;

/** Makes the frame of a page; in a demonstration that replays the past, each says so. */
public final class Frames {

  private static final Texts TEXTS = Texts.beside(Frames.class);

  private final CivicClock clock;
  private final URI baseUrl;

  /**
   * @param baseUrl public address of this house without trailing slash
   */
  public Frames(CivicClock clock, URI baseUrl) {
    this.clock = clock;
    this.baseUrl = baseUrl;
  }

  /** The absolute address of a path here, for whoever reads it elsewhere. */
  public String address(String path) {
    return baseUrl + path;
  }

  /**
   * A page anybody may find.
   *
   * @param alternatives the same page in each language it has, language to path
   */
  public Frame open(String language, String title, Map<String, String> alternatives) {
    Words words = TEXTS.in(language);
    return new Frame(
        baseUrl.toString(),
        words,
        title,
        alternatives,
        notice(words),
        true,
        false,
        0,
        Optional.empty());
  }

  /** A page whose address holds a token: no search engine and no referrer learns of it. */
  public Frame secret(String language, String title) {
    return secret(language, title, Map.of());
  }

  /**
   * The same in several languages.
   *
   * @param alternatives language to path, which holds the token
   */
  public Frame secret(String language, String title, Map<String, String> alternatives) {
    Words words = TEXTS.in(language);
    return new Frame(
        baseUrl.toString(),
        words,
        title,
        alternatives,
        notice(words),
        false,
        false,
        0,
        Optional.empty());
  }

  /** A page of the desk, where a cookie keeps one signed in. */
  public Frame desk(String title) {
    Words words = TEXTS.in("en");
    return new Frame(
        baseUrl.toString(), words, title, Map.of(), notice(words), true, true, 0, Optional.empty());
  }

  /** The first page in this language, or in the first of ours. */
  public static String home(String language) {
    return "/" + TEXTS.in(language).language();
  }

  /**
   * One page in every language, language to path.
   *
   * @param path below the language, such as {@code /legislators}; empty text for the first page
   */
  public static Map<String, String> inEach(String path) {
    Map<String, String> paths = new LinkedHashMap<>();
    Texts.LANGUAGES.forEach(language -> paths.put(language, "/" + language + path));
    return paths;
  }

  /**
   * A page whose address names no language, asked for in each: language to path.
   *
   * @param path without a question
   */
  public static Map<String, String> askedIn(Collection<String> languages, String path) {
    Map<String, String> paths = new LinkedHashMap<>();
    languages.forEach(language -> paths.put(language, path + "?in=" + language));
    return paths;
  }

  private Optional<String> notice(Words words) {
    if (!clock.isReplay()) {
      return Optional.empty();
    }
    Formats formats = words.formats();
    return Optional.of(
        words.get("frame.replay", formats.month(clock.today()), formats.date(clock.today())));
  }
}
