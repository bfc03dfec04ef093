package org.joinvoices.accountability.web;

import com.google.crypto.tink.util.Bytes;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joinvoices.accountability.ResponseEvidence;
import org.joinvoices.accountability.Responses;
import org.joinvoices.action.Action;
import org.joinvoices.action.ActionBySlug;
import org.joinvoices.action.Slug;
import org.joinvoices.delivery.Handouts;
import org.joinvoices.platform.crypto.Sha256;
import org.joinvoices.platform.database.LastKnown;
import org.joinvoices.platform.switches.Switch;
import org.joinvoices.platform.switches.Switchboard;
import org.joinvoices.platform.web.Answers;
import org.joinvoices.platform.web.Frame;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.platform.web.Pages;
import org.joinvoices.platform.web.Preview;
import org.joinvoices.platform.web.Rendering;
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

/**
 * Who answered, demand by demand: a page, a sheet to print and what shows each answer. The same for
 * everybody, so made once and kept for a moment.
 */
@Controller
final class AnswersController {

  private static final Duration PAGE_AGE = Duration.ofSeconds(1);
  private static final Duration SHEET_AGE = Duration.ofSeconds(10);

  /** As the letter's own page. */
  private static final CacheControl CACHING =
      CacheControl.maxAge(Duration.ofSeconds(5))
          .cachePublic()
          .staleWhileRevalidate(Duration.ofSeconds(30));

  /** What was withdrawn shall be gone soon. */
  private static final CacheControl FILE_CACHING =
      CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

  private record Place(Slug slug, String language) {}

  private final ActionBySlug actions;
  private final AnswerBoards boards;
  private final Responses responses;
  private final Handouts handouts;
  private final Frames frames;
  private final Pages pages;
  private final LastKnown<Place, Rendering> known;
  private final LastKnown<Place, Bytes> sheets;

  AnswersController(
      ActionBySlug actions,
      AnswerBoards boards,
      Responses responses,
      Handouts handouts,
      Frames frames,
      Pages pages,
      Switchboard switches) {
    this.actions = actions;
    this.boards = boards;
    this.responses = responses;
    this.handouts = handouts;
    this.frames = frames;
    this.pages = pages;
    this.known = new LastKnown<>(PAGE_AGE, this::render, () -> switches.isPaused(Switch.PAGES));
    this.sheets = new LastKnown<>(SHEET_AGE, this::print, () -> switches.isPaused(Switch.PAGES));
  }

  @GetMapping("/actions/{slug}/answers")
  ResponseEntity<byte[]> page(@PathVariable String slug, HttpServletRequest request) {
    Action action = actions.get(slug);
    return page(action, ActionBySlug.wished(action, request), request);
  }

  @GetMapping("/{language:[a-z]{2}}/actions/{slug}/answers")
  ResponseEntity<byte[]> page(
      @PathVariable String language, @PathVariable String slug, HttpServletRequest request) {
    return page(actions.get(slug), language, request);
  }

  private ResponseEntity<byte[]> page(Action action, String language, HttpServletRequest request) {
    Rendering page = known.getOrLast(place(action, language));
    var answer =
        ResponseEntity.ok()
            .contentType(Answers.HTML)
            .header(HttpHeaders.CONTENT_LANGUAGE, language)
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
            .cacheControl(CACHING);
    return page.end(answer, request);
  }

  private Rendering render(Place place) {
    Action action = actions.get(place.slug().value());
    AnswerBoard board = boards.of(action, place.language());
    return Rendering.of(
        pages.render("accountability/web/answers.jte", new AnswersView(frame(board), board)));
  }

  private Frame frame(AnswerBoard board) {
    var words = board.words();
    String title = words.get("answers.title", board.text().title());
    String address = frames.address(board.path());
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("@type", "WebPage");
    facts.put("url", address);
    facts.put("name", title);
    facts.put("inLanguage", words.language());
    return frames
        .open(words.language(), title, board.action().pages("/answers"))
        .previewed(new Preview("article", address, words.get("answers.lead"), facts));
  }

  @GetMapping("/actions/{slug}/answers.pdf")
  ResponseEntity<byte[]> sheet(@PathVariable String slug, HttpServletRequest request) {
    Action action = actions.get(slug);
    return sheet(action, ActionBySlug.wished(action, request));
  }

  @GetMapping("/{language:[a-z]{2}}/actions/{slug}/answers.pdf")
  ResponseEntity<byte[]> sheet(@PathVariable String language, @PathVariable String slug) {
    return sheet(actions.get(slug), language);
  }

  private ResponseEntity<byte[]> sheet(Action action, String language) {
    byte[] pdf = sheets.getOrLast(place(action, language)).toByteArray();
    String name = "%s-answers-%s.pdf".formatted(action.slug(), language);
    return file(pdf, MediaType.APPLICATION_PDF, name, Sha256.hex(pdf))
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .cacheControl(CACHING)
        .body(pdf);
  }

  private Bytes print(Place place) {
    Action action = actions.get(place.slug().value());
    AnswerBoard board = boards.of(action, place.language());
    return handouts.print(AnswerSheet.of(board, frames.address(board.path())));
  }

  /** The tag is the SHA-256 that stays on record. */
  @GetMapping("/actions/{slug}/answers/{response}/evidence")
  ResponseEntity<byte[]> evidence(@PathVariable String slug, @PathVariable String response) {
    Action action = actions.get(slug);
    ResponseEvidence found =
        id(response)
            .flatMap(id -> responses.evidence(action.id(), id))
            .orElseThrow(AnswersController::notFound);
    byte[] content = found.content().toByteArray();
    String name = "answer-%s.%s".formatted(action.slug(), AnswerPaths.ending(found.type()));
    return file(content, MediaType.parseMediaType(found.type()), name, Sha256.hex(content))
        .cacheControl(FILE_CACHING)
        .body(content);
  }

  private static ResponseEntity.BodyBuilder file(
      byte[] content, MediaType type, String name, String sha256) {
    return ResponseEntity.ok()
        .contentType(type)
        .contentLength(content.length)
        .eTag('"' + sha256 + '"')
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename(name).build().toString());
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Place place(Action action, String language) {
    if (!action.pageLanguages().contains(language)) {
      throw notFound();
    }
    return new Place(action.slug(), language);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
