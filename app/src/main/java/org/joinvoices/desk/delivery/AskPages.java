package org.joinvoices.desk.delivery;

import static org.joinvoices.desk.delivery.QueueWords.WORDS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.joinvoices.action.Action;
import org.joinvoices.action.Channel;
import org.joinvoices.delivery.QueueAct;
import org.joinvoices.delivery.QueueActs;
import org.joinvoices.delivery.QueueOrder;
import org.joinvoices.delivery.QueueScope;
import org.joinvoices.desk.DeskFrame;
import org.joinvoices.districts.Seat;

/** Says with how many messages something is about to be done, and what happens then. */
final class AskPages {

  private final QueueActs acts;

  AskPages(QueueActs acts) {
    this.acts = acts;
  }

  /**
   * @param confirmed whether it was to be done already, and something is missing
   */
  AskView ask(
      DeskFrame desk,
      Action action,
      QueueAct act,
      QueueForm form,
      QueueScope scope,
      boolean confirmed) {
    List<AskView.Way> ways = act == QueueAct.MOVE ? ways(scope) : List.of();
    long count =
        act == QueueAct.MOVE
            ? Arrays.stream(Channel.values())
                .mapToLong(to -> acts.count(QueueOrder.move(scope, to)))
                .max()
                .orElse(0)
            : acts.count(QueueOrder.of(act, scope));
    return new AskView(
        desk,
        WORDS,
        QueueWords.title(action),
        QueuePages.path(action),
        back(action, form),
        question(act, count),
        scopeWords(form),
        count,
        effects(act),
        act.word(),
        form,
        ways,
        confirmed ? Optional.of(WORDS.get("ask.where.fault")) : Optional.empty(),
        WORDS.get("ask." + act.word() + ".button"));
  }

  static String question(QueueAct act, long count) {
    return count == 1
        ? WORDS.get("ask." + act.word() + ".one")
        : WORDS.get("ask." + act.word(), QueueWords.number(count));
  }

  private List<AskView.Way> ways(QueueScope scope) {
    return Arrays.stream(Channel.values())
        .map(
            to ->
                new AskView.Way(
                    to.word(),
                    QueueWords.channel(to),
                    QueueWords.number(acts.count(QueueOrder.move(scope, to))),
                    WORDS.get("channel." + to.word() + ".hint")))
        .toList();
  }

  private static List<String> scopeWords(QueueForm form) {
    List<String> words = QueuePages.scopeWords(form);
    return words.isEmpty() ? List.of(WORDS.get("scope.all")) : words;
  }

  private static List<String> effects(QueueAct act) {
    var effects = new ArrayList<String>();
    for (int i = 1; WORDS.texts().containsKey("effect." + act.word() + "." + i); i++) {
      effects.add(WORDS.get("effect." + act.word() + "." + i));
    }
    return effects;
  }

  /** The page of the office where one is meant, else the queue. */
  static String back(Action action, QueueForm form) {
    Optional<Seat> seat = Seat.parse(form.seat());
    return seat.map(one -> QueuePages.officePath(action, one))
        .orElseGet(
            () ->
                QueuePages.with(
                    QueuePages.queuePath(action),
                    form.scope(action.id()).isPresent() ? form.query() : ""));
  }
}
