package org.joinvoices.site;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.Position;
import org.joinvoices.districts.SeatNames;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.web.Answers;
import org.joinvoices.platform.web.EmbedSettings;
import org.joinvoices.platform.web.FormBody;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.platform.web.Pages;
import org.joinvoices.platform.web.Texts;
import org.joinvoices.platform.web.Wish;
import org.joinvoices.platform.web.Words;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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
  private final EmbedSettings embed;

  LegislatorsController(
      Districts districts, CivicClock clock, Frames frames, Pages pages, EmbedSettings embed) {
    this.districts = districts;
    this.clock = clock;
    this.page = new LegislatorsPage(districts, frames, pages);
    this.embed = embed;
  }

  @GetMapping("/legislators")
  ResponseEntity<String> page(HttpServletRequest request) {
    return page(wished(request), request);
  }

  @GetMapping("/{language:[a-z]{2}}/legislators")
  ResponseEntity<String> page(@PathVariable String language, HttpServletRequest request) {
    return Answers.locating(page(language, request, false));
  }

  /** The same within a page of another site, if the operator lists it. */
  @GetMapping("/embed/legislators")
  ResponseEntity<String> embedded(HttpServletRequest request) {
    return embedded(wished(request), request);
  }

  @GetMapping("/{language:[a-z]{2}}/embed/legislators")
  ResponseEntity<String> embedded(@PathVariable String language, HttpServletRequest request) {
    return Answers.framed(page(language, request, true), embed.hosts());
  }

  private ResponseEntity<String> page(
      String language, HttpServletRequest request, boolean embedded) {
    Map<String, String> query = FormBody.query(request);
    PlaceForm form = PlaceForm.read(query);
    return page(known(language), form, lookup(form), embedded, query.isEmpty());
  }

  /** By where somebody is, which comes in the body and goes nowhere. */
  @PostMapping("/legislators")
  ResponseEntity<String> located(HttpServletRequest request) throws IOException {
    return located(wished(request), request);
  }

  @PostMapping("/{language:[a-z]{2}}/legislators")
  ResponseEntity<String> located(@PathVariable String language, HttpServletRequest request)
      throws IOException {
    Map<String, String> body = FormBody.first(request);
    return Answers.locating(
        page(known(language), PlaceForm.located(body), located(body), false, false));
  }

  private ResponseEntity<String> page(
      String language, PlaceForm form, Optional<Lookup> lookup, boolean embedded, boolean bare) {
    boolean refused = !form.faults().isEmpty() || lookup.filter(Lookup::isRefused).isPresent();
    var answer =
        bare
            ? ResponseEntity.ok()
                .contentType(Answers.HTML)
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .cacheControl(FOR_ALL)
            : Answers.secret(refused ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    return answer.body(page.render(language, form, lookup, embedded));
  }

  private static String wished(HttpServletRequest request) {
    return Wish.among(Texts.LANGUAGES, request).orElseGet(Texts.LANGUAGES::getFirst);
  }

  private static String known(String language) {
    if (!Texts.LANGUAGES.contains(language)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return language;
  }

  @GetMapping("/legislators.json")
  ResponseEntity<String> json(HttpServletRequest request) {
    Map<String, String> asked = FormBody.query(request);
    asked.putIfAbsent("zip", "");
    PlaceForm form = PlaceForm.read(asked);
    return json(form, lookup(form));
  }

  /** Fields {@code lat} and {@code lon}, as a form or as JSON. */
  @PostMapping("/legislators.json")
  ResponseEntity<String> locatedJson(HttpServletRequest request) throws IOException {
    Map<String, String> body =
        MediaType.APPLICATION_JSON_VALUE.equals(mediaType(request))
            ? FormBody.json(request)
            : FormBody.first(request);
    return json(PlaceForm.located(body), located(body));
  }

  private static String mediaType(HttpServletRequest request) {
    String type = request.getContentType();
    return type == null ? "" : type.split(";")[0].strip();
  }

  private ResponseEntity<String> json(PlaceForm form, Optional<Lookup> lookup) {
    if (lookup.filter(Lookup::isRefused).isPresent()) {
      return refused(Map.of("seat", SeatNames.words("en").get("choose.refused")));
    }
    return lookup
        .map(one -> json(HttpStatus.OK, LegislatorsAnswer.of(one, districts)))
        .orElseGet(() -> refused(inWords(form.faults())));
  }

  private Optional<Lookup> located(Map<String, String> body) {
    PlaceForm form = PlaceForm.located(body);
    return form.faults().isEmpty()
        ? Position.read(body).map(one -> Lookup.at(one, form, districts, clock.today()))
        : Optional.empty();
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
        // Public facts only, and no cookie tells who asks: any page may show them.
        .header("Access-Control-Allow-Origin", "*")
        .body(JsonMapper.shared().writeValueAsString(body));
  }
}
