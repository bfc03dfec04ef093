package org.joinvoices.desk.delivery;

import static org.joinvoices.desk.delivery.QueueWords.WORDS;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.joinvoices.action.Action;
import org.joinvoices.delivery.DeliveryState;
import org.joinvoices.delivery.Queue;
import org.joinvoices.delivery.QueueAct;
import org.joinvoices.delivery.QueueCell;
import org.joinvoices.delivery.QueueRow;
import org.joinvoices.delivery.QueueScope;
import org.joinvoices.delivery.Route;
import org.joinvoices.desk.DeskFrame;
import org.joinvoices.desk.Stops;
import org.joinvoices.districts.Seat;

/** Puts the queue of a letter, and that of one office, into words. */
final class QueuePages {

  private static final int CELLS = 100;
  private static final int ROWS = 25;

  private final Queue queue;
  private final AcceptedCharts charts;
  private final PacePages pace;
  private final Stops stops;

  QueuePages(Queue queue, AcceptedCharts charts, PacePages pace, Stops stops) {
    this.queue = queue;
    this.charts = charts;
    this.pace = pace;
    this.stops = stops;
  }

  static String path(Action action) {
    return "/desk/actions/" + action.slug();
  }

  static String queuePath(Action action) {
    return path(action) + "/queue";
  }

  static String officePath(Action action, Seat seat) {
    return queuePath(action) + "/" + seat;
  }

  static String with(String path, String query) {
    return query.isEmpty() ? path : path + "?" + query;
  }

  /**
   * @param page from 1 on; a number too high means the last
   */
  QueueView queue(DeskFrame desk, Action action, QueueForm form, Optional<String> done, int page) {
    List<QueueCell> whole = queue.cells(QueueScope.of(action.id()));
    List<QueueCell> listed =
        form.scope(action.id()).map(scope -> chosen(whole, scope)).orElse(List.of());
    int pages = Math.max(1, Math.ceilDiv(listed.size(), CELLS));
    int here = Math.clamp(page, 1, pages);
    boolean acts = mayAct(desk);
    return new QueueView(
        desk,
        WORDS,
        QueueWords.title(action),
        path(action),
        done,
        stops.list(),
        counts(whole),
        oldest(whole, action.deadline().getZone()),
        charts.of(action),
        pace.letter(desk, action),
        form,
        form.isSeatWrong() ? Optional.of(WORDS.get("filter.seat.fault")) : Optional.empty(),
        choices(
            Arrays.stream(DeliveryState.values()),
            DeliveryState::word,
            QueueWords::state,
            form.state()),
        choices(
            whole.stream().flatMap(cell -> cell.reason().stream()).distinct().sorted(),
            code -> code,
            code -> QueueWords.reason(DeliveryState.HELD, Optional.of(code)),
            form.reason()),
        choices(Arrays.stream(Route.values()), Route::word, QueueWords::route, form.lane()),
        acts ? actsOf(listed) : List.of(),
        listed.subList((here - 1) * CELLS, Math.min(here * CELLS, listed.size())).stream()
            .map(cell -> cell(action, cell, acts))
            .toList(),
        pager(action, form, listed.size(), here, pages));
  }

  private static List<QueueCell> chosen(List<QueueCell> whole, QueueScope scope) {
    return whole.stream()
        .filter(cell -> scope.seat().filter(seat -> !seat.equals(cell.seat())).isEmpty())
        .filter(cell -> scope.route().filter(route -> route != cell.route()).isEmpty())
        .filter(cell -> scope.state().filter(state -> state != cell.state()).isEmpty())
        .filter(cell -> scope.reason().isEmpty() || scope.reason().equals(cell.reason()))
        .toList();
  }

  private static boolean mayAct(DeskFrame desk) {
    return desk.who().filter(who -> who.isOwner()).isPresent();
  }

  private static QueueView.Counts counts(List<QueueCell> cells) {
    return new QueueView.Counts(
        sum(cells, DeliveryState.QUEUED, DeliveryState.SENDING),
        sum(cells, DeliveryState.HELD),
        sum(cells, DeliveryState.REFUSED, DeliveryState.NEEDS_REVIEW),
        sum(cells, DeliveryState.ACCEPTED),
        sum(cells, DeliveryState.HANDED_OVER));
  }

  private static String sum(List<QueueCell> cells, DeliveryState... states) {
    List<DeliveryState> some = List.of(states);
    return QueueWords.number(
        cells.stream()
            .filter(cell -> some.contains(cell.state()))
            .mapToLong(QueueCell::messages)
            .sum());
  }

  private static Optional<String> oldest(List<QueueCell> cells, ZoneId zone) {
    return cells.stream()
        .filter(cell -> cell.state() == DeliveryState.QUEUED)
        .map(QueueCell::oldest)
        .min(Comparator.naturalOrder())
        .map(at -> QueueWords.moment(at, zone));
  }

  private static <T> List<QueueView.Choice> choices(
      Stream<T> all,
      java.util.function.Function<T, String> value,
      java.util.function.Function<T, String> label,
      String chosen) {
    return all.map(
            one ->
                new QueueView.Choice(
                    value.apply(one), label.apply(one), value.apply(one).equals(chosen)))
        .toList();
  }

  private static List<ActButton> actsOf(List<QueueCell> cells) {
    return Arrays.stream(QueueAct.values())
        .filter(act -> cells.stream().anyMatch(cell -> act.suits(cell.state(), cell.reason())))
        .map(act -> ActButton.of(act, WORDS.get("all.about")))
        .toList();
  }

  private static QueueView.Cell cell(Action action, QueueCell cell, boolean acts) {
    String state = QueueWords.state(cell.state());
    return new QueueView.Cell(
        cell.seat().value(),
        officePath(action, cell.seat()),
        cell.officeholder().orElse(WORDS.get("office.vacant")),
        QueueWords.route(cell.route()),
        state,
        QueueWords.tone(cell.state()),
        QueueWords.reason(cell.state(), cell.reason()),
        QueueWords.number(cell.messages()),
        QueueWords.kept(cell.oldest(), action.deadline().getZone()),
        QueueForm.of(cell.seat(), cell.route(), cell.state(), cell.reason()),
        acts ? ActButton.of(cell.state(), cell.reason(), cell.seat() + ", " + state) : List.of());
  }

  private static QueueView.Pager pager(
      Action action, QueueForm form, int lines, int here, int pages) {
    var before = here > 1 ? Optional.of(here - 1) : Optional.<Integer>empty();
    var after = here < pages ? Optional.of(here + 1) : Optional.<Integer>empty();
    return new QueueView.Pager(
        WORDS.get(
            "pager.where",
            QueueWords.number(here),
            QueueWords.number(pages),
            QueueWords.number(lines)),
        before.map(number -> pagePath(action, form, number)),
        after.map(number -> pagePath(action, form, number)));
  }

  private static String pagePath(Action action, QueueForm form, int number) {
    String query = form.query();
    return with(queuePath(action), (query.isEmpty() ? "" : query + "&") + "page=" + number);
  }

  /** Empty where the letter has no message to the office. */
  Optional<OfficeView> office(
      DeskFrame desk,
      Action action,
      Seat seat,
      QueueForm form,
      Optional<UUID> after,
      Optional<String> done) {
    List<QueueCell> cells = queue.cells(QueueScope.of(action.id()).with(seat));
    if (cells.isEmpty()) {
      return Optional.empty();
    }
    boolean acts = mayAct(desk);
    List<QueueRow> rows =
        form.with(seat)
            .scope(action.id())
            .map(scope -> queue.rows(scope, after, ROWS + 1))
            .orElse(List.of());
    return Optional.of(
        new OfficeView(
            desk,
            WORDS,
            QueueWords.title(action),
            path(action),
            seat.value(),
            cells.getFirst().officeholder().orElse(WORDS.get("office.vacant")),
            done,
            stops.list(),
            pace.office(desk, action, seat),
            cells.stream().map(cell -> group(action, cell, acts)).toList(),
            shown(form),
            officePath(action, seat),
            rows.stream().limit(ROWS).map(row -> row(action, row, acts)).toList(),
            rows.size() > ROWS
                ? Optional.of(morePath(action, seat, form, rows.get(ROWS - 1)))
                : Optional.empty()));
  }

  private static Optional<String> shown(QueueForm form) {
    var words =
        new ArrayList<String>(
            scopeWords(new QueueForm("", form.lane(), form.state(), form.reason(), "")));
    return words.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", words));
  }

  private static String morePath(Action action, Seat seat, QueueForm form, QueueRow last) {
    String query = new QueueForm("", form.lane(), form.state(), form.reason(), "").query();
    return with(
        officePath(action, seat), (query.isEmpty() ? "" : query + "&") + "after=" + last.id());
  }

  private static OfficeView.Group group(Action action, QueueCell cell, boolean acts) {
    var form = QueueForm.of(cell.seat(), cell.route(), cell.state(), cell.reason());
    String state = QueueWords.state(cell.state());
    return new OfficeView.Group(
        QueueWords.route(cell.route()),
        state,
        QueueWords.tone(cell.state()),
        QueueWords.reason(cell.state(), cell.reason()),
        QueueWords.advice(cell.state(), cell.reason()),
        QueueWords.number(cell.messages()),
        with(
            officePath(action, cell.seat()),
            new QueueForm("", form.lane(), form.state(), form.reason(), "").query()),
        form,
        acts ? ActButton.of(cell.state(), cell.reason(), state) : List.of());
  }

  private static OfficeView.Row row(Action action, QueueRow row, boolean acts) {
    ZoneId zone = action.deadline().getZone();
    return new OfficeView.Row(
        row.code(),
        QueueWords.route(row.route()),
        QueueWords.state(row.state()),
        QueueWords.tone(row.state()),
        QueueWords.reason(row.state(), row.reason()),
        QueueWords.kept(row.plannedAt(), zone),
        row.attempts().stream()
            .map(
                attempt ->
                    QueueWords.kept(attempt.at(), zone)
                        + ". "
                        + QueueWords.attempt(attempt.result(), attempt.code()))
            .toList(),
        QueueWords.number(row.attemptsMade()),
        QueueForm.row(row.seat(), row.id()),
        acts ? ActButton.of(row.state(), row.reason(), row.code()) : List.of());
  }

  /** Which messages are meant, a word for each thing that matters. */
  static List<String> scopeWords(QueueForm form) {
    var words = new ArrayList<String>();
    if (!form.seat().isEmpty()) {
      words.add(form.seat());
    }
    Arrays.stream(Route.values())
        .filter(route -> route.word().equals(form.lane()))
        .map(QueueWords::route)
        .forEach(words::add);
    Arrays.stream(DeliveryState.values())
        .filter(state -> state.word().equals(form.state()))
        .map(QueueWords::state)
        .forEach(words::add);
    if (!form.reason().isEmpty()) {
      words.add(QueueWords.reason(DeliveryState.HELD, Optional.of(form.reason())));
    }
    if (!form.row().isEmpty()) {
      words.add(WORDS.get("scope.row"));
    }
    return words;
  }
}
