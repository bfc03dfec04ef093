package org.joinvoices.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.joinvoices.platform.principal.SignedIn;
import org.joinvoices.platform.web.Answers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in: by passkey, by a mailed link, by an invitation; and out. */
@Controller
final class SignInController {

  private final DeskPages pages;
  private final SignIns signIns;
  private final OneTimeLinks links;
  private final Passkeys passkeys;
  private final SessionCookie cookie;

  SignInController(
      DeskPages pages,
      SignIns signIns,
      OneTimeLinks links,
      Passkeys passkeys,
      SessionCookie cookie) {
    this.pages = pages;
    this.signIns = signIns;
    this.links = links;
    this.passkeys = passkeys;
    this.cookie = cookie;
  }

  @GetMapping("/desk/sign-in")
  ResponseEntity<String> page(
      HttpServletRequest request,
      @AuthenticationPrincipal @Nullable SignedIn who,
      @RequestParam Optional<String> asked) {
    return who == null
        ? page(HttpStatus.OK, request, asked.isPresent(), Optional.empty())
        : Answers.seeOther("/desk");
  }

  private ResponseEntity<String> page(
      HttpStatus status, HttpServletRequest request, boolean asked, Optional<String> fault) {
    var frame = pages.frame(request, null, "sign_in.title");
    return pages.answer(
        status, "sign-in.jte", new SignInView(frame, asked, fault.map(DeskPages.WORDS::get)));
  }

  /** The same answer for everybody, known here or not. */
  @PostMapping("/desk/sign-in/mail")
  ResponseEntity<String> mail(@RequestParam(defaultValue = "") String email) {
    signIns.askForLink(email);
    return Answers.seeOther("/desk/sign-in?asked");
  }

  @PostMapping("/desk/sign-in/passkey/options")
  ResponseEntity<String> passkeyOptions() {
    return json(passkeys.requestOptions());
  }

  @PostMapping("/desk/sign-in/passkey")
  ResponseEntity<String> passkey(
      HttpServletRequest request,
      HttpServletResponse response,
      @RequestParam(defaultValue = "") String credential) {
    return passkeys
        .prove(credential)
        .map(account -> signIns.byPasskey(account, device(request)))
        .map(session -> signedIn(request, response, session, "/desk"))
        .orElseGet(
            () ->
                page(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    request,
                    false,
                    Optional.of("sign_in.passkey.fault")));
  }

  /** Opening changes nothing, because mail scanners follow links; the button does. */
  @GetMapping("/desk/link/{token}")
  ResponseEntity<String> link(HttpServletRequest request, @PathVariable String token) {
    return show(request, OneTimeLinks.Purpose.SIGN_IN, token, "link");
  }

  @PostMapping("/desk/link/{token}")
  ResponseEntity<String> useLink(
      HttpServletRequest request, HttpServletResponse response, @PathVariable String token) {
    return signIns
        .byMail(token, device(request))
        .map(session -> signedIn(request, response, session, "/desk"))
        .orElseGet(() -> gone(request, "link.gone"));
  }

  @GetMapping("/desk/invitation/{token}")
  ResponseEntity<String> invitation(HttpServletRequest request, @PathVariable String token) {
    return show(request, OneTimeLinks.Purpose.INVITATION, token, "invitation");
  }

  @PostMapping("/desk/invitation/{token}")
  ResponseEntity<String> accept(
      HttpServletRequest request, HttpServletResponse response, @PathVariable String token) {
    return signIns
        .byInvitation(token, device(request))
        .map(session -> signedIn(request, response, session, "/desk/passkeys/new"))
        .orElseGet(() -> gone(request, "invitation.gone"));
  }

  private ResponseEntity<String> show(
      HttpServletRequest request, OneTimeLinks.Purpose purpose, String token, String texts) {
    var words = DeskPages.WORDS;
    return links
        .find(purpose, token)
        .map(
            link ->
                pages.answer(
                    "link.jte",
                    new LinkView(
                        pages.frame(request, null, texts + ".title"),
                        words.get(texts + ".lead"),
                        links.path(purpose, link.id()),
                        words.get(texts + ".button"),
                        words.get("link.until", DeskPages.moment(link.until())))))
        .orElseGet(() -> gone(request, texts + ".gone"));
  }

  private ResponseEntity<String> gone(HttpServletRequest request, String texts) {
    return ResponseEntity.status(HttpStatus.GONE)
        .contentType(Answers.HTML)
        .cacheControl(CacheControl.noStore())
        .body(pages.say(request, null, texts, "/desk/sign-in"));
  }

  @PostMapping("/desk/sign-out")
  ResponseEntity<String> signOut(
      HttpServletResponse response, @AuthenticationPrincipal SignedIn who) {
    signIns.out(who);
    cookie.clear(response);
    return Answers.seeOther("/desk/sign-in");
  }

  private ResponseEntity<String> signedIn(
      HttpServletRequest request, HttpServletResponse response, String session, String onward) {
    cookie.set(request, response, session);
    return Answers.seeOther(onward);
  }

  static String device(HttpServletRequest request) {
    return Device.of(Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)));
  }

  static ResponseEntity<String> json(String body) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore())
        .body(body);
  }
}
