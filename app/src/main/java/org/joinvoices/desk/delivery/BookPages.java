package org.joinvoices.desk.delivery;

import static org.joinvoices.desk.delivery.QueueWords.WORDS;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joinvoices.action.Action;
import org.joinvoices.delivery.BookPart;
import org.joinvoices.delivery.BookTask;
import org.joinvoices.delivery.BookWork;
import org.joinvoices.desk.delivery.Worklist.Todo;
import org.joinvoices.desk.delivery.Worklist.Urgency;

/** Puts into words how far petition books have come, and what people must do about them. */
final class BookPages {

  /** How long before post must leave it is said. */
  private static final Duration AHEAD = Duration.ofDays(14);

  private static final Duration PRESSING = Duration.ofDays(3);

  private final BookWork work;
  private final InstantSource clock;

  /**
   * @param clock civic time
   */
  BookPages(BookWork work, InstantSource clock) {
    this.work = work;
    this.clock = clock;
  }

  /** Those that are not handed over yet. */
  List<WorkView.Book> list(Action action) {
    return work.list(action.id()).stream()
        .filter(task -> task.state() != BookTask.State.HANDED_OVER)
        .map(task -> line(action, task))
        .toList();
  }

  private WorkView.Book line(Action action, BookTask task) {
    ZoneId zone = action.deadline().getZone();
    String state =
        WORDS.get("book.state." + task.state().name().toLowerCase(java.util.Locale.ROOT));
    return new WorkView.Book(
        task.addressee().name(),
        task.addressee().office(),
        part(task.part()),
        tone(task),
        task.reason().isEmpty()
            ? state
            : state + " " + WORDS.get("code.other", task.reason().get()),
        dates(task, zone),
        mayBeHandedOver(task)
            ? Optional.of(
                QueuePages.path(action)
                    + "/hand-over?part="
                    + task.part().word()
                    + "&addressee="
                    + task.addressee().id())
            : Optional.empty());
  }

  private static String part(BookPart part) {
    return WORDS.get("book." + part.word());
  }

  private static String tone(BookTask task) {
    return switch (task.state()) {
      case NOT_YET, MAIL_WAITS -> "";
      case MAILED, HANDED_OVER -> "good";
      case MAIL_UNCLEAR, TO_HAND_OVER -> "wait";
    };
  }

  private static String dates(BookTask task, ZoneId zone) {
    String due = WORDS.get("book.due", QueueWords.moment(task.due(), zone));
    return task.postBy()
        .map(at -> WORDS.get("book.post_by", QueueWords.moment(at, zone)) + " " + due)
        .orElse(due);
  }

  /** What is posted before it is frozen may be recorded, too. */
  private static boolean mayBeHandedOver(BookTask task) {
    return task.needsPerson() || (task.state() == BookTask.State.NOT_YET && !task.byMail());
  }

  /** What people must do about them, a thing each. */
  List<Todo> todos(Action action) {
    var todos = new ArrayList<Todo>();
    for (BookTask task : work.list(action.id())) {
      if (task.needsPerson()) {
        todos.add(todo(action, task, "hand_over", urgency(task.due())));
      } else if (task.state() == BookTask.State.NOT_YET) {
        task.postBy()
            .filter(at -> !clock.instant().isBefore(at.minus(AHEAD)))
            .filter(_ -> clock.instant().isBefore(task.due()))
            .map(at -> todo(action, task, isPast(at) ? "late" : "post", urgency(at)))
            .ifPresent(todos::add);
      }
    }
    return todos;
  }

  private static Todo todo(Action action, BookTask task, String key, Urgency urgency) {
    return new Todo(
        urgency,
        WORDS.get("todo.book." + key, part(task.part()), task.addressee().name()),
        WORDS.get("todo.book." + key + ".text", dates(task, action.deadline().getZone())),
        Optional.of("#books"));
  }

  private boolean isPast(Instant at) {
    return !clock.instant().isBefore(at);
  }

  private Urgency urgency(Instant at) {
    return clock.instant().isBefore(at.minus(PRESSING)) ? Urgency.SOON : Urgency.NOW;
  }
}
