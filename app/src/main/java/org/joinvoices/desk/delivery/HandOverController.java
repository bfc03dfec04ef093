package org.joinvoices.desk.delivery;

import static org.joinvoices.desk.delivery.QueueWords.WORDS;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joinvoices.action.Action;
import org.joinvoices.delivery.HandOverFault;
import org.joinvoices.delivery.HandOverProof;
import org.joinvoices.delivery.HandOvers;
import org.joinvoices.desk.ActionBySlug;
import org.joinvoices.desk.DeskPages;
import org.joinvoices.desk.UploadedForms;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.principal.SignedIn;
import org.joinvoices.platform.web.Answers;
import org.joinvoices.platform.web.UploadForm;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
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
import org.springframework.web.server.ResponseStatusException;

/** Owners record what they handed over, with a proof; whoever is at the desk looks at it. */
@Controller
final class HandOverController {

  private static final String LETTER = "/desk/actions/{slug}";
  private static final String FORM = LETTER + "/hand-over";
  private static final String HOME = "/desk";

  private final DeskPages desk;
  private final UploadedForms tokens;
  private final ActionBySlug actions;
  private final HandOverPages pages;
  private final HandOverDesk record;
  private final HandOvers handOvers;

  HandOverController(
      DeskPages desk,
      UploadedForms tokens,
      ActionBySlug actions,
      HandOverPages pages,
      HandOverDesk record,
      HandOvers handOvers) {
    this.desk = desk;
    this.tokens = tokens;
    this.actions = actions;
    this.pages = pages;
    this.record = record;
    this.handOvers = handOvers;
  }

  @GetMapping(FORM)
  ResponseEntity<String> form(
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn owner,
      @PathVariable String slug,
      @RequestParam Map<String, String> fields) {
    Action action = actions.get(slug);
    var subject = HandOverSubject.of(fields).orElseThrow(HandOverController::notFound);
    return page(HttpStatus.OK, request, owner, action, subject, HandOverForm.empty());
  }

  /** Its token is checked here where Spring Security cannot read the form. */
  @PostMapping(FORM)
  ResponseEntity<String> record(
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn owner,
      @PathVariable String slug)
      throws IOException {
    var sent = UploadForm.read(request, HandOverForm.longest());
    if (UploadForm.isSent(request)) {
      tokens.check(request, sent.field("_csrf"));
    }
    Action action = actions.get(slug);
    ZoneId zone = action.deadline().getZone();
    var subject =
        HandOverSubject.of(sent.fields())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT));
    var form = HandOverForm.read(sent, zone);
    var filled = form.filled(sent, zone);
    if (filled.isEmpty()) {
      var whole = sent.file("proof").flatMap(handOvers::findFault).map(form::with).orElse(form);
      return page(HttpStatus.UNPROCESSABLE_CONTENT, request, owner, action, subject, whole);
    }
    Optional<HandOverFault> fault =
        record.record(new Actor.Person(owner.account()), action, subject, filled.get());
    return fault.isEmpty()
        ? Answers.seeOther(WorkPages.path(action) + "?done=handed#handed")
        : page(
            HttpStatus.UNPROCESSABLE_CONTENT,
            request,
            owner,
            action,
            subject,
            form.with(fault.get()));
  }

  private ResponseEntity<String> page(
      HttpStatus status,
      HttpServletRequest request,
      SignedIn owner,
      Action action,
      HandOverSubject subject,
      HandOverForm form) {
    var frame = desk.titled(request, owner, WORDS.get("handover.title"), HOME);
    return pages
        .view(frame, action, subject, form)
        .map(view -> desk.answer(status, "delivery/hand-over.jte", view))
        .orElseThrow(HandOverController::notFound);
  }

  /** Never shown by the browser itself: it is a file of somebody's. */
  @GetMapping(LETTER + "/proofs/{proof}")
  ResponseEntity<byte[]> proof(
      @AuthenticationPrincipal SignedIn who,
      @PathVariable String slug,
      @PathVariable String proof) {
    Action action = actions.get(slug);
    UUID id = QueueForm.id(proof).orElseThrow(HandOverController::notFound);
    HandOverProof found =
        handOvers
            .proof(action.id(), id, new Actor.Person(who.account()))
            .orElseThrow(HandOverController::notFound);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(found.type()))
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(file(action, found)).build().toString())
        .body(found.content().toByteArray());
  }

  private static String file(Action action, HandOverProof proof) {
    return "proof-" + action.slug() + "." + proof.type().replaceFirst(".*/", "");
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
