package org.joinvoices.desk;

import jakarta.servlet.http.HttpServletRequest;
import org.joinvoices.action.Slug;
import org.joinvoices.platform.principal.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The first pages of the desk: letters, and what became of each one's messages. */
@Controller
final class DeskController {

  private static final String HOME = "/desk";

  private final DeskPages pages;
  private final Letters letters;
  private final Stops stops;
  private final Passkeys passkeys;

  DeskController(DeskPages pages, Letters letters, Stops stops, Passkeys passkeys) {
    this.pages = pages;
    this.letters = letters;
    this.stops = stops;
    this.passkeys = passkeys;
  }

  @GetMapping(HOME)
  ResponseEntity<String> home(HttpServletRequest request, @AuthenticationPrincipal SignedIn who) {
    var frame = pages.frame(request, who, "home.title", HOME);
    boolean hasPasskey = !passkeys.list(who.account()).isEmpty();
    return pages.answer("home.jte", new HomeView(frame, stops.list(), letters.list(), hasPasskey));
  }

  @GetMapping("/desk/actions/{slug}")
  ResponseEntity<String> letter(
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn who,
      @PathVariable String slug) {
    var frame = pages.frame(request, who, "letter.title", HOME);
    return Slug.parse(slug)
        .flatMap(known -> letters.find(frame, known))
        .map(view -> pages.answer("letter.jte", view))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
