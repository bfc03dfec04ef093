package org.joinvoices.desk;

import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toMap;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joinvoices.platform.principal.AccountId;
import org.joinvoices.platform.principal.SignedIn;
import org.joinvoices.platform.web.Answers;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where people are signed in, and ending that. */
@Controller
final class SessionsController {

  private static final String PATH = "/desk/sessions";

  private final DeskPages pages;
  private final DeskSessions sessions;
  private final Accounts accounts;
  private final Passkeys passkeys;
  private final SignIns signIns;
  private final SessionCookie cookie;

  SessionsController(
      DeskPages pages,
      DeskSessions sessions,
      Accounts accounts,
      Passkeys passkeys,
      SignIns signIns,
      SessionCookie cookie) {
    this.pages = pages;
    this.sessions = sessions;
    this.accounts = accounts;
    this.passkeys = passkeys;
    this.signIns = signIns;
    this.cookie = cookie;
  }

  @GetMapping(PATH)
  ResponseEntity<String> page(HttpServletRequest request, @AuthenticationPrincipal SignedIn who) {
    Map<AccountId, String> people =
        accounts.list().stream()
            .collect(toMap(Account::id, account -> account.email().orElseThrow()));
    Map<Boolean, List<DeskSession>> byOwn =
        sessions.list().stream()
            .filter(session -> people.containsKey(session.account()))
            .collect(partitioningBy(session -> session.account().equals(who.account())));
    var view =
        new SessionsView(
            pages.frame(request, who, "sessions.title", PATH),
            lines(byOwn.getOrDefault(true, List.of()), people, who),
            lines(byOwn.getOrDefault(false, List.of()), people, who),
            passkeys.list(who.account()).stream().map(SessionsController::passkey).toList());
    return pages.answer("sessions.jte", view);
  }

  private static List<SessionsView.Line> lines(
      List<DeskSession> some, Map<AccountId, String> people, SignedIn who) {
    return some.stream()
        .map(
            session ->
                new SessionsView.Line(
                    people.getOrDefault(session.account(), ""),
                    session.device(),
                    DeskPages.moment(session.beganAt()),
                    DeskPages.moment(session.seenAt()),
                    endPath(session, who),
                    session.id().equals(who.session())))
        .toList();
  }

  private static String endPath(DeskSession session, SignedIn who) {
    if (session.account().equals(who.account())) {
      return "/desk/my-sessions/" + session.id() + "/end";
    }
    return who.isOwner() ? PATH + "/" + session.id() + "/end" : "";
  }

  private static SessionsView.Passkey passkey(CredentialRecord stored) {
    return new SessionsView.Passkey(
        stored.getLabel(), moment(stored.getCreated()), moment(stored.getLastUsed()));
  }

  private static String moment(Instant instant) {
    return DeskPages.moment(instant);
  }

  @PostMapping("/desk/my-sessions/{session}/end")
  ResponseEntity<String> endOwn(@AuthenticationPrincipal SignedIn who, @PathVariable UUID session) {
    signIns.endOwn(who, session);
    return Answers.seeOther(PATH);
  }

  /** Signs out everywhere, here too. */
  @PostMapping("/desk/my-sessions/end")
  ResponseEntity<String> endAllOwn(
      HttpServletResponse response, @AuthenticationPrincipal SignedIn who) {
    signIns.endAllOwn(who);
    cookie.clear(response);
    return Answers.seeOther("/desk/sign-in");
  }

  @PostMapping(PATH + "/{session}/end")
  ResponseEntity<String> endAny(
      @AuthenticationPrincipal SignedIn owner, @PathVariable UUID session) {
    signIns.endAny(owner, session);
    return Answers.seeOther(PATH);
  }
}
