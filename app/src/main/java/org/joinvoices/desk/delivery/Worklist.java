package org.joinvoices.desk.delivery;

import static org.joinvoices.desk.delivery.QueueWords.WORDS;

import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.joinvoices.action.Action;
import org.joinvoices.authors.PauseRequests;
import org.joinvoices.delivery.DeliveryState;
import org.joinvoices.delivery.Packet;
import org.joinvoices.delivery.PacketOffer;
import org.joinvoices.delivery.PacketState;
import org.joinvoices.delivery.Packets;
import org.joinvoices.delivery.Queue;
import org.joinvoices.delivery.QueueAct;
import org.joinvoices.delivery.QueueCell;
import org.joinvoices.delivery.QueueScope;
import org.joinvoices.desk.Stops;
import org.joinvoices.desk.ThingsToDo;
import org.joinvoices.signing.Reviews;

/** What people must do for a letter now, the most urgent first. */
final class Worklist implements ThingsToDo {

  /** Days before the deadline from which on what waits on paper comes first. */
  private static final long NEAR = 7;

  /** How soon something is to be done; the first is the most urgent. */
  enum Urgency {
    NOW("bad"),
    SOON("wait"),
    WHEN_YOU_CAN("");

    private final String tone;

    Urgency(String tone) {
      this.tone = tone;
    }

    private String word() {
      return WORDS.get("urgency." + name().toLowerCase(java.util.Locale.ROOT));
    }
  }

  /** One thing to do, with its place among the others. */
  record Todo(Urgency urgency, String title, String text, Optional<String> link) {

    private WorkView.Task task() {
      return new WorkView.Task(urgency.tone, urgency.word(), title, text, link);
    }
  }

  private final Reviews reviews;
  private final Queue queue;
  private final Packets packets;
  private final BookPages books;
  private final Stops stops;
  private final PauseRequests pauses;
  private final InstantSource clock;

  /**
   * @param clock civic time
   */
  Worklist(
      Reviews reviews,
      Queue queue,
      Packets packets,
      BookPages books,
      Stops stops,
      PauseRequests pauses,
      InstantSource clock) {
    this.reviews = reviews;
    this.queue = queue;
    this.packets = packets;
    this.books = books;
    this.stops = stops;
    this.pauses = pauses;
    this.clock = clock;
  }

  @Override
  public int count(Action action) {
    return todos(action).size();
  }

  List<WorkView.Task> tasks(Action action) {
    return todos(action).stream().map(Todo::task).toList();
  }

  private List<Todo> todos(Action action) {
    return Stream.of(
            stopped(),
            ofAuthors(action),
            underReview(action),
            ofQueue(action),
            onPaper(action),
            books.todos(action))
        .flatMap(List::stream)
        .sorted(Comparator.comparing(Todo::urgency))
        .toList();
  }

  private List<Todo> stopped() {
    return stops.list().stream()
        .map(stop -> new Todo(Urgency.NOW, WORDS.get("todo.stopped"), stop, Optional.empty()))
        .toList();
  }

  private List<Todo> ofAuthors(Action action) {
    return pauses.isWaiting(action.id())
        ? List.of(
            new Todo(
                Urgency.NOW,
                WORDS.get("todo.pause"),
                WORDS.get("todo.pause.text"),
                Optional.of(QueuePages.path(action) + "/authors#pause")))
        : List.of();
  }

  private List<Todo> underReview(Action action) {
    long waiting = reviews.numbers(action.id()).all();
    return waiting == 0
        ? List.of()
        : List.of(
            new Todo(
                isNear(action) ? Urgency.NOW : Urgency.SOON,
                counted("todo.signatures", waiting),
                WORDS.get("todo.signatures.text", untilDeadline(action)),
                Optional.of(QueuePages.path(action) + "/review")));
  }

  private List<Todo> ofQueue(Action action) {
    List<QueueCell> cells =
        queue.cells(
            QueueScope.of(action.id()),
            Set.of(DeliveryState.NEEDS_REVIEW, DeliveryState.REFUSED, DeliveryState.HELD));
    var todos = new ArrayList<Todo>();
    add(
        todos,
        action,
        Urgency.SOON,
        "review",
        "state=needs_review",
        sum(cells, cell -> cell.state() == DeliveryState.NEEDS_REVIEW));
    add(
        todos,
        action,
        Urgency.SOON,
        "held",
        "state=held",
        sum(
            cells,
            cell ->
                cell.state() == DeliveryState.HELD
                    && QueueAct.RETRY.suits(cell.state(), cell.reason())));
    add(
        todos,
        action,
        Urgency.SOON,
        "refused",
        "state=refused",
        sum(cells, cell -> cell.state() == DeliveryState.REFUSED));
    add(
        todos,
        action,
        Urgency.WHEN_YOU_CAN,
        "own",
        "state=held&reason=by_organizer",
        sum(cells, cell -> cell.reason().filter("by_organizer"::equals).isPresent()));
    return todos;
  }

  private static long sum(List<QueueCell> cells, Predicate<QueueCell> meant) {
    return cells.stream().filter(meant).mapToLong(QueueCell::messages).sum();
  }

  private static void add(
      List<Todo> todos, Action action, Urgency urgency, String key, String query, long count) {
    if (count > 0) {
      todos.add(
          new Todo(
              urgency,
              counted("todo." + key, count),
              WORDS.get("todo." + key + ".text"),
              Optional.of(QueuePages.queuePath(action) + "?" + query + "#offices")));
    }
  }

  private List<Todo> onPaper(Action action) {
    List<PacketOffer> open = packets.open(action.id());
    List<Packet> made =
        packets.list(action.id()).stream()
            .filter(packet -> packet.state() == PacketState.MADE)
            .toList();
    Urgency urgency = isNear(action) ? Urgency.NOW : Urgency.WHEN_YOU_CAN;
    var todos = new ArrayList<Todo>();
    if (!open.isEmpty()) {
      long waiting = open.stream().mapToLong(PacketOffer::letters).sum();
      todos.add(
          new Todo(
              urgency,
              counted("todo.packets", open.size()),
              WORDS.get("todo.packets.text", QueueWords.number(waiting), untilDeadline(action)),
              Optional.of("#paper")));
    }
    if (!made.isEmpty()) {
      todos.add(
          new Todo(
              isNear(action) ? Urgency.NOW : Urgency.SOON,
              counted("todo.made", made.size()),
              WORDS.get("todo.made.text", untilDeadline(action)),
              Optional.of("#paper")));
    }
    return todos;
  }

  private static String counted(String key, long count) {
    return count == 1 ? WORDS.get(key + ".one") : WORDS.get(key, QueueWords.number(count));
  }

  private boolean isNear(Action action) {
    return daysLeft(action) <= NEAR;
  }

  private long daysLeft(Action action) {
    ZonedDateTime now = clock.instant().atZone(action.deadline().getZone());
    return ChronoUnit.DAYS.between(now.toLocalDate(), action.deadline().toLocalDate());
  }

  /** Such as: The deadline is in 3 days, January 20, 2021, 12:00 PM Eastern Time. */
  String untilDeadline(Action action) {
    String when = QueueWords.FORMATS.shortMoment(action.deadline());
    if (!clock.instant().isBefore(action.deadline().toInstant())) {
      return WORDS.get("deadline.past", when);
    }
    long days = daysLeft(action);
    return switch ((int) Math.min(days, 2)) {
      case 0 -> WORDS.get("deadline.today", when);
      case 1 -> WORDS.get("deadline.tomorrow", when);
      default -> WORDS.get("deadline.days", QueueWords.number(days), when);
    };
  }
}
