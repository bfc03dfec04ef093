package org.joinvoices.signing.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.joinvoices.platform.web.Answers;
import org.joinvoices.signing.Count;
import org.joinvoices.signing.Counts;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * The action page and its count: the same for everybody, so rendered once and kept for a moment.
 */
@Controller
final class ActionController {

  /** A count may be five seconds old; a shared cache may show it while it fetches the next. */
  private static final CacheControl CACHING =
      CacheControl.maxAge(Duration.ofSeconds(5))
          .cachePublic()
          .staleWhileRevalidate(Duration.ofSeconds(30));

  private record Place(String slug, String language) {}

  /**
   * @param tag weak, because compression changes the bytes on the way
   */
  private record Rendering(String html, String tag) {}

  private final ActionBySlug actions;
  private final Counts counts;
  private final LoadingCache<Place, Rendering> renderings;

  ActionController(ActionBySlug actions, ActionPages pages, Counts counts) {
    this.actions = actions;
    this.counts = counts;
    this.renderings =
        Caffeine.newBuilder()
            .maximumSize(200)
            .expireAfterWrite(Duration.ofSeconds(1))
            .build(place -> render(pages, place));
  }

  private Rendering render(ActionPages pages, Place place) {
    String html = pages.render(actions.get(place.slug()), place.language());
    return new Rendering(html, "W/\"" + DigestUtils.md5DigestAsHex(html.getBytes(UTF_8)) + '"');
  }

  @GetMapping("/actions/{slug}")
  ResponseEntity<String> page(@PathVariable String slug) {
    return answer(new Place(slug, actions.get(slug).defaultLanguage()));
  }

  @GetMapping("/{language:[a-z]{2}}/actions/{slug}")
  ResponseEntity<String> page(@PathVariable String language, @PathVariable String slug) {
    if (!ActionPaths.languages(actions.get(slug)).containsKey(language)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return answer(new Place(slug, language));
  }

  private ResponseEntity<String> answer(Place place) {
    Rendering rendering = renderings.get(place);
    return ResponseEntity.ok()
        .contentType(Answers.HTML)
        .header(HttpHeaders.CONTENT_LANGUAGE, place.language())
        .cacheControl(CACHING)
        .eTag(rendering.tag())
        .body(rendering.html());
  }

  @GetMapping(path = "/actions/{slug}/count.json", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> count(@PathVariable String slug) {
    Count count = counts.of(actions.get(slug).id());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("confirmed", count.confirmed());
    json.put("awaiting", count.awaiting());
    json.put("as_of", count.asOf().truncatedTo(ChronoUnit.MILLIS).toString());
    return ResponseEntity.ok().cacheControl(CACHING).body(json);
  }
}
