package org.joinvoices.authors.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.joinvoices.authors.AuthorsLinks;
import org.joinvoices.authors.AuthorsRoom;
import org.joinvoices.authors.AuthorsRoom.Outcome;
import org.joinvoices.authors.TypedText;
import org.joinvoices.platform.web.Answers;
import org.joinvoices.platform.web.FormBody;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The authors' room. Opening it changes nothing; each button is one act. Whoever has the address is
 * the authors, so it goes to no other site and into no cache.
 */
@Controller
@RequestMapping(AuthorsLinks.PATH + "{token}")
final class RoomController {

  private final AuthorsLinks links;
  private final AuthorsRoom room;
  private final RoomPages pages;

  RoomController(AuthorsLinks links, AuthorsRoom room, RoomPages pages) {
    this.links = links;
    this.room = room;
    this.pages = pages;
  }

  @GetMapping
  ResponseEntity<String> show(@PathVariable String token, HttpServletRequest request) {
    String done = FormBody.query(request).getOrDefault("done", "");
    return page(HttpStatus.OK, token, request, RoomForm.EMPTY, done);
  }

  @PostMapping("/name")
  ResponseEntity<String> name(@PathVariable String token, HttpServletRequest request)
      throws IOException {
    TypedText name = TypedText.name(FormBody.field(request, "name"));
    RoomForm form = RoomForm.named(name);
    return name.fault().isPresent()
        ? page(HttpStatus.UNPROCESSABLE_CONTENT, token, request, form, "")
        : answer(room.name(token, name.text()), "named", token, request, form);
  }

  @PostMapping("/approve")
  ResponseEntity<String> approve(@PathVariable String token, HttpServletRequest request)
      throws IOException {
    Map<String, String> fields = FormBody.first(request);
    Outcome outcome =
        room.approve(token, fields.getOrDefault("language", ""), fields.getOrDefault("words", ""));
    return answer(outcome, "approved", token, request, RoomForm.EMPTY);
  }

  @PostMapping("/approve/undo")
  ResponseEntity<String> takeBackApproval(@PathVariable String token, HttpServletRequest request)
      throws IOException {
    Map<String, String> fields = FormBody.first(request);
    Outcome outcome =
        room.takeBackApproval(
            token, fields.getOrDefault("language", ""), fields.getOrDefault("words", ""));
    return answer(outcome, "approval_back", token, request, RoomForm.EMPTY);
  }

  @PostMapping("/pause")
  ResponseEntity<String> askForPause(@PathVariable String token, HttpServletRequest request)
      throws IOException {
    TypedText reason = TypedText.reason(FormBody.field(request, "reason"));
    RoomForm form = RoomForm.reasoned(reason);
    return reason.fault().isPresent()
        ? page(HttpStatus.UNPROCESSABLE_CONTENT, token, request, form, "")
        : answer(room.askForPause(token, reason.text()), "asked", token, request, form);
  }

  @PostMapping("/pause/undo")
  ResponseEntity<String> takeBackPause(@PathVariable String token, HttpServletRequest request) {
    return answer(room.takeBackPause(token), "pause_back", token, request, RoomForm.EMPTY);
  }

  private ResponseEntity<String> answer(
      Outcome outcome, String done, String token, HttpServletRequest request, RoomForm form) {
    return switch (outcome) {
      case DONE ->
          Answers.seeOther(
              AuthorsLinks.PATH + token + "?in=" + language(request) + "&done=" + done);
      case LINK_UNKNOWN -> none();
      case NAME_MISSING ->
          page(
              HttpStatus.UNPROCESSABLE_CONTENT,
              token,
              request,
              form.alerted("alert.name_missing"),
              "");
      case TEXT_CHANGED ->
          page(HttpStatus.CONFLICT, token, request, form.alerted("alert.text_changed"), "");
      case PAUSE_WAITS ->
          page(HttpStatus.CONFLICT, token, request, form.alerted("alert.pause_waits"), "");
      case TOO_MANY ->
          page(HttpStatus.TOO_MANY_REQUESTS, token, request, form.alerted("alert.too_many"), "");
    };
  }

  private ResponseEntity<String> page(
      HttpStatus status, String token, HttpServletRequest request, RoomForm form, String done) {
    return links
        .find(token)
        .map(
            link -> {
              var answer = Answers.secret(status);
              if (status == HttpStatus.TOO_MANY_REQUESTS) {
                answer.header(
                    HttpHeaders.RETRY_AFTER, Long.toString(AuthorsLinks.WINDOW.toSeconds()));
              }
              return answer.body(pages.room(token, link, language(request), form, done));
            })
        .orElseGet(this::none);
  }

  /** Two letters, of which the page makes what it can; nothing else may enter an address. */
  private static String language(HttpServletRequest request) {
    String asked = FormBody.query(request).getOrDefault("in", "");
    return asked.matches("[a-z]{2}") ? asked : "";
  }

  private ResponseEntity<String> none() {
    return Answers.secret(HttpStatus.NOT_FOUND)
        .body(pages.none(LocaleContextHolder.getLocale().getLanguage()));
  }
}
