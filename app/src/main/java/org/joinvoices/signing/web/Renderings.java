package org.joinvoices.signing.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.function.Function;
import org.joinvoices.platform.web.Answers;
import org.joinvoices.platform.web.Rendering;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Pages that are the same for everybody: rendered once, kept for a moment, told apart by a tag. */
final class Renderings {

  /**
   * A page of one letter in one language.
   *
   * @param event code of an event that it is open for; empty text for none
   * @param source name of the link by which one comes; as before
   */
  record Place(String slug, String language, String event, String source) {

    static Place of(String slug, String language) {
      return new Place(slug, language, "", "");
    }
  }

  /** A count may be five seconds old; a shared cache may show it while it fetches the next. */
  static final CacheControl CACHING =
      CacheControl.maxAge(Duration.ofSeconds(5))
          .cachePublic()
          .staleWhileRevalidate(Duration.ofSeconds(30));

  private final LoadingCache<Place, Rendering> known;

  Renderings(Function<Place, String> page) {
    this.known =
        Caffeine.newBuilder()
            .maximumSize(200)
            .expireAfterWrite(Duration.ofSeconds(1))
            .build(place -> Rendering.of(page.apply(place)));
  }

  ResponseEntity<byte[]> answer(Place place, HttpServletRequest request) {
    return answer(known.get(place), place.language(), request);
  }

  /** A page that few read, made for this request alone. */
  static ResponseEntity<byte[]> once(String html, String language, HttpServletRequest request) {
    return answer(Rendering.of(html), language, request);
  }

  private static ResponseEntity<byte[]> answer(
      Rendering rendering, String language, HttpServletRequest request) {
    var answer =
        ResponseEntity.ok()
            .contentType(Answers.HTML)
            .header(HttpHeaders.CONTENT_LANGUAGE, language)
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
            .cacheControl(CACHING);
    return rendering.end(answer, request);
  }
}
