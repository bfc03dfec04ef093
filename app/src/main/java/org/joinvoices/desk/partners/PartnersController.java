package org.joinvoices.desk.partners;

import static org.joinvoices.desk.partners.PartnersPages.WORDS;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joinvoices.action.Action;
import org.joinvoices.coalition.Coalition;
import org.joinvoices.coalition.LogoPicture;
import org.joinvoices.coalition.PartnerExports;
import org.joinvoices.coalition.Partners;
import org.joinvoices.coalition.Partners.Added;
import org.joinvoices.coalition.Partnership;
import org.joinvoices.coalition.SourceLinks;
import org.joinvoices.desk.ActionBySlug;
import org.joinvoices.desk.DeskPages;
import org.joinvoices.desk.UploadedForms;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.principal.SignedIn;
import org.joinvoices.platform.web.Answers;
import org.joinvoices.platform.web.UploadForm;
import org.joinvoices.signing.PartnerId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Owners add partners and make links; whoever is at the desk sees how many came by each. */
@Controller
final class PartnersController {

  private static final String PATH = "/desk/actions/{slug}/partners";
  private static final String HOME = "/desk";

  /** A link's hours are a person's, whatever day a demonstration has. */
  private static final InstantSource MACHINE = InstantSource.system();

  private final DeskPages desk;
  private final UploadedForms tokens;
  private final ActionBySlug actions;
  private final Coalition coalition;
  private final Partners partners;
  private final SourceLinks links;
  private final PartnerExports exports;
  private final PartnersPages pages;

  PartnersController(
      DeskPages desk,
      UploadedForms tokens,
      ActionBySlug actions,
      Coalition coalition,
      Partners partners,
      SourceLinks links,
      PartnerExports exports,
      PartnersPages pages) {
    this.desk = desk;
    this.tokens = tokens;
    this.actions = actions;
    this.coalition = coalition;
    this.partners = partners;
    this.links = links;
    this.exports = exports;
    this.pages = pages;
  }

  @GetMapping(PATH)
  ResponseEntity<String> page(
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn who,
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String done) {
    return page(
        HttpStatus.OK,
        request,
        who,
        actions.get(slug),
        PartnerForm.empty(),
        LinkForm.empty(),
        Optional.ofNullable(WORDS.texts().get("done." + done)),
        Optional.empty());
  }

  /** Its token is checked here, because Spring Security cannot read a form with a file. */
  @PostMapping(PATH)
  ResponseEntity<String> add(
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn owner,
      @PathVariable String slug)
      throws IOException {
    var sent = UploadForm.read(request, LogoPicture.LARGEST_FILE);
    if (UploadForm.isSent(request)) {
      tokens.check(request, sent.field("_csrf"));
    }
    Action action = actions.get(slug);
    PartnerForm form = PartnerForm.read(sent);
    if (form.filled().isEmpty()) {
      return refused(request, owner, action, form, LinkForm.empty());
    }
    return switch (partners.add(action.id(), form.filled().get(), by(owner))) {
      case Added.Joined _ -> done(action, "added");
      case Added.WordTaken() -> refused(request, owner, action, form.taken(), LinkForm.empty());
    };
  }

  /** Pressed again, the partner has left already. */
  @PostMapping(PATH + "/end")
  ResponseEntity<String> end(
      @AuthenticationPrincipal SignedIn owner,
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String partner) {
    Action action = actions.get(slug);
    partners.end(action.id(), id(partner), by(owner));
    return done(action, "ended");
  }

  @PostMapping(PATH + "/links")
  ResponseEntity<String> link(
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn owner,
      @PathVariable String slug,
      @RequestParam Map<String, String> fields) {
    Action action = actions.get(slug);
    LinkForm form = LinkForm.read(fields);
    Optional<LinkForm.Filled> filled = form.filled();
    if (filled.isEmpty()) {
      return refused(request, owner, action, PartnerForm.empty(), form);
    }
    boolean made = links.make(action.id(), filled.get().name(), filled.get().label(), by(owner));
    return made
        ? done(action, "link")
        : refused(request, owner, action, PartnerForm.empty(), form.taken());
  }

  /** The link is on this page and on no other; no address and no log of ours holds it. */
  @PostMapping(PATH + "/export")
  ResponseEntity<String> export(
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn owner,
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String partner) {
    Action action = actions.get(slug);
    Partnership partnership =
        partners.find(action.id(), id(partner)).orElseThrow(PartnersController::notFound);
    Optional<String> token = exports.link(action.id(), partnership.partner().id(), by(owner));
    if (token.isEmpty()) {
      return done(action, "ended");
    }
    Instant until = MACHINE.instant().plus(PartnerExports.LIFETIME);
    return page(
        HttpStatus.OK,
        request,
        owner,
        action,
        PartnerForm.empty(),
        LinkForm.empty(),
        Optional.empty(),
        Optional.of(pages.export(partnership.partner(), token.get(), until, action)));
  }

  private static Actor by(SignedIn owner) {
    return new Actor.Person(owner.account());
  }

  /** Pages of this server follow at once. */
  private ResponseEntity<String> done(Action action, String what) {
    coalition.forget();
    return Answers.seeOther(PartnersPages.path(action) + "/partners?done=" + what);
  }

  private ResponseEntity<String> refused(
      HttpServletRequest request,
      SignedIn owner,
      Action action,
      PartnerForm partner,
      LinkForm link) {
    return page(
        HttpStatus.UNPROCESSABLE_CONTENT,
        request,
        owner,
        action,
        partner,
        link,
        Optional.empty(),
        Optional.empty());
  }

  private ResponseEntity<String> page(
      HttpStatus status,
      HttpServletRequest request,
      SignedIn who,
      Action action,
      PartnerForm partner,
      LinkForm link,
      Optional<String> done,
      Optional<PartnersView.Export> export) {
    var frame = desk.titled(request, who, WORDS.get("partners.title"), HOME);
    return desk.answer(
        status, "partners/partners.jte", pages.view(frame, action, partner, link, done, export));
  }

  private static PartnerId id(String typed) {
    try {
      return new PartnerId(UUID.fromString(typed));
    } catch (IllegalArgumentException none) {
      throw notFound();
    }
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
