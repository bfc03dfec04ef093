package org.joinvoices.signing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.joinvoices.action.Action;
import org.joinvoices.platform.web.FormBody;
import org.joinvoices.platform.web.Wish;
import org.joinvoices.signing.Count;
import org.joinvoices.signing.Counts;
import org.joinvoices.signing.EventCodes;
import org.joinvoices.signing.web.Renderings.Place;
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
  private final Counts counts;
  private final Renderings renderings;

  ActionController(ActionBySlug actions, ActionPages pages, EventCodes events, Counts counts) {
    this.actions = actions;
    this.events = events;
    this.counts = counts;
    this.renderings =
        new Renderings(
            place -> pages.render(actions.get(place.slug()), place.language(), place.event()));
  }

  @GetMapping("/actions/{slug}")
  ResponseEntity<byte[]> page(@PathVariable String slug, HttpServletRequest request) {
    Action action = actions.get(slug);
    String language =
        Wish.among(ActionPaths.languages(action).keySet(), request)
            .orElseGet(action::defaultLanguage);
    return page(action, language, request);
  }

  @GetMapping("/{language:[a-z]{2}}/actions/{slug}")
  ResponseEntity<byte[]> page(
      @PathVariable String language, @PathVariable String slug, HttpServletRequest request) {
    actions.requireLanguage(slug, language);
    return page(actions.get(slug), language, request);
  }

  /** A code that does not hold makes no difference to the page, nor work for us. */
  private ResponseEntity<byte[]> page(Action action, String language, HttpServletRequest request) {
    String typed = FormBody.query(request).getOrDefault("event", "");
    String event = events.find(action.id(), typed).orElse("");
    return renderings.answer(new Place(action.slug().value(), language, event), request);
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
