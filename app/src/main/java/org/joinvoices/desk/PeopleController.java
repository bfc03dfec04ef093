package org.joinvoices.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.joinvoices.platform.principal.AccountId;
import org.joinvoices.platform.principal.SignedIn;
import org.joinvoices.platform.web.Answers;
import org.joinvoices.platform.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Who may come to the desk. */
@Controller
final class PeopleController {

  private static final String PATH = "/desk/people";
  private static final Words WORDS = DeskPages.WORDS;

  private final DeskPages pages;
  private final People people;
  private final Passkeys passkeys;

  PeopleController(DeskPages pages, People people, Passkeys passkeys) {
    this.pages = pages;
    this.people = people;
    this.passkeys = passkeys;
  }

  @GetMapping(PATH)
  ResponseEntity<String> page(HttpServletRequest request, @AuthenticationPrincipal SignedIn who) {
    return page(HttpStatus.OK, request, who, Optional.empty());
  }

  private ResponseEntity<String> page(
      HttpStatus status, HttpServletRequest request, SignedIn who, Optional<String> fault) {
    var view =
        new PeopleView(
            pages.frame(request, who, "people.title", PATH),
            people.list().stream().map(account -> person(account, who)).toList(),
            fault);
    return pages.answer(status, "people.jte", view);
  }

  private PeopleView.Person person(Account account, SignedIn who) {
    return new PeopleView.Person(
        account.email().orElseThrow(),
        WORDS.get("role." + account.role().word()),
        account
            .acceptedAt()
            .map(DeskPages::moment)
            .orElseGet(() -> WORDS.get("people.waiting", DeskPages.moment(account.invitedAt()))),
        WORDS.formats().number(passkeys.list(account.id()).size()),
        who.isOwner() ? PATH + "/" + account.id().value() + "/remove" : "");
  }

  @PostMapping(PATH + "/{account}/remove")
  ResponseEntity<String> remove(
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn owner,
      @PathVariable UUID account) {
    return people.remove(owner, new AccountId(account))
        ? Answers.seeOther(PATH)
        : page(HttpStatus.CONFLICT, request, owner, Optional.of(WORDS.get("people.owner_needed")));
  }
}
