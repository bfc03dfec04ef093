package org.joinvoices.site;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.SeatNames;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.web.Answers;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.platform.web.Pages;
import org.joinvoices.platform.web.Words;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who speaks for a place on a day.
 *
 * <p>The question is a GET, so that it can be linked to, kept as a bookmark and asked by a form on
 * another site. Its address holds a ZIP code: no cache, log, search engine or referrer gets it, and
 * it is not stored.
 */
@Controller
final class LegislatorsController {

  private static final CacheControl FOR_ALL =
      CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

  private final Districts districts;
  private final CivicClock clock;
  private final LegislatorsPage page;

  LegislatorsController(Districts districts, CivicClock clock, Frames frames, Pages pages) {
    this.districts = districts;
    this.clock = clock;
    this.page = new LegislatorsPage(districts, frames, pages);
  }

  @GetMapping("/legislators")
  ResponseEntity<String> page(@RequestParam Map<String, String> query) {
    return page("en", query);
  }

  @GetMapping("/{language:[a-z]{2}}/legislators")
  ResponseEntity<String> page(
      @PathVariable String language, @RequestParam Map<String, String> query) {
    if (!LegislatorsPage.PATHS.containsKey(language)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    PlaceForm form = PlaceForm.read(query);
    Optional<Lookup> lookup = lookup(form);
    boolean refused = !form.faults().isEmpty() || lookup.filter(Lookup::isRefused).isPresent();
    var answer =
        query.isEmpty()
            ? ResponseEntity.ok().contentType(Answers.HTML).cacheControl(FOR_ALL)
            : Answers.secret(refused ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    return answer.body(page.render(language, form, lookup));
  }

  @GetMapping("/legislators.json")
  ResponseEntity<String> json(@RequestParam Map<String, String> query) {
    Map<String, String> asked = new TreeMap<>(query);
    asked.putIfAbsent("zip", "");
    PlaceForm form = PlaceForm.read(asked);
    Optional<Lookup> lookup = lookup(form);
    if (lookup.filter(Lookup::isRefused).isPresent()) {
      return refused(Map.of("seat", SeatNames.words("en").get("choose.refused")));
    }
    return lookup
        .map(one -> json(HttpStatus.OK, LegislatorsAnswer.of(one, districts)))
        .orElseGet(() -> refused(inWords(form.faults())));
  }

  private Optional<Lookup> lookup(PlaceForm form) {
    return form.asked() && form.faults().isEmpty()
        ? Optional.of(Lookup.of(form, districts, clock.today()))
        : Optional.empty();
  }

  private static Map<String, String> inWords(Map<String, String> faults) {
    Words words = LegislatorsPage.TEXTS.in("en");
    Map<String, String> said = new TreeMap<>(faults);
    said.replaceAll((_, key) -> words.get(key));
    return said;
  }

  private static ResponseEntity<String> refused(Map<String, String> faults) {
    return json(HttpStatus.UNPROCESSABLE_CONTENT, Map.of("faults", faults));
  }

  private static ResponseEntity<String> json(HttpStatus status, Object body) {
    return Answers.secret(status)
        .contentType(MediaType.APPLICATION_JSON)
        .body(JsonMapper.shared().writeValueAsString(body));
  }
}
