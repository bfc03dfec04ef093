package org.joinvoices.desk.review;

import static org.joinvoices.desk.review.ReviewWords.WORDS;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joinvoices.action.Action;
import org.joinvoices.desk.ActionBySlug;
import org.joinvoices.desk.DeskFrame;
import org.joinvoices.desk.DeskPages;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.principal.SignedIn;
import org.joinvoices.platform.web.Answers;
import org.joinvoices.signing.ReviewBatch;
import org.joinvoices.signing.ReviewDecision;
import org.joinvoices.signing.ReviewReason;
import org.joinvoices.signing.ReviewScope;
import org.joinvoices.signing.Reviews;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Signatures under review: whoever is at the desk sees how many, owners see some of them and
 * decide. What is decided is carried out in the background.
 */
@Controller
final class ReviewController {

  private static final String REVIEW = "/desk/actions/{slug}/review";
  private static final String BATCHES = "/review/batches";
  private static final String HOME = "/desk";

  private final DeskPages desk;
  private final ActionBySlug actions;
  private final Reviews reviews;
  private final ReviewPages pages;

  ReviewController(DeskPages desk, ActionBySlug actions, Reviews reviews, ReviewPages pages) {
    this.desk = desk;
    this.actions = actions;
    this.reviews = reviews;
    this.pages = pages;
  }

  @GetMapping(REVIEW)
  ResponseEntity<String> review(
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn who,
      @PathVariable String slug,
      @RequestParam Map<String, String> fields) {
    Action action = actions.get(slug);
    ReviewForm form = ReviewForm.read(fields, action);
    return desk.answer(
        form.faults().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
        "review/review.jte",
        pages.review(frame(request, who, "review.title"), action, form));
  }

  /** Looking at names is noted, so it is not done by an address. */
  @PostMapping(REVIEW + "/signers")
  ResponseEntity<String> signers(
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn owner,
      @PathVariable String slug,
      @RequestParam Map<String, String> fields) {
    Action action = actions.get(slug);
    ReviewForm form = ReviewForm.read(fields, action);
    return desk.answer(
        "review/review.jte",
        pages.named(
            frame(request, owner, "review.title"), action, by(owner), form, meant(form, action)));
  }

  /** Asks first; what comes with {@code confirm} is decided. */
  @PostMapping(REVIEW + "/decide")
  ResponseEntity<String> decide(
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn owner,
      @PathVariable String slug,
      @RequestParam Map<String, String> fields) {
    Action action = actions.get(slug);
    ReviewForm form = ReviewForm.read(fields, action);
    ReviewScope scope = meant(form, action);
    String word = fields.getOrDefault("decision", "");
    boolean confirmed = !fields.getOrDefault("confirm", "").isEmpty();
    Optional<ReviewDecision> decision = decision(word, fields.getOrDefault("reason", ""));
    if (word.equals("release") && !form.isUnderReview()) {
      throw notMeant();
    }
    return confirmed && decision.isPresent()
        ? decided(owner, action, scope, decision.get())
        : desk.answer(
            confirmed ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK,
            "review/ask.jte",
            pages.ask(frame(request, owner, "ask.title"), action, word, form, scope, confirmed));
  }

  /** To take out without a reason is no decision yet. */
  private static Optional<ReviewDecision> decision(String word, String reason) {
    return switch (word) {
      case "release" -> Optional.of(new ReviewDecision.Release());
      case "invalidate" -> ReviewReason.find(reason).map(ReviewDecision.Invalidate::new);
      default -> throw notMeant();
    };
  }

  private ResponseEntity<String> decided(
      SignedIn owner, Action action, ReviewScope scope, ReviewDecision decision) {
    long count = reviews.preview(scope).count();
    if (count > 0) {
      reviews.begin(by(owner), scope, decision, count);
    }
    return batches(action, count > 0 ? "?done=" + decision.word() : "");
  }

  @GetMapping(REVIEW + "/batches")
  ResponseEntity<String> batches(
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn who,
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String done) {
    return desk.answer(
        "review/batches.jte",
        pages.batches(
            frame(request, who, "batches.title"),
            actions.get(slug),
            Optional.ofNullable(WORDS.texts().get("done." + done))));
  }

  /** Asks first; what comes with {@code confirm} is undone. */
  @PostMapping(REVIEW + "/undo")
  ResponseEntity<String> undo(
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn owner,
      @PathVariable String slug,
      @RequestParam UUID batch,
      @RequestParam(defaultValue = "") String confirm) {
    Action action = actions.get(slug);
    ReviewBatch found =
        reviews
            .find(batch)
            .filter(one -> one.action().equals(action.id()))
            .orElseThrow(ReviewController::notFound);
    if (confirm.isEmpty()) {
      return desk.answer(
          "review/ask.jte", pages.askUndo(frame(request, owner, "ask.title"), action, found));
    }
    boolean begun = reviews.undo(by(owner), action.id(), batch);
    return batches(action, begun ? "?done=undo" : "");
  }

  private static ResponseEntity<String> batches(Action action, String query) {
    return Answers.seeOther(ReviewPages.path(action) + BATCHES + query);
  }

  private static Actor by(SignedIn owner) {
    return new Actor.Person(owner.account());
  }

  private static ReviewScope meant(ReviewForm form, Action action) {
    return form.scope(action).orElseThrow(ReviewController::notMeant);
  }

  private DeskFrame frame(HttpServletRequest request, SignedIn who, String title) {
    return desk.titled(request, who, WORDS.get(title), HOME);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }

  /** No button of ours sends such a form. */
  private static ResponseStatusException notMeant() {
    return new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT);
  }
}
