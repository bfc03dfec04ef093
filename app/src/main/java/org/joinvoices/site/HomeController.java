package org.joinvoices.site;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joinvoices.action.Action;
import org.joinvoices.action.Actions;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.database.LastKnown;
import org.joinvoices.platform.switches.Switch;
import org.joinvoices.platform.switches.Switchboard;
import org.joinvoices.platform.web.Answers;
import org.joinvoices.platform.web.Frame;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.platform.web.Pages;
import org.joinvoices.platform.web.Preview;
import org.joinvoices.platform.web.Texts;
import org.joinvoices.platform.web.Wish;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.Counts;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
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
  ResponseEntity<String> home(HttpServletRequest request) {
    return page(Wish.among(Texts.LANGUAGES, request).orElseGet(Texts.LANGUAGES::getFirst));
  }

  @GetMapping("/{language:[a-z]{2}}")
  ResponseEntity<String> home(@PathVariable String language) {
    if (!Texts.LANGUAGES.contains(language)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return page(language);
  }

  private ResponseEntity<String> page(String language) {
    return ResponseEntity.ok()
        .contentType(Answers.HTML)
        .header(HttpHeaders.CONTENT_LANGUAGE, language)
        .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
        .cacheControl(CacheControl.maxAge(Duration.ofSeconds(5)).cachePublic())
        .body(renderings.getOrLast(language));
  }

  private String render(String language) {
    Words words = TEXTS.in(language);
    List<Action> all = actions.list();
    Instant now = civic.instant();
    var view =
        new HomeView(
            frame(words),
            words,
            all.stream().filter(one -> one.openAt(now)).map(one -> open(one, words)).toList(),
            all.stream()
                .filter(one -> now.isBefore(one.opens()))
                .map(one -> coming(one, words))
                .toList(),
            all.stream()
                .filter(one -> !now.isBefore(one.closes()))
                .map(one -> closed(one, words))
                .toList(),
            LegislatorsPage.path(language),
            Frames.home(language) + "/feed");
    return pages.render("site/home.jte", view);
  }

  private Frame frame(Words words) {
    String language = words.language();
    String address = frames.address(Frames.home(language));
    var frame = frames.open(language, words.get("home.title"), Frames.inEach(""));
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("@type", "WebSite");
    facts.put("name", frame.words().get("frame.house"));
    facts.put("url", address);
    facts.put("inLanguage", language);
    facts.put("description", words.get("home.lead"));
    return frame.previewed(new Preview("website", address, words.get("home.lead"), facts));
  }

  private HomeView.Entry open(Action action, Words words) {
    String deadline = words.get("home.deadline", words.formats().moment(action.deadline()));
    return entry(action, words, deadline + " · " + joined(action, words));
  }

  private static HomeView.Entry coming(Action action, Words words) {
    return entry(action, words, words.get("home.opens", moment(action, action.opens(), words)));
  }

  private HomeView.Entry closed(Action action, Words words) {
    String end = words.get("home.ended", moment(action, action.closes(), words));
    return entry(action, words, end + " · " + joined(action, words));
  }

  private String joined(Action action, Words words) {
    return words.get("home.joined", words.formats().number(counts.of(action.id()).confirmed()));
  }

  private static String moment(Action action, Instant instant, Words words) {
    return words.formats().moment(instant.atZone(action.deadline().getZone()));
  }

  private static HomeView.Entry entry(Action action, Words words, String facts) {
    var letter = ListedLetter.in(words.language(), action);
    return new HomeView.Entry(
        letter.path(),
        letter.language(),
        letter.text().title(),
        String.join(", ", action.authors()),
        facts);
  }
}
