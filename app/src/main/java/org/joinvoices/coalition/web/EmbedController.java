package org.joinvoices.coalition.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.joinvoices.action.Action;
import org.joinvoices.action.ActionBySlug;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.switches.Switchboard;
import org.joinvoices.platform.web.Answers;
import org.joinvoices.platform.web.EmbedSettings;
import org.joinvoices.platform.web.FormBody;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.platform.web.Packed;
import org.joinvoices.platform.web.Pages;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.Counts;
import org.joinvoices.signing.Referrals;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** A letter as a frame for pages of those sites that the operator lists. */
@Controller
final class EmbedController {

  private static final CacheControl CACHING =
      CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

  private final ActionBySlug actions;
  private final Referrals referrals;
  private final Counts counts;
  private final CivicClock clock;
  private final Frames frames;
  private final Pages pages;
  private final EmbedSettings embed;
  private final Switchboard switches;
  private final LoadingCache<Place, Packed> known;

  /** One frame: the same for everybody. */
  private record Place(String slug, String language, String source) {}

  EmbedController(
      ActionBySlug actions,
      Referrals referrals,
      Counts counts,
      CivicClock clock,
      Frames frames,
      Pages pages,
      EmbedSettings embed,
      Switchboard switches) {
    this.actions = actions;
    this.referrals = referrals;
    this.counts = counts;
    this.clock = clock;
    this.frames = frames;
    this.pages = pages;
    this.embed = embed;
    this.switches = switches;
    this.known =
        Caffeine.newBuilder()
            .maximumSize(200)
            .expireAfterWrite(Duration.ofSeconds(1))
            .build(place -> Packed.of(render(place).getBytes(UTF_8)));
  }

  @GetMapping("/embed/actions/{slug}")
  ResponseEntity<byte[]> frame(@PathVariable String slug, HttpServletRequest request) {
    return frame(actions.get(slug), null, request);
  }

  @GetMapping("/{language:[a-z]{2}}/embed/actions/{slug}")
  ResponseEntity<byte[]> frame(
      @PathVariable String language, @PathVariable String slug, HttpServletRequest request) {
    return frame(actions.get(slug), language, request);
  }

  private ResponseEntity<byte[]> frame(
      Action action, @Nullable String asked, HttpServletRequest request) {
    String language =
        Embedded.language(action, asked)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Map<String, String> query = FormBody.query(request);
    String source = referrals.find(action.id(), query.getOrDefault("from", "")).orElse("");
    var answer =
        ResponseEntity.ok()
            .contentType(Answers.HTML)
            .header(HttpHeaders.CONTENT_LANGUAGE, language)
            .header("X-Robots-Tag", "noindex")
            .cacheControl(CACHING);
    var place = new Place(action.slug().value(), language, source);
    return Answers.framed(known.get(place).end(answer, request), embed.hosts());
  }

  private String render(Place place) {
    Action action = actions.get(place.slug());
    var embedded = new Embedded(action, place.language(), place.source());
    Words words = PartnerExportController.TEXTS.in(place.language());
    String title = action.letter().in(place.language()).title();
    return pages.render(
        "coalition/web/embed.jte",
        new EmbedView(
            frames.open(place.language(), title, Map.of()),
            words,
            embed.hosts(),
            action,
            embedded.path(referrals),
            place.source().isEmpty()
                ? Optional.empty()
                : referrals.partner(action.id(), place.source()),
            counts.of(action.id()),
            switches.findSigning(action.id().value()).isPresent(),
            clock.instant()));
  }
}
