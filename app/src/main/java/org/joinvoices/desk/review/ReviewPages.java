package org.joinvoices.desk.review;

import static org.joinvoices.desk.review.ReviewWords.WORDS;
import static org.joinvoices.desk.review.ReviewWords.number;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.joinvoices.action.Action;
import org.joinvoices.desk.DeskFrame;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.signing.Flag;
import org.joinvoices.signing.PersonName;
import org.joinvoices.signing.ReviewBatch;
import org.joinvoices.signing.ReviewDecision;
import org.joinvoices.signing.ReviewNumbers;
import org.joinvoices.signing.ReviewPreview;
import org.joinvoices.signing.ReviewReason;
import org.joinvoices.signing.ReviewScope;
import org.joinvoices.signing.Reviews;
import org.joinvoices.signing.SignatureKey;
import org.joinvoices.signing.SignatureState;
import org.joinvoices.signing.Source;

/** Puts what is under review, and what was decided about it, into words. */
final class ReviewPages {

  private static final Map<String, List<ReviewView.Choice>> CHOICES =
      Map.of(
          "state", choices(ReviewForm.STATES, SignatureState::word, ReviewWords::state),
          "flag",
              choices(List.of(Flag.values()), Flag::word, flag -> ReviewWords.flag(flag.word())),
          "source", choices(List.of(Source.values()), Source::word, ReviewWords::source));

  private final Reviews reviews;

  ReviewPages(Reviews reviews) {
    this.reviews = reviews;
  }

  static String path(Action action) {
    return "/desk/actions/" + action.slug();
  }

  /** Numbers for everybody, and for owners the latest signatures without names. */
  ReviewView review(DeskFrame desk, Action action, ReviewForm form) {
    Optional<ReviewPreview> preview =
        form.scope(action).filter(_ -> isOwner(desk)).map(reviews::preview);
    return review(desk, action, form, preview, Map.of(), Optional.empty());
  }

  /** The same with names, which is noted. */
  ReviewView named(DeskFrame desk, Action action, Actor owner, ReviewForm form, ReviewScope scope) {
    ReviewPreview preview = reviews.preview(scope);
    return review(
        desk,
        action,
        form,
        Optional.of(preview),
        reviews.names(owner, action.id(), preview.sample()),
        Optional.of(String.join("; ", ReviewWords.scope(scope, action))));
  }

  private ReviewView review(
      DeskFrame desk,
      Action action,
      ReviewForm form,
      Optional<ReviewPreview> preview,
      Map<SignatureKey, PersonName> names,
      Optional<String> named) {
    ReviewNumbers numbers = reviews.numbers(action.id());
    var rows = new ArrayList<ReviewView.Row>();
    if (numbers.all() > 0) {
      rows.add(row("", WORDS.get("review.all"), numbers.all()));
    }
    numbers.byFlag().forEach((flag, count) -> rows.add(row(flag, ReviewWords.flag(flag), count)));
    return new ReviewView(
        desk,
        WORDS,
        ReviewWords.title(action),
        path(action),
        rows,
        form,
        WORDS.formats().zone(action.deadline()),
        CHOICES,
        preview.filter(_ -> !form.isEmpty()).map(found -> chosen(found, form)),
        preview.map(ReviewPreview::sample).orElse(List.of()).stream()
            .map(line -> line(line, action, names))
            .toList(),
        named);
  }

  private static ReviewView.Chosen chosen(ReviewPreview found, ReviewForm form) {
    return new ReviewView.Chosen(
        ReviewWords.counted("choose.found", found.count()),
        found.count() > 0,
        form.isUnderReview());
  }

  private static <T> List<ReviewView.Choice> choices(
      List<T> all, Function<T, String> word, Function<T, String> label) {
    return all.stream()
        .map(one -> new ReviewView.Choice(word.apply(one), label.apply(one)))
        .toList();
  }

  private static ReviewView.Row row(String flag, String label, long count) {
    return new ReviewView.Row(flag, label, number(count), WORDS.get("review.about", label));
  }

  private static ReviewView.Line line(
      ReviewPreview.Line line, Action action, Map<SignatureKey, PersonName> names) {
    PersonName name = names.get(line.key());
    return new ReviewView.Line(
        ReviewWords.moment(line.signedAt(), action),
        line.region().isEmpty() ? WORDS.get("review.region.none") : line.region(),
        ReviewWords.flags(line.flags()),
        name == null ? WORDS.get("review.name.none") : name.given() + " " + name.family());
  }

  /**
   * Asks whether it shall be decided.
   *
   * @param incomplete whether it was to be decided already, and the reason is missing
   */
  AskView ask(
      DeskFrame desk,
      Action action,
      String decision,
      ReviewForm form,
      ReviewScope scope,
      boolean incomplete) {
    var fields = new LinkedHashMap<>(form.fields());
    fields.put("decision", decision);
    long count = reviews.preview(scope).count();
    boolean takesOut = decision.equals("invalidate");
    return new AskView(
        desk,
        WORDS,
        ReviewWords.title(action),
        path(action) + "/review" + form.query(),
        ReviewWords.counted("ask." + decision, count),
        ReviewWords.scope(scope, action),
        count,
        effects(decision),
        path(action) + "/review/decide",
        fields,
        takesOut
            ? Arrays.stream(ReviewReason.values())
                .map(why -> new AskView.Reason(why.word(), WORDS.get("reason." + why.word())))
                .toList()
            : List.of(),
        incomplete ? Optional.of(WORDS.get("ask.why.fault")) : Optional.empty(),
        WORDS.get("ask." + decision + ".button"));
  }

  AskView askUndo(DeskFrame desk, Action action, ReviewBatch batch) {
    var tally = batch.tally();
    long count =
        batch.canBeUndone() ? tally.changed() + tally.doubles() + tally.mailboxesTaken() : 0;
    return new AskView(
        desk,
        WORDS,
        ReviewWords.title(action),
        path(action) + "/review/batches",
        ReviewWords.counted("ask.undo", count),
        scopeWords(batch, action),
        batch.state() == ReviewBatch.State.RUNNING ? Math.max(count, 1) : count,
        effects("undo"),
        path(action) + "/review/undo",
        Map.of("batch", batch.id().toString()),
        List.of(),
        Optional.empty(),
        WORDS.get("ask.undo.button"));
  }

  private static List<String> effects(String what) {
    var effects = new ArrayList<String>();
    for (int i = 1; WORDS.texts().containsKey("effect." + what + "." + i); i++) {
      effects.add(WORDS.get("effect." + what + "." + i));
    }
    return effects;
  }

  BatchesView batches(DeskFrame desk, Action action, Optional<String> done) {
    boolean owner = isOwner(desk);
    return new BatchesView(
        desk,
        WORDS,
        ReviewWords.title(action),
        path(action),
        done,
        reviews.list(action.id()).stream().map(batch -> batch(batch, action, owner)).toList());
  }

  private static BatchesView.Batch batch(ReviewBatch batch, Action action, boolean owner) {
    return new BatchesView.Batch(
        batch.id(),
        switch (batch.decision()) {
          case ReviewDecision.Release() -> WORDS.get("batches.release");
          case ReviewDecision.Invalidate(var why) ->
              WORDS.get("batches.invalidate", WORDS.get("reason." + why.word()));
        },
        ReviewWords.moment(batch.madeAt(), action),
        WORDS.get(batch.madeBy() instanceof Actor.Person ? "batches.desk" : "batches.server"),
        owner ? scopeWords(batch, action) : List.of(WORDS.get("batches.which.secret")),
        WORDS.get("batches.standing." + batch.state().word()),
        switch (batch.state()) {
          case RUNNING, UNDOING -> "wait";
          case DONE -> "good";
          case UNDONE -> "";
        },
        result(batch),
        owner && batch.canBeUndone());
  }

  private static List<String> scopeWords(ReviewBatch batch, Action action) {
    return batch
        .scope()
        .map(scope -> ReviewWords.scope(scope, action))
        .orElseGet(() -> List.of(WORDS.get("batches.which.gone")));
  }

  private static List<String> result(ReviewBatch batch) {
    var tally = batch.tally();
    var words = new ArrayList<String>();
    words.add(WORDS.get("batches.changed", number(tally.changed()), number(tally.expected())));
    if (tally.doubles() > 0) {
      words.add(WORDS.get("batches.doubles", number(tally.doubles())));
    }
    if (tally.mailboxesTaken() > 0) {
      words.add(WORDS.get("batches.mailboxes", number(tally.mailboxesTaken())));
    }
    if (batch.undone().isPresent()) {
      words.add(WORDS.get("batches.back", number(tally.broughtBack())));
      words.add(WORDS.get("batches.left", number(tally.leftAlone())));
    }
    return words;
  }

  private static boolean isOwner(DeskFrame desk) {
    return desk.who().filter(who -> who.isOwner()).isPresent();
  }
}
