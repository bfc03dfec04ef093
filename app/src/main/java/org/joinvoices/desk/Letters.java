package org.joinvoices.desk;

import static java.util.stream.Collectors.joining;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joinvoices.action.Action;
import org.joinvoices.action.Actions;
import org.joinvoices.action.Slug;
import org.joinvoices.authors.PauseRequests;
import org.joinvoices.authors.TextApprovals;
import org.joinvoices.delivery.Deliveries;
import org.joinvoices.delivery.DeliveryState;
import org.joinvoices.delivery.OfficeStates;
import org.joinvoices.platform.web.Formats;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.Count;
import org.joinvoices.signing.Counts;

/** Letters as an organizer looks at them: numbers, and nobody in particular. */
final class Letters {

  private static final Words WORDS = DeskPages.WORDS;
  private static final Formats FORMATS = WORDS.formats();

  private final Actions actions;
  private final Counts counts;
  private final Deliveries deliveries;
  private final Stops stops;
  private final ThingsToDo work;
  private final TextApprovals approvals;
  private final PauseRequests pauses;

  Letters(
      Actions actions,
      Counts counts,
      Deliveries deliveries,
      Stops stops,
      ThingsToDo work,
      TextApprovals approvals,
      PauseRequests pauses) {
    this.actions = actions;
    this.counts = counts;
    this.deliveries = deliveries;
    this.stops = stops;
    this.work = work;
    this.approvals = approvals;
    this.pauses = pauses;
  }

  /** All, the latest deadline first. */
  List<HomeView.Letter> list() {
    return actions.list().stream().map(this::line).toList();
  }

  private HomeView.Letter line(Action action) {
    Count count = counts.of(action.id());
    Map<DeliveryState, Long> states = sum(deliveries.byOffice(action.id()));
    return new HomeView.Letter(
        path(action),
        title(action),
        FORMATS.moment(action.deadline()),
        FORMATS.number(count.confirmed()),
        FORMATS.number(count.awaiting()),
        FORMATS.number(states.getOrDefault(DeliveryState.ACCEPTED, 0L)),
        FORMATS.number(
            sum(states, DeliveryState.QUEUED, DeliveryState.SENDING, DeliveryState.HELD)),
        path(action) + "/work",
        FORMATS.number(work.count(action)));
  }

  Optional<LetterView> find(DeskFrame desk, Slug slug) {
    return actions.find(slug).map(action -> view(desk, action));
  }

  private LetterView view(DeskFrame desk, Action action) {
    Count count = counts.of(action.id());
    List<OfficeStates> offices = deliveries.byOffice(action.id());
    List<DeliveryState> columns = List.copyOf(sum(offices).keySet());
    return new LetterView(
        desk,
        stops.list(),
        title(action),
        path(action),
        FORMATS.number(work.count(action)),
        authors(action),
        pauses.isWaiting(action.id()),
        "/actions/" + action.slug(),
        FORMATS.moment(action.deadline()),
        FORMATS.number(count.confirmed()),
        FORMATS.number(count.awaiting()),
        FORMATS.moment(count.asOf().atZone(action.deadline().getZone())),
        columns.stream().map(state -> WORDS.get("state." + state.word())).toList(),
        offices.stream().map(office -> row(office, columns)).toList(),
        action.pageLanguages().stream().map(language -> sheet(action, language)).toList());
  }

  /** Whether the authors approved its texts as they are now, in words. */
  private String authors(Action action) {
    String missing =
        approvals.missing(action).stream()
            .map(text -> FORMATS.language(text.language()))
            .collect(joining(", "));
    return missing.isEmpty()
        ? WORDS.get("letter.authors.all")
        : WORDS.get("letter.authors.missing", missing);
  }

  private static LetterView.Sheet sheet(Action action, String language) {
    return new LetterView.Sheet(
        WORDS.get("letter.sheet", FORMATS.language(language)),
        path(action) + "/sheets/" + language + ".pdf");
  }

  private static LetterView.Office row(OfficeStates office, List<DeliveryState> columns) {
    return new LetterView.Office(
        office.seat().value(),
        office.officeholder().orElse(WORDS.get("letter.vacant")),
        columns.stream()
            .map(state -> FORMATS.number(office.counts().getOrDefault(state, 0L)))
            .toList());
  }

  private static String path(Action action) {
    return "/desk/actions/" + action.slug();
  }

  private static String title(Action action) {
    return action.letter().in(WORDS.language()).title();
  }

  private static Map<DeliveryState, Long> sum(List<OfficeStates> offices) {
    var sums = new EnumMap<DeliveryState, Long>(DeliveryState.class);
    offices.forEach(
        office -> office.counts().forEach((state, count) -> sums.merge(state, count, Long::sum)));
    return sums;
  }

  private static long sum(Map<DeliveryState, Long> states, DeliveryState... some) {
    return java.util.Arrays.stream(some).mapToLong(state -> states.getOrDefault(state, 0L)).sum();
  }
}
