package org.joinvoices.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Says in plain words what went wrong and what to do; never how it failed inside. */
@Controller
class ErrorPage implements ErrorController {

  private static final Texts TEXTS = Texts.beside(ErrorPage.class);
  private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

  /** Those with words of their own; others speak as their class, 400 or 500. */
  private static final Set<Integer> KNOWN =
      Set.of(403, 404, 405, 410, 413, 415, 422, 429, 500, 503);

  private final Frames frames;
  private final Pages pages;

  ErrorPage(Frames frames, Pages pages) {
    this.frames = frames;
    this.pages = pages;
  }

  @RequestMapping("/error")
  ResponseEntity<String> show(HttpServletRequest request) {
    int status = status(request);
    return ResponseEntity.status(status)
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .body(render(status, language(request)));
  }

  String render(int status, String language) {
    int said = KNOWN.contains(status) ? status : isOurs(status) ? 500 : 400;
    var words = TEXTS.in(language);
    var title = words.get("error." + said + ".title");
    var view =
        new SayView(
            frames.secret(language, title),
            title,
            words.get("error." + said + ".lead"),
            new SayView.Way(Frames.home(language), words.get("error.onward")));
    return pages.render("platform/web/say.jte", view);
  }

  /** 501 and 505 say that we speak no such HTTP. */
  private static boolean isOurs(int status) {
    return status >= 500 && status != 501 && status != 505;
  }

  /** Asked for directly, there is no error, and no such page. */
  private static int status(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
        ? status
        : 404;
  }

  /** As the address says, or else as the browser wishes. */
  private static String language(HttpServletRequest request) {
    var path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    Optional<String> ofPath =
        Texts.LANGUAGES.stream()
            .filter(
                language -> path instanceof String s && (s + "/").startsWith("/" + language + "/"))
            .findFirst();
    return ofPath
        .or(() -> Wish.among(Texts.LANGUAGES, request))
        .orElseGet(Texts.LANGUAGES::getFirst);
  }
}
