package org.joinvoices.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.util.Bytes;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import org.joinvoices.action.Action;
import org.joinvoices.action.ActionBySlug;
import org.joinvoices.action.LetterMark;
import org.joinvoices.action.Slug;
import org.joinvoices.delivery.Handouts;
import org.joinvoices.platform.crypto.Sha256;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** What shows a letter elsewhere: the same for everybody, so made once and kept for a day. */
@Controller
final class HandoutController {

  private static final CacheControl CACHING = CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

  /** Each takes some tens of thousands of bytes. */
  private static final int MOST = 100;

  /** All of a letter that shows. */
  private record Shown(
      Slug slug,
      String language,
      LetterMark words,
      List<String> authors,
      String organization,
      ZonedDateTime deadline) {

    static Shown of(Action action, String language) {
      return new Shown(
          action.slug(),
          language,
          action.letter().mark(),
          action.authors(),
          action.organization().name(),
          action.deadline());
    }
  }

  /** Something made of a letter, with what tells it from others. */
  private record Made(Bytes bytes, String tag) {

    static Made of(Bytes bytes) {
      return new Made(bytes, '"' + Sha256.hex(bytes.toByteArray()) + '"');
    }
  }

  private final ActionBySlug actions;
  private final Handouts handouts;
  private final Cache<Shown, Made> pictures = Caffeine.newBuilder().maximumSize(MOST).build();
  private final Cache<Shown, Made> posters = Caffeine.newBuilder().maximumSize(MOST).build();

  HandoutController(ActionBySlug actions, Handouts handouts) {
    this.actions = actions;
    this.handouts = handouts;
  }

  @GetMapping("/actions/{slug}/picture.png")
  ResponseEntity<byte[]> picture(@PathVariable String slug) {
    Action action = actions.get(slug);
    return picture(action, action.defaultLanguage());
  }

  @GetMapping("/{language:[a-z]{2}}/actions/{slug}/picture.png")
  ResponseEntity<byte[]> picture(@PathVariable String language, @PathVariable String slug) {
    return picture(actions.get(slug), language);
  }

  private ResponseEntity<byte[]> picture(Action action, String language) {
    requireLanguage(action, language);
    Made picture =
        pictures.get(
            Shown.of(action, language), key -> Made.of(handouts.picture(action, language)));
    return answer(picture, MediaType.IMAGE_PNG).body(picture.bytes().toByteArray());
  }

  @GetMapping("/actions/{slug}/poster.pdf")
  ResponseEntity<byte[]> poster(@PathVariable String slug) {
    Action action = actions.get(slug);
    return poster(action, action.defaultLanguage());
  }

  @GetMapping("/{language:[a-z]{2}}/actions/{slug}/poster.pdf")
  ResponseEntity<byte[]> poster(@PathVariable String language, @PathVariable String slug) {
    return poster(actions.get(slug), language);
  }

  private ResponseEntity<byte[]> poster(Action action, String language) {
    requireLanguage(action, language);
    Made poster =
        posters.get(Shown.of(action, language), key -> Made.of(handouts.poster(action, language)));
    String file = "%s-poster-%s.pdf".formatted(action.slug(), language);
    return answer(poster, MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename(file).build().toString())
        .body(poster.bytes().toByteArray());
  }

  private static ResponseEntity.BodyBuilder answer(Made made, MediaType type) {
    return ResponseEntity.ok().contentType(type).cacheControl(CACHING).eTag(made.tag());
  }

  private static void requireLanguage(Action action, String language) {
    if (!action.pageLanguages().contains(language)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }
}
