package org.joinvoices.site;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
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
import org.joinvoices.signing.Answered;
import org.joinvoices.signing.Counts;
import org.joinvoices.signing.HandedOver;
import org.joinvoices.site.Standing.Group;
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
  private final HandedOver.Records handOvers;
  private final Answered.Records answers;
  private final Frames frames;
  private final Pages pages;
  private final InstantSource civic;
  private final LastKnown<String, String> renderings;

  HomeController(
      Actions actions,
      Counts counts,
      HandedOver.Records handOvers,
      Answered.Records answers,
      Frames frames,
      Pages pages,
      CivicClock civic,
      Switchboard switches) {
    this.actions = actions;
    this.counts = counts;
    this.handOvers = handOvers;
    this.answers = answers;
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
    Map<Group, List<HomeView.Entry>> groups =
        all.stream()
            .map(this::standing)
            .collect(
                groupingBy(
                    one -> one.group(now), mapping(one -> entry(one, now, words), toList())));
    var view =
        new HomeView(
            frame(words),
            words,
            groups.getOrDefault(Group.OPEN, List.of()),
            groups.getOrDefault(Group.COMING, List.of()),
            groups.getOrDefault(Group.ANSWERED, List.of()),
            groups.getOrDefault(Group.DELIVERED, List.of()),
            groups.getOrDefault(Group.CLOSED, List.of()),
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

  private Standing standing(Action action) {
    var delivered = handOvers.of(action.id()).stream().map(HandedOver::at).findFirst();
    return new Standing(action, delivered, answers.of(action.id()));
  }

  private HomeView.Entry entry(Standing letter, Instant now, Words words) {
    Action action = letter.action();
    return switch (letter.group(now)) {
      case COMING ->
          entry(action, words, words.get("home.opens", moment(action, action.opens(), words)));
      case OPEN ->
          entry(
              letter, words.get("home.deadline", words.formats().moment(action.deadline())), words);
      case ANSWERED, DELIVERED, CLOSED ->
          entry(letter, words.get("home.ended", moment(action, action.closes(), words)), words);
    };
  }

  private HomeView.Entry entry(Standing letter, String first, Words words) {
    Action action = letter.action();
    var facts = new StringJoiner(" · ").add(first).add(joined(action, words));
    letter
        .delivered()
        .map(at -> at.atZone(action.deadline().getZone()).toLocalDate())
        .map(day -> words.get("home.delivered.on", words.formats().date(day)))
        .ifPresent(facts::add);
    letter.answered().map(answered -> answered(answered, words)).ifPresent(facts::add);
    return entry(action, words, facts.toString());
  }

  private static String answered(Answered answered, Words words) {
    return words.get("home.answered.count", answered.offices());
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
