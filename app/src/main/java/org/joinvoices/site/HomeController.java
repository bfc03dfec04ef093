package org.joinvoices.site;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.joinvoices.action.Action;
import org.joinvoices.action.Actions;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.database.LastKnown;
import org.joinvoices.platform.switches.Switch;
import org.joinvoices.platform.switches.Switchboard;
import org.joinvoices.platform.web.Answers;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.platform.web.Pages;
import org.joinvoices.platform.web.Texts;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.Counts;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The letters of this house. */
@Controller
final class HomeController {

  private static final Texts TEXTS = Texts.beside(HomeController.class);

  /** How long one rendering serves everybody. */
  private static final Duration AGE = Duration.ofSeconds(1);

  private static final Map<String, String> PATHS = Map.of("en", "/", "es", "/es");

  private final Actions actions;
  private final Counts counts;
  private final Frames frames;
  private final Pages pages;
  private final InstantSource civic;
  private final LastKnown<String, String> renderings;

  HomeController(
      Actions actions,
      Counts counts,
      Frames frames,
      Pages pages,
      CivicClock civic,
      Switchboard switches) {
    this.actions = actions;
    this.counts = counts;
    this.frames = frames;
    this.pages = pages;
    this.civic = civic;
    this.renderings = new LastKnown<>(AGE, this::render, () -> switches.isPaused(Switch.PAGES));
  }

  @GetMapping("/")
  ResponseEntity<String> home() {
    return page("en");
  }

  @GetMapping("/{language:[a-z]{2}}")
  ResponseEntity<String> home(@PathVariable String language) {
    if (!PATHS.containsKey(language)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return page(language);
  }

  private ResponseEntity<String> page(String language) {
    return ResponseEntity.ok()
        .contentType(Answers.HTML)
        .cacheControl(CacheControl.maxAge(Duration.ofSeconds(5)).cachePublic())
        .body(renderings.getOrLast(language));
  }

  private String render(String language) {
    Words words = TEXTS.in(language);
    List<Action> all = actions.list();
    Predicate<Action> closed = action -> !civic.instant().isBefore(action.closes());
    var view =
        new HomeView(
            frames.open(language, words.get("home.title"), new java.util.TreeMap<>(PATHS)),
            words,
            all.stream().filter(closed.negate()).map(action -> entry(action, words)).toList(),
            all.stream().filter(closed).map(action -> entry(action, words)).toList(),
            LegislatorsPage.PATHS.getOrDefault(language, ""));
    return pages.render("site/home.jte", view);
  }

  private HomeView.Entry entry(Action action, Words words) {
    String language = words.language();
    String path = "/actions/" + action.slug();
    return new HomeView.Entry(
        language.equals(action.defaultLanguage()) ? path : "/" + language + path,
        action.letter().in(language).title(),
        String.join(", ", action.authors()),
        words.get("home.deadline", words.formats().moment(action.deadline())),
        words.get("home.joined", words.formats().number(counts.of(action.id()).confirmed())));
  }
}
