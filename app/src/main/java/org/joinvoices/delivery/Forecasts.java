package org.joinvoices.delivery;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.joinvoices.action.Action;
import org.joinvoices.action.ActionId;
import org.joinvoices.action.Actions;
import org.joinvoices.delivery.LetterForecast.Verdict;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.settings.OperatorSettings;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * When what waits will have left, letter by letter and lane by lane, and what to print where it
 * will be late. Gateways live in machine time and deadlines in civic time; answers are civic.
 */
public final class Forecasts {

  private static final Duration LOOK_BACK = Duration.ofHours(1);

  /** A lane that has had work for so long shows what it can do. */
  private static final Duration BUSY = Duration.ofMinutes(10);

  private static final String WAITING =
      """
      SELECT lane, action_id, target, count(*) AS waiting, min(due_at) AS since FROM delivery
      WHERE state = 'queued' AND lane IN ('house', 'senate', 'office_mail')
      GROUP BY lane, action_id, target
      """;

  private static final String ACCEPTED =
      "SELECT count(*) FROM delivery WHERE lane = ? AND state = 'accepted' AND settled_at > ?";

  private record Heap(Route lane, Waiting waiting, long messages) {}

  /** What one lane is asked about. */
  private record Lane(Route route, double perSecond, boolean measured, Optional<String> obstacle) {}

  private final JdbcClient jdbc;
  private final Actions actions;
  private final Supplier<Districts> districts;
  private final SendingLimits limits;
  private final OfficePace officePace;
  private final Pauses pauses;
  private final LaneStops stops;
  private final CivicClock clock;
  private final InstantSource machine;

  Forecasts(
      DataSource database,
      Actions actions,
      Supplier<Districts> districts,
      SendingLimits limits,
      CivicClock clock,
      InstantSource machine) {
    this.jdbc = JdbcClient.create(database);
    this.actions = actions;
    this.districts = districts;
    this.limits = limits;
    this.officePace = new OfficePace(limits.perOfficePerMinute());
    this.pauses = new Pauses(database, machine);
    this.stops = new LaneStops(database, machine);
    this.clock = clock;
    this.machine = machine;
  }

  /**
   * For a command.
   *
   * @param settings what the operator set; empty for a demo's house
   * @param districts asked only where nobody knows how signers are spread
   */
  public static Forecasts of(
      DataSource database,
      Optional<OperatorSettings> settings,
      Supplier<Districts> districts,
      CivicClock clock) {
    SendingLimits limits =
        settings.map(set -> SendingLimits.of(set::find)).orElseGet(SendingLimits::usual);
    return new Forecasts(
        database, new Actions(database), districts, limits, clock, InstantSource.system());
  }

  /** For all letters of which messages wait; on each lane those that go first, first. */
  public List<LetterForecast> list() {
    return list(heaps());
  }

  /** For one letter, in the company of the others. */
  public List<LetterForecast> list(ActionId action) {
    return list().stream().filter(one -> one.action().equals(action)).toList();
  }

  /**
   * For one letter, if so many signed it and none of their messages had left: one each to the
   * House, two to the Senate. They are spread over offices as its messages are so far, else evenly.
   */
  public List<LetterForecast> ifSigned(ActionId action, long signers) {
    List<Heap> heaps = new ArrayList<>();
    for (Heap heap : heaps()) {
      if (!heap.waiting().action().equals(action) || heap.lane() == Route.OFFICE_MAIL) {
        heaps.add(heap);
      }
    }
    Instant now = machine.instant();
    for (Chamber chamber : Chamber.values()) {
      long messages = chamber == Chamber.SENATE ? 2 * signers : signers;
      spread(messages, soFar(action, chamber))
          .forEach(
              (seat, share) ->
                  heaps.add(new Heap(Route.of(chamber), new Waiting(action, seat, now), share)));
    }
    return list(heaps).stream().filter(one -> one.action().equals(action)).toList();
  }

  private Map<Seat, Long> soFar(ActionId action, Chamber chamber) {
    Map<Seat, Long> shares = new TreeMap<>();
    jdbc.sql(
            "SELECT target, count(*) AS messages FROM delivery WHERE action_id = ? GROUP BY target")
        .param(action.value())
        .query(
            row -> {
              shares.put(new Seat(row.getString("target")), row.getLong("messages"));
            });
    shares.keySet().removeIf(seat -> Chamber.of(seat) != chamber);
    if (shares.isEmpty()) {
      districts.get().seats(clock.today()).stream()
          .filter(seat -> Chamber.of(seat) == chamber)
          .forEach(seat -> shares.put(seat, 1L));
    }
    return shares;
  }

  /** In proportion; what is left over by rounding goes one each to the first. */
  static Map<Seat, Long> spread(long messages, Map<Seat, Long> shares) {
    long all = shares.values().stream().mapToLong(Long::longValue).sum();
    Map<Seat, Long> spread = new TreeMap<>();
    shares.forEach((seat, share) -> spread.put(seat, Math.multiplyExact(messages, share) / all));
    long left = messages - spread.values().stream().mapToLong(Long::longValue).sum();
    for (Seat seat : shares.keySet()) {
      spread.merge(seat, left-- > 0 ? 1L : 0L, Long::sum);
    }
    return spread;
  }

  private List<LetterForecast> list(List<Heap> heaps) {
    Map<Route, List<Heap>> byLane = new TreeMap<>(heaps.stream().collect(groupingBy(Heap::lane)));
    var paused = pauses.now();
    List<LetterForecast> all = new ArrayList<>();
    byLane.forEach((route, some) -> all.addAll(of(lane(route, some, paused), some, paused)));
    return all;
  }

  private Lane lane(Route route, List<Heap> heaps, Pauses.Now paused) {
    var gate = limits.lanes().get(route);
    if (gate == null) {
      return new Lane(route, 0, false, Optional.of(HeldReason.NO_CHANNEL));
    }
    Optional<Double> measured = measured(route, heaps);
    return new Lane(
        route,
        measured.orElse((double) gate.perSecond()),
        measured.isPresent(),
        obstacle(route, paused));
  }

  private Optional<String> obstacle(Route route, Pauses.Now paused) {
    if (stops.find(route).isPresent()) {
      return Optional.of(HeldReason.GATEWAY_STOPPED);
    }
    return paused.isPaused(route) ? Optional.of(HeldReason.PAUSED) : Optional.empty();
  }

  /** What the lane did while it had work all the time. */
  private Optional<Double> measured(Route route, List<Heap> heaps) {
    Instant now = machine.instant();
    Instant since =
        heaps.stream().map(heap -> heap.waiting().since()).min(Instant::compareTo).orElse(now);
    Instant from = since.isBefore(now.minus(LOOK_BACK)) ? now.minus(LOOK_BACK) : since;
    if (from.isAfter(now.minus(BUSY))) {
      return Optional.empty();
    }
    long accepted =
        jdbc.sql(ACCEPTED)
            .params(route.word(), from.atOffset(ZoneOffset.UTC))
            .query(Long.class)
            .single();
    double seconds = new Forecast(1, 1, at -> isOpen(route, at, false), from).openSeconds(now);
    return accepted >= 100 && seconds >= BUSY.toSeconds()
        ? Optional.of(accepted / seconds)
        : Optional.empty();
  }

  private List<LetterForecast> of(Lane lane, List<Heap> heaps, Pauses.Now paused) {
    var precedence =
        new Precedence(action -> actions.get(action).deadline().toInstant(), clock.instant());
    Map<ActionId, List<Heap>> byAction =
        heaps.stream().collect(groupingBy(heap -> heap.waiting().action()));
    List<ActionId> order =
        precedence.sorted(heaps.stream().map(Heap::waiting).toList()).stream()
            .map(Waiting::action)
            .distinct()
            .toList();
    List<LetterForecast> letters = new ArrayList<>();
    long ahead = 0;
    for (ActionId action : order) {
      Map<Seat, Long> offices =
          byAction.getOrDefault(action, List.of()).stream()
              .filter(heap -> !paused.isPaused(heap.waiting().office()))
              .collect(toMap(heap -> heap.waiting().office(), Heap::messages));
      boolean waits = paused.isPaused(action);
      letters.add(letter(lane, action, ahead, offices, waits));
      ahead += waits ? 0 : sum(offices);
    }
    return letters;
  }

  private LetterForecast letter(
      Lane lane, ActionId id, long ahead, Map<Seat, Long> offices, boolean paused) {
    Action action = actions.get(id);
    Instant deadline = action.deadline().toInstant();
    var obstacle = paused ? Optional.of(HeldReason.PAUSED) : lane.obstacle();
    if (obstacle.isPresent()) {
      return unknown(lane, action, offices, obstacle.get());
    }
    Instant machineDeadline = deadline.minus(clock.offset());
    var forecast =
        new Forecast(
            lane.perSecond(),
            officePace.perSecond(),
            open(lane.route(), machineDeadline),
            machine.instant());
    Optional<Instant> end = forecast.end(ahead, offices).map(at -> at.plus(clock.offset()));
    if (end.isEmpty()) {
      return unknown(lane, action, offices, "closed");
    }
    boolean late = !end.get().isBefore(deadline);
    return new LetterForecast(
        id,
        action.slug().value(),
        lane.route(),
        sum(offices),
        lane.perSecond(),
        lane.measured(),
        end,
        deadline,
        late ? Verdict.LATE : Verdict.IN_TIME,
        Optional.empty(),
        late && clock.instant().isBefore(deadline)
            ? Optional.of(forecast.proposal(ahead, offices, machineDeadline))
            : Optional.empty());
  }

  private static LetterForecast unknown(
      Lane lane, Action action, Map<Seat, Long> offices, String reason) {
    return new LetterForecast(
        action.id(),
        action.slug().value(),
        lane.route(),
        sum(offices),
        lane.perSecond(),
        lane.measured(),
        Optional.empty(),
        action.deadline().toInstant(),
        Verdict.UNKNOWN,
        Optional.of(reason),
        Optional.empty());
  }

  private Predicate<Instant> open(Route lane, Instant deadline) {
    Instant pressing = deadline.minus(OfficeHours.NEAR_DEADLINE);
    return at -> isOpen(lane, at, !at.isBefore(pressing) && at.isBefore(deadline));
  }

  private boolean isOpen(Route lane, Instant at, boolean pressing) {
    return limits.isOpen(lane, at, at.plus(clock.offset()), pressing);
  }

  private List<Heap> heaps() {
    return jdbc.sql(WAITING).query((row, _) -> heap(row)).list();
  }

  private static Heap heap(ResultSet row) throws SQLException {
    return new Heap(
        Route.find(row.getString("lane")).orElseThrow(),
        new Waiting(
            new ActionId(row.getObject("action_id", UUID.class)),
            new Seat(row.getString("target")),
            row.getObject("since", OffsetDateTime.class).toInstant()),
        row.getLong("waiting"));
  }

  private static long sum(Map<Seat, Long> offices) {
    return offices.values().stream().mapToLong(Long::longValue).sum();
  }
}
