package org.joinvoices.signing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.joinvoices.action.Action;
import org.joinvoices.action.ActionBySlug;
import org.joinvoices.platform.web.FormBody;
import org.joinvoices.signing.Count;
import org.joinvoices.signing.Counts;
import org.joinvoices.signing.EventCodes;
import org.joinvoices.signing.Referrals;
import org.joinvoices.signing.web.Renderings.Place;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The action page and its count: the same for everybody, so rendered once and kept for a moment.
 */
@Controller
final class ActionController {

  private final ActionBySlug actions;
  private final EventCodes events;
  private final Referrals referrals;
  private final Counts counts;
  private final Renderings renderings;

  ActionController(
      ActionBySlug actions,
      ActionPages pages,
      EventCodes events,
      Referrals referrals,
      Counts counts) {
    this.actions = actions;
    this.events = events;
    this.referrals = referrals;
    this.counts = counts;
    this.renderings =
        new Renderings(
            place ->
                pages.render(
                    actions.get(place.slug()), place.language(), place.event(), place.source()));
  }

  @GetMapping("/actions/{slug}")
  ResponseEntity<byte[]> page(@PathVariable String slug, HttpServletRequest request) {
    Action action = actions.get(slug);
    return page(action, ActionBySlug.wished(action, request), request);
  }

  @GetMapping("/{language:[a-z]{2}}/actions/{slug}")
  ResponseEntity<byte[]> page(
      @PathVariable String language, @PathVariable String slug, HttpServletRequest request) {
    actions.requireLanguage(slug, language);
    return page(actions.get(slug), language, request);
  }

  /** The same page beside the name of a partner, whose own link it is. */
  @GetMapping("/actions/{slug}/with/{partner}")
  ResponseEntity<byte[]> with(
      @PathVariable String slug, @PathVariable String partner, HttpServletRequest request) {
    Action action = actions.get(slug);
    return with(action, ActionBySlug.wished(action, request), partner, request);
  }

  @GetMapping("/{language:[a-z]{2}}/actions/{slug}/with/{partner}")
  ResponseEntity<byte[]> with(
      @PathVariable String language,
      @PathVariable String slug,
      @PathVariable String partner,
      HttpServletRequest request) {
    actions.requireLanguage(slug, language);
    return with(actions.get(slug), language, partner, request);
  }

  /** Whoever comes by the link of one who is no partner, or no longer, comes to the letter. */
  private ResponseEntity<byte[]> with(
      Action action, String language, String partner, HttpServletRequest request) {
    return referrals
        .partner(action.id(), partner)
        .map(known -> page(action, language, known.word(), request))
        .orElseGet(() -> toLetter(action, language));
  }

  private static ResponseEntity<byte[]> toLetter(Action action, String language) {
    return ResponseEntity.status(HttpStatus.FOUND)
        .location(URI.create(action.path(language)))
        .cacheControl(Renderings.CACHING)
        .build();
  }

  private ResponseEntity<byte[]> page(Action action, String language, HttpServletRequest request) {
    String from = FormBody.query(request).getOrDefault("from", "");
    return page(action, language, from, request);
  }

  /** A code or a link that does not hold makes no difference to the page, nor work for us. */
  private ResponseEntity<byte[]> page(
      Action action, String language, String from, HttpServletRequest request) {
    String typed = FormBody.query(request).getOrDefault("event", "");
    String event = events.find(action.id(), typed).orElse("");
    String source = referrals.find(action.id(), from).orElse("");
    if (request.getMethod().equals("GET")) {
      referrals.visited(action.id(), source);
    }
    return renderings.answer(new Place(action.slug().value(), language, event, source), request);
  }

  @GetMapping(path = "/actions/{slug}/count.json", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> count(@PathVariable String slug) {
    Count count = counts.of(actions.get(slug).id());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("confirmed", count.confirmed());
    json.put("on_paper", count.onPaper());
    json.put("awaiting", count.awaiting());
    json.put("under_review", count.underReview());
    json.put("as_of", count.asOf().truncatedTo(ChronoUnit.MILLIS).toString());
    return ResponseEntity.ok().cacheControl(Renderings.CACHING).body(json);
  }
}
