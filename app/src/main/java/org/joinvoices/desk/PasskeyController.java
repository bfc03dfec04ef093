package org.joinvoices.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.joinvoices.platform.principal.SignedIn;
import org.joinvoices.platform.web.Answers;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Adding a passkey to one's own account, or going on without. */
@Controller
@RequestMapping("/desk/passkeys")
final class PasskeyController {

  private final DeskPages pages;
  private final Passkeys passkeys;

  PasskeyController(DeskPages pages, Passkeys passkeys) {
    this.pages = pages;
    this.passkeys = passkeys;
  }

  @GetMapping("/new")
  ResponseEntity<String> page(HttpServletRequest request, @AuthenticationPrincipal SignedIn who) {
    return page(HttpStatus.OK, request, who, Optional.empty());
  }

  private ResponseEntity<String> page(
      HttpStatus status, HttpServletRequest request, SignedIn who, Optional<String> fault) {
    var view = new PasskeyView(pages.frame(request, who, "passkey.title"), fault);
    return pages.answer(status, "passkey.jte", view);
  }

  @PostMapping("/options")
  ResponseEntity<String> options(@AuthenticationPrincipal SignedIn who) {
    return SignInController.json(passkeys.creationOptions(who));
  }

  @PostMapping
  ResponseEntity<String> add(
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn who,
      @RequestParam(defaultValue = "") String credential) {
    return passkeys.add(who, credential, SignInController.device(request))
        ? Answers.seeOther("/desk")
        : page(
            HttpStatus.UNPROCESSABLE_CONTENT,
            request,
            who,
            Optional.of(DeskPages.WORDS.get("passkey.fault")));
  }
}
