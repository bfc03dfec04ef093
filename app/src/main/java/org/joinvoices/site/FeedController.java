package org.joinvoices.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.temporal.ChronoUnit.SECONDS;
import static java.util.Comparator.comparing;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.joinvoices.action.Action;
import org.joinvoices.action.ActionId;
import org.joinvoices.action.Actions;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.database.LastKnown;
import org.joinvoices.platform.switches.Switch;
import org.joinvoices.platform.switches.Switchboard;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.platform.web.Texts;
import org.joinvoices.platform.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * The letters of this house for feed readers: all of them, each in the language it is first shown
 * in, or those that speak one language, in it.
 */
@Controller
final class FeedController {

  private static final Texts TEXTS = Texts.beside(FeedController.class);

  private static final Duration AGE = Duration.ofSeconds(1);

  private static final MediaType ATOM = new MediaType("application", "atom+xml", UTF_8);
  private static final MediaType JSON = new MediaType("application", "feed+json");

  /**
   * @param language empty text for all letters
   */
  private record Asked(MediaType type, String language) {

    String path() {
      String folder = language.isEmpty() ? "" : "/" + language;
      return folder + (type.equals(ATOM) ? "/feed.atom" : "/feed.json");
    }

    /** Of the feed itself. */
    String ownLanguage() {
      return language.isEmpty() ? Texts.LANGUAGES.getFirst() : language;
    }
  }

  private final Actions actions;
  private final Frames frames;
  private final InstantSource civic;
  private final LastKnown<Asked, Rendered> renderings;

  FeedController(Actions actions, Frames frames, CivicClock civic, Switchboard switches) {
    this.actions = actions;
    this.frames = frames;
    this.civic = civic;
    this.renderings = new LastKnown<>(AGE, this::render, () -> switches.isPaused(Switch.PAGES));
  }

  @GetMapping("/feed.atom")
  ResponseEntity<byte[]> atom(HttpServletRequest request) {
    return answer(new Asked(ATOM, ""), request);
  }

  @GetMapping("/{language:[a-z]{2}}/feed.atom")
  ResponseEntity<byte[]> atom(@PathVariable String language, HttpServletRequest request) {
    return answer(new Asked(ATOM, known(language)), request);
  }

  @GetMapping("/feed.json")
  ResponseEntity<byte[]> json(HttpServletRequest request) {
    return answer(new Asked(JSON, ""), request);
  }

  @GetMapping("/{language:[a-z]{2}}/feed.json")
  ResponseEntity<byte[]> json(@PathVariable String language, HttpServletRequest request) {
    return answer(new Asked(JSON, known(language)), request);
  }

  private static String known(String language) {
    if (!Texts.LANGUAGES.contains(language)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return language;
  }

  private ResponseEntity<byte[]> answer(Asked asked, HttpServletRequest request) {
    return renderings.getOrLast(asked).answer(asked.type(), request);
  }

  private Rendered render(Asked asked) {
    Words words = TEXTS.in(asked.ownLanguage());
    var feed =
        new Feed(
            words.language(),
            words.get("home.title"),
            words.get("home.lead"),
            frames.address(Frames.home(words.language())),
            frames.address(asked.path()),
            items(asked.language()));
    return Rendered.of(asked.type().equals(ATOM) ? AtomFeed.of(feed) : JsonFeed.of(feed));
  }

  private List<Feed.Item> items(String language) {
    Instant now = civic.instant();
    Map<ActionId, Instant> changedAt = actions.changedAt();
    Stream<Action> opened = actions.list().stream().filter(action -> !now.isBefore(action.opens()));
    return opened
        .filter(action -> language.isEmpty() || action.pageLanguages().contains(language))
        .map(action -> ListedLetter.in(language, action))
        .map(letter -> item(letter, changedAt))
        .sorted(comparing(Feed.Item::published).reversed())
        .toList();
  }

  private Feed.Item item(ListedLetter letter, Map<ActionId, Instant> changedAt) {
    Action action = letter.action();
    Instant changed = changedAt.getOrDefault(action.id(), action.opens());
    return new Feed.Item(
        frames.address(letter.path()),
        letter.language(),
        letter.text().title(),
        action.authors(),
        action.opens().truncatedTo(SECONDS),
        (changed.isBefore(action.opens()) ? action.opens() : changed).truncatedTo(SECONDS),
        letter.text().introduction());
  }
}
