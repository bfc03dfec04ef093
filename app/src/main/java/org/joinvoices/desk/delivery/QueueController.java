package org.joinvoices.desk.delivery;

import static org.joinvoices.desk.delivery.QueueWords.WORDS;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.joinvoices.action.Action;
import org.joinvoices.action.Channel;
import org.joinvoices.delivery.QueueAct;
import org.joinvoices.delivery.QueueActs;
import org.joinvoices.delivery.QueueOrder;
import org.joinvoices.delivery.QueueScope;
import org.joinvoices.desk.ActionBySlug;
import org.joinvoices.desk.DeskFrame;
import org.joinvoices.desk.DeskPages;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.principal.SignedIn;
import org.joinvoices.platform.web.Answers;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The queue of a letter: whoever is at the desk looks, owners act. */
@Controller
final class QueueController {

  static final String QUEUE = "/desk/actions/{slug}/queue";
  private static final String HOME = "/desk";

  private final DeskPages desk;
  private final ActionBySlug actions;
  private final QueuePages pages;
  private final AskPages questions;
  private final QueueActs acts;
  private final QueueFile file;

  QueueController(
      DeskPages desk,
      ActionBySlug actions,
      QueuePages pages,
      AskPages questions,
      QueueActs acts,
      QueueFile file) {
    this.desk = desk;
    this.actions = actions;
    this.pages = pages;
    this.questions = questions;
    this.acts = acts;
    this.file = file;
  }

  @GetMapping(QUEUE)
  ResponseEntity<String> queue(
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn who,
      @PathVariable String slug,
      @RequestParam Map<String, String> fields) {
    var view =
        pages.queue(
            frame(request, who, "queue.title"),
            actions.get(slug),
            QueueForm.of(fields),
            done(fields),
            page(fields.getOrDefault("page", "")));
    return desk.answer("delivery/queue.jte", view);
  }

  @GetMapping(QUEUE + "/{seat}")
  ResponseEntity<String> office(
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn who,
      @PathVariable String slug,
      @PathVariable String seat,
      @RequestParam Map<String, String> fields) {
    Action action = actions.get(slug);
    return Seat.parse(seat)
        .flatMap(
            office ->
                pages.office(
                    frame(request, who, "office.title"),
                    action,
                    office,
                    QueueForm.of(fields),
                    QueueForm.id(fields.getOrDefault("after", "")),
                    done(fields)))
        .map(view -> desk.answer("delivery/office.jte", view))
        .orElseThrow(QueueController::notFound);
  }

  @GetMapping(QUEUE + ".csv")
  void download(
      HttpServletResponse response,
      @AuthenticationPrincipal SignedIn who,
      @PathVariable String slug)
      throws IOException {
    file.write(new Actor.Person(who.account()), actions.get(slug), response);
  }

  /** Asks first; what comes with {@code confirm} is done. */
  @PostMapping(QUEUE + "/acts")
  ResponseEntity<String> act(
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn owner,
      @PathVariable String slug,
      @RequestParam Map<String, String> fields) {
    Action action = actions.get(slug);
    var form = QueueForm.of(fields);
    QueueAct act =
        QueueAct.find(fields.getOrDefault("act", "")).orElseThrow(QueueController::notMeant);
    QueueScope scope = form.scope(action.id()).orElseThrow(QueueController::notMeant);
    boolean confirmed = !fields.getOrDefault("confirm", "").isEmpty();
    Optional<QueueOrder> order = order(act, scope, fields.getOrDefault("channel", ""));
    return confirmed && order.isPresent()
        ? run(owner, action, form, order.get())
        : desk.answer(
            confirmed ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK,
            "delivery/ask.jte",
            questions.ask(frame(request, owner, "ask.title"), action, act, form, scope, confirmed));
  }

  /** A move without a channel is none yet. */
  private static Optional<QueueOrder> order(QueueAct act, QueueScope scope, String channel) {
    if (act != QueueAct.MOVE) {
      return Optional.of(QueueOrder.of(act, scope));
    }
    for (Channel one : Channel.values()) {
      if (one.word().equals(channel)) {
        return Optional.of(QueueOrder.move(scope, one));
      }
    }
    return Optional.empty();
  }

  private ResponseEntity<String> run(
      SignedIn owner, Action action, QueueForm form, QueueOrder order) {
    long count = acts.run(new Actor.Person(owner.account()), order);
    String back = AskPages.back(action, form);
    return Answers.seeOther(
        back + (back.contains("?") ? "&" : "?") + "done=" + order.act().word() + "&count=" + count);
  }

  /** What an address says of what was just done; whatever else it says is passed over. */
  private static Optional<String> done(Map<String, String> fields) {
    String word = fields.getOrDefault("done", "");
    long count = number(fields.getOrDefault("count", ""));
    return switch (word) {
      case "pause", "resume" -> Optional.of(WORDS.get("done." + word));
      default -> QueueAct.find(word).map(act -> done(act, count));
    };
  }

  private static String done(QueueAct act, long count) {
    return count == 1
        ? WORDS.get("done." + act.word() + ".one")
        : WORDS.get("done." + act.word(), QueueWords.number(count));
  }

  private static int page(String text) {
    return (int) Math.clamp(number(text), 1, Integer.MAX_VALUE);
  }

  /** Zero where it is no number. */
  private static long number(String text) {
    return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
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
