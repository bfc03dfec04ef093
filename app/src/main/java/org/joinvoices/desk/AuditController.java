package org.joinvoices.desk;

import static java.util.stream.Collectors.toMap;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joinvoices.action.Actions;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditEntry;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.principal.AccountId;
import org.joinvoices.platform.principal.SignedIn;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The audit trail as people read it. */
@Controller
final class AuditController {

  private static final String PATH = "/desk/audit";
  private static final int ON_A_PAGE = 100;

  /** Of an id, enough to tell it from others. */
  private static final int DIGITS = 8;

  private final DeskPages pages;
  private final AuditTrail audit;
  private final Accounts accounts;
  private final Actions actions;

  AuditController(DeskPages pages, AuditTrail audit, Accounts accounts, Actions actions) {
    this.pages = pages;
    this.audit = audit;
    this.accounts = accounts;
    this.actions = actions;
  }

  @GetMapping(PATH)
  ResponseEntity<String> page(
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn who,
      @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
    List<AuditEntry> entries = audit.list(before, ON_A_PAGE);
    Map<AccountId, String> people =
        accounts.list().stream()
            .collect(toMap(Account::id, account -> account.email().orElseThrow()));
    var view =
        new AuditView(
            pages.frame(request, who, "audit.title", PATH),
            entries.stream().map(entry -> line(entry, people)).toList(),
            entries.size() < ON_A_PAGE
                ? Optional.empty()
                : Optional.of(PATH + "?before=" + entries.getLast().number()));
    return pages.answer("audit.jte", view);
  }

  private AuditView.Line line(AuditEntry entry, Map<AccountId, String> people) {
    return new AuditView.Line(
        DeskPages.moment(entry.at()),
        switch (entry.actor()) {
          case Actor.Person(var account) -> person(account, people);
          case Actor.CommandLine() -> DeskPages.WORDS.get("audit.command_line");
          case Actor.Authors(var name) -> DeskPages.WORDS.get("audit.authors", name);
          case Actor.Partner(var name) -> DeskPages.WORDS.get("audit.partner", name);
        },
        DeskPages.WORDS.get("act." + entry.act().word()),
        switch (entry.act()) {
          case INVITED, PASSKEY_ADDED, ACCESS_REMOVED ->
              person(new AccountId(entry.subject()), people);
          case SIGNED_IN_BY_INVITATION,
              SIGNED_IN_BY_PASSKEY,
              SIGNED_IN_BY_MAIL,
              SIGNED_OUT,
              SESSION_ENDED,
              PERSON_LOOKED_UP ->
              DeskPages.WORDS.get("audit.session", digits(entry.subject()));
          case HOUSE_RESUMED,
              SENATE_RESUMED,
              OFFICE_MAIL_RESUMED,
              MAILS_RESUMED,
              MAILS_PAUSED,
              COUNTS_PAUSED,
              COUNTS_RESUMED,
              PAGES_PAUSED,
              PAGES_RESUMED,
              DATA_RELEASE_ACTIVATED ->
              DeskPages.WORDS.get("audit.house");
          case DELIVERY_PAUSED, DELIVERY_RESUMED, SIGNING_PAUSED, SIGNING_RESUMED, TEST_SENT ->
              letterOrHouse(entry.subject());
          case PUBLISHED,
              PERSON_EXPORTED,
              PERSON_ERASED,
              PERSON_CORRECTED,
              PERSON_WITHDRAWN,
              MESSAGES_RETRIED,
              MESSAGES_HELD,
              MESSAGES_RELEASED,
              MESSAGES_MOVED,
              MESSAGES_SETTLED,
              QUEUE_EXPORTED,
              PACKETS_MADE,
              PACKET_PRINTED,
              PACKET_VOIDED,
              PACKET_HANDED_OVER,
              BOOK_HANDED_OVER,
              PROOF_DOWNLOADED,
              SIGNATURES_RELEASED,
              SIGNATURES_INVALIDATED,
              REVIEW_UNDONE,
              SIGNERS_LOOKED_AT,
              EVENT_CODE_MADE,
              EVENT_CODE_ENDED,
              SHEETS_IMPORTED,
              IMPORT_UNDONE,
              COUNT_CORRECTED,
              RESPONSE_RECORDED,
              RESPONSE_WITHDRAWN,
              AUTHORS_INVITED,
              AUTHORS_LINK_ENDED,
              TEXT_APPROVED,
              TEXT_APPROVAL_WITHDRAWN,
              PAUSE_ASKED,
              PAUSE_UNASKED,
              PAUSE_ANSWERED,
              PARTNER_ADDED,
              PARTNER_ENDED,
              SOURCE_LINK_MADE,
              PARTNER_EXPORT_LINKED,
              PARTNER_EXPORTED ->
              letter(entry.subject());
        });
  }

  private static String person(AccountId id, Map<AccountId, String> people) {
    String email = people.get(id);
    return email == null ? DeskPages.WORDS.get("audit.former", digits(id.value())) : email;
  }

  private String letterOrHouse(UUID id) {
    return id.equals(Vault.HOUSE) ? DeskPages.WORDS.get("audit.house") : letter(id);
  }

  private String letter(UUID id) {
    return actions.list().stream()
        .filter(action -> action.id().value().equals(id))
        .map(action -> action.slug().value())
        .findFirst()
        .orElseGet(() -> digits(id));
  }

  /** The last ones: an id made of the time begins like its neighbours. */
  private static String digits(UUID id) {
    String text = id.toString();
    return text.substring(text.length() - DIGITS);
  }
}
