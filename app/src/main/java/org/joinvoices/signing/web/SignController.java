package org.joinvoices.signing.web;

import io.micrometer.core.instrument.Metrics;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joinvoices.action.Action;
import org.joinvoices.action.ActionBySlug;
import org.joinvoices.platform.switches.Standstill;
import org.joinvoices.platform.web.Answers;
import org.joinvoices.platform.web.FormBody;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.Foreseen;
import org.joinvoices.signing.FormView;
import org.joinvoices.signing.Referrals;
import org.joinvoices.signing.Screening;
import org.joinvoices.signing.Screening.Verdict;
import org.joinvoices.signing.SignForm;
import org.joinvoices.signing.SignForm.Parsed;
import org.joinvoices.signing.SignOutcome;
import org.joinvoices.signing.SignRequest;
import org.joinvoices.signing.Signing;
import org.joinvoices.signing.Typed;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Takes the filled form; whatever goes wrong, everything typed is on the page that says so. */
@Controller
final class SignController {

  /** How long a person should wait before sending again what may already be stored. */
  private static final Duration UNCLEAR_PAUSE = Duration.ofSeconds(10);

  private final ActionBySlug actions;
  private final ActionPages pages;
  private final Screening screening;
  private final Signing signing;
  private final Referrals referrals;
  private final Links links;
  private final StandstillNotices standstills;
  private final Recipients recipients;

  SignController(
      ActionBySlug actions,
      ActionPages pages,
      Screening screening,
      Signing signing,
      Referrals referrals,
      Links links,
      StandstillNotices standstills,
      Recipients recipients) {
    this.actions = actions;
    this.pages = pages;
    this.screening = screening;
    this.signing = signing;
    this.referrals = referrals;
    this.links = links;
    this.standstills = standstills;
    this.recipients = recipients;
  }

  @PostMapping(
      path = "/actions/{slug}/signatures",
      consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<String> sign(@PathVariable String slug, HttpServletRequest body)
      throws IOException {
    Action action = actions.get(slug);
    Map<String, List<String>> fields = FormBody.read(body);
    return fields.containsKey(SignForm.PREVIEW)
        ? preview(fields, action, body.getRemoteAddr())
        : sign(fields, action, body.getRemoteAddr());
  }

  private ResponseEntity<String> sign(
      Map<String, List<String>> fields, Action action, String address) {
    return switch (SignForm.parse(fields, action)) {
      case Parsed.Invalid(var errors, var typed) -> faulty(action, errors, typed);
      case Parsed.Valid(var request, var typed) ->
          switch (screening.screen(request, SignForm.arrival(typed, address))) {
            case Verdict.Take(var flags) ->
                answer(signing.sign(heard(request, action, typed), flags), action, typed);
            case Verdict.Later(var pause) -> {
              Metrics.counter("joinvoices.signatures", "outcome", "flood").increment();
              yield later(HttpStatus.TOO_MANY_REQUESTS, pause, action, typed, "form.flood");
            }
          };
    };
  }

  /** With a yes to the partner by whose link the form came, if its box was ticked. */
  private SignRequest heard(SignRequest request, Action action, Typed typed) {
    return typed.isOn("consent_partner")
        ? referrals
            .partner(action.id(), typed.value("source"))
            .map(request::sayingYesTo)
            .orElse(request)
        : request;
  }

  /** Shows what would be sent, above the form with everything in it; signs nothing. */
  private ResponseEntity<String> preview(
      Map<String, List<String>> fields, Action action, String address) {
    return switch (SignForm.parsePreview(fields, action)) {
      case Parsed.Invalid(var errors, var typed) -> faulty(action, errors, typed);
      case Parsed.Valid(var request, var typed) ->
          screening
              .screenPreview(SignForm.arrival(typed, address))
              .map(pause -> later(HttpStatus.TOO_MANY_REQUESTS, pause, action, typed, "form.flood"))
              .orElseGet(() -> preview(request, action, typed));
    };
  }

  private ResponseEntity<String> preview(SignRequest request, Action action, Typed typed) {
    if (!action.writesToCongress()) {
      return again(HttpStatus.OK, action, typed, "form.preview.none");
    }
    return switch (signing.foresee(request)) {
      case Foreseen.Nowhere(var why) -> answer(why, action, typed);
      case Foreseen.Offices(var match) -> {
        Words words = words(action, typed);
        var form = form(action, typed, List.of(), Optional.empty());
        var shown = recipients.preview(words, action, request, match);
        yield Answers.secret(HttpStatus.OK).body(pages.render(action, form, shown));
      }
    };
  }

  /** Nobody need mend a form that cannot be sent now. */
  private ResponseEntity<String> faulty(
      Action action, List<SignForm.FieldError> errors, Typed typed) {
    Optional<Standstill> paused = signing.standstill(action.id());
    if (paused.isPresent()) {
      return answer(new SignOutcome.Paused(paused.get()), action, typed);
    }
    Metrics.counter("joinvoices.signatures", "outcome", "form_faults").increment();
    return refused(action, errors, typed);
  }

  private ResponseEntity<String> answer(SignOutcome outcome, Action action, Typed typed) {
    return switch (outcome) {
      case SignOutcome.Signed(var key, _, var anew) -> {
        if (anew) {
          referrals.joined(action.id(), typed.value("source"));
        }
        yield Answers.seeOther(links.thanks(key));
      }
      case SignOutcome.LetterChanged() ->
          refused(actions.get(action.slug().value()), List.of(SignForm.LETTER_CHANGED), typed);
      case SignOutcome.NotOpen() -> again(HttpStatus.CONFLICT, action, typed, "form.not_open");
      case SignOutcome.Paused(var standstill) -> paused(standstill, action, typed);
      case SignOutcome.Busy(var retryAfter) -> later(retryAfter, action, typed, "form.busy");
      case SignOutcome.Away(var retryAfter) -> later(retryAfter, action, typed, "form.away");
      case SignOutcome.Unclear() -> later(UNCLEAR_PAUSE, action, typed, "form.unclear");
    };
  }

  private ResponseEntity<String> refused(
      Action action, List<SignForm.FieldError> errors, Typed typed) {
    return Answers.secret(HttpStatus.UNPROCESSABLE_CONTENT)
        .body(pages.render(action, form(action, typed, errors, Optional.empty())));
  }

  private ResponseEntity<String> later(Duration pause, Action action, Typed typed, String key) {
    return later(HttpStatus.SERVICE_UNAVAILABLE, pause, action, typed, key);
  }

  private ResponseEntity<String> later(
      HttpStatus status, Duration pause, Action action, Typed typed, String key) {
    long seconds = Math.max(1, pause.toSeconds());
    return unavailable(status, seconds, page(action, typed, key, seconds));
  }

  /** Nobody waits at this page so long: it says when to come back, in words. */
  private ResponseEntity<String> paused(Standstill standstill, Action action, Typed typed) {
    return unavailable(
        HttpStatus.SERVICE_UNAVAILABLE,
        standstills.seconds(standstill),
        page(action, typed, standstills.refusal(standstill, words(action, typed), action)));
  }

  private static ResponseEntity<String> unavailable(HttpStatus status, long seconds, String page) {
    return Answers.secret(status)
        .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
        .body(page);
  }

  private ResponseEntity<String> again(HttpStatus status, Action action, Typed typed, String key) {
    return Answers.secret(status).body(page(action, typed, key, 0));
  }

  private String page(Action action, Typed typed, String key, long seconds) {
    Words words = words(action, typed);
    return page(
        action, typed, new FormView.Notice(words.get(key), words.get(key + ".note", seconds)));
  }

  private String page(Action action, Typed typed, FormView.Notice notice) {
    return pages.render(action, form(action, typed, List.of(), Optional.of(notice)));
  }

  private static FormView form(
      Action action,
      Typed typed,
      List<SignForm.FieldError> errors,
      Optional<FormView.Notice> notice) {
    return new FormView(words(action, typed), typed, errors, notice);
  }

  /** The language of the page the form was on, else the letter's own. */
  private static Words words(Action action, Typed typed) {
    String asked = typed.value("language");
    boolean known = action.pageLanguages().contains(asked);
    return ActionPages.TEXTS.in(known ? asked : action.defaultLanguage());
  }
}
