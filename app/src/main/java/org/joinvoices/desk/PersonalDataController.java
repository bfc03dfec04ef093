package org.joinvoices.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joinvoices.action.ActionId;
import org.joinvoices.platform.principal.SignedIn;
import org.joinvoices.platform.web.Answers;
import org.joinvoices.signing.EmailAddress;
import org.joinvoices.signing.Persons;
import org.joinvoices.signing.SignatureId;
import org.joinvoices.signing.SignatureKey;
import org.joinvoices.signing.SignatureView;
import org.joinvoices.signing.Signatures;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * What is held about one person, for an owner who answers their request. Whom it is about travels
 * in forms only: addresses of pages are kept in too many places.
 */
@Controller
@RequestMapping(PersonalDataController.PATH)
final class PersonalDataController {

  static final String PATH = "/desk/personal-data";
  private static final String FILE = "personal-data.json";

  private final DeskPages pages;
  private final PersonalData data;
  private final HeldLines lines;
  private final Signatures signatures;
  private final Persons persons;

  PersonalDataController(
      DeskPages pages, PersonalData data, HeldLines lines, Signatures signatures, Persons persons) {
    this.pages = pages;
    this.data = data;
    this.lines = lines;
    this.signatures = signatures;
    this.persons = persons;
  }

  @GetMapping
  ResponseEntity<String> page(
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn owner,
      @RequestParam Optional<String> erased,
      @RequestParam Optional<String> corrected,
      @RequestParam Optional<String> withdrawn) {
    var frame = pages.frame(request, owner, "held.title", PATH);
    return pages.answer(
        "personal-data.jte",
        new PersonalDataView(
            frame,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            erased
                .map(_ -> "held.erased")
                .or(() -> corrected.map(_ -> "held.corrected"))
                .or(() -> withdrawn.map(_ -> "held.withdrawn"))
                .map(DeskPages.WORDS::get)));
  }

  @PostMapping
  ResponseEntity<String> lookUp(
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn owner,
      @RequestParam(defaultValue = "") String email) {
    var frame = pages.frame(request, owner, "held.title", PATH);
    return EmailAddress.parse(email)
        .map(
            address ->
                pages.answer(
                    "personal-data.jte",
                    new PersonalDataView(
                        frame,
                        Optional.of(address.value()),
                        data.lookUp(owner, address).stream().map(lines::held).toList(),
                        Optional.empty(),
                        Optional.empty())))
        .orElseGet(
            () ->
                pages.answer(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "personal-data.jte",
                    new PersonalDataView(
                        frame,
                        Optional.of(email),
                        List.of(),
                        Optional.of(DeskPages.WORDS.get("held.fault")),
                        Optional.empty())));
  }

  @PostMapping("/download")
  ResponseEntity<String> download(
      @AuthenticationPrincipal SignedIn owner,
      @RequestParam UUID action,
      @RequestParam UUID signature) {
    SignatureView person = find(action, signature);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(FILE).build().toString())
        .body(data.export(owner, person));
  }

  /** Asks, and changes nothing yet; so does the next. */
  @PostMapping("/withdraw")
  ResponseEntity<String> askToWithdraw(
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn owner,
      @RequestParam UUID action,
      @RequestParam UUID signature) {
    return ask(request, owner, "withdraw", find(action, signature));
  }

  @PostMapping("/withdraw/confirmed")
  ResponseEntity<String> withdraw(
      @AuthenticationPrincipal SignedIn owner,
      @RequestParam UUID action,
      @RequestParam UUID signature) {
    data.withdraw(owner, find(action, signature).key());
    return Answers.seeOther(PATH + "?withdrawn");
  }

  @PostMapping("/erase")
  ResponseEntity<String> ask(
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn owner,
      @RequestParam UUID action,
      @RequestParam UUID signature) {
    return ask(request, owner, "erase", find(action, signature));
  }

  private ResponseEntity<String> ask(
      HttpServletRequest request, SignedIn owner, String what, SignatureView person) {
    var view =
        new EraseView(
            pages.frame(request, owner, what + ".title", PATH),
            lines.held(persons.listSame(person.key())));
    return pages.answer(what + ".jte", view);
  }

  @PostMapping("/erase/confirmed")
  ResponseEntity<String> erase(
      @AuthenticationPrincipal SignedIn owner,
      @RequestParam UUID action,
      @RequestParam UUID signature) {
    data.erase(owner, find(action, signature).key());
    return Answers.seeOther(PATH + "?erased");
  }

  private SignatureView find(UUID action, UUID signature) {
    return signatures
        .find(new SignatureKey(new ActionId(action), new SignatureId(signature)))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
