package org.joinvoices.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.joinvoices.delivery.cwc.GatewayWindows;
import org.joinvoices.districts.Seat;

class ForecastProperties {

  /** Noon in Washington on a Monday. */
  private static final Instant NOW = Instant.parse("2026-11-23T17:00:00Z");

  private static final double NO_OFFICE_CAP = 1e6;

  @Example
  void saysThatAMillionSignersAtFiveASecondTakeAWeek() {
    var forecast = new Forecast(5, NO_OFFICE_CAP, _ -> true, NOW);

    Instant end = forecast.end(0, Map.of(new Seat("OH-11"), 3_000_000L)).orElseThrow();

    assertThat(Duration.between(NOW, end)).isEqualTo(Duration.ofSeconds(600_000));
    assertThat(Duration.between(NOW, end).toHours()).isBetween(6 * 24L, 7 * 24L);
  }

  @Example
  void countsTheNightsOfTheGatewaysWhenEachChamberTakesFiveASecond() {
    var house = chamber(Chamber.HOUSE, "https://cwc.house.gov");
    var senate = chamber(Chamber.SENATE, "https://soapbox.senate.gov");

    var houseEnd = house.end(0, spread("OH-%02d", 50, 1_000_000)).orElseThrow();
    var senateEnd = senate.end(0, spread("OH-%02d", 50, 2_000_000)).orElseThrow();

    // 200,000 s of work and three nights of six hours; 400,000 s, a Wednesday of two hours and no
    // Sunday
    assertThat(Duration.between(NOW, houseEnd)).isEqualTo(Duration.ofSeconds(200_000 + 3 * 21_600));
    assertThat(Duration.between(NOW, senateEnd)).isEqualTo(Duration.ofSeconds(400_000 + 7_200));
  }

  private static Forecast chamber(Chamber chamber, String gateway) {
    Predicate<Instant> open = at -> !GatewayWindows.isClosed(chamber, URI.create(gateway), at);
    return new Forecast(5, NO_OFFICE_CAP, open, NOW);
  }

  @Example
  void waitsForTheOfficeThatTakesLongest() {
    var forecast = new Forecast(10, 1, _ -> true, NOW);

    assertThat(forecast.end(0, Map.of(new Seat("CA-S1"), 7_200L, new Seat("WY-S1"), 10L)))
        .contains(NOW.plus(Duration.ofHours(2)));
  }

  @Example
  void countsThoseThatGoFirst() {
    var forecast = new Forecast(10, NO_OFFICE_CAP, _ -> true, NOW);

    assertThat(forecast.end(36_000, Map.of(new Seat("OH-11"), 36_000L)))
        .contains(NOW.plus(Duration.ofHours(2)));
  }

  @Example
  void knowsNoEndWhereNothingEverOpens() {
    assertThat(new Forecast(10, 1, _ -> false, NOW).end(0, Map.of(new Seat("OH-11"), 1L)))
        .isEmpty();
  }

  @Example
  void proposesPacketsOfTheLargestOfficesForWhatWouldBeLate() {
    var forecast = new Forecast(1, NO_OFFICE_CAP, _ -> true, NOW);
    Map<Seat, Long> offices =
        Map.of(new Seat("CA-S1"), 3_000L, new Seat("TX-S1"), 2_500L, new Seat("WY-S1"), 500L);

    var proposal = forecast.proposal(600, offices, NOW.plus(Duration.ofHours(1)));

    assertThat(proposal.letters()).isEqualTo(3_000);
    assertThat(proposal.packets()).containsExactly(new OfficeLetters(new Seat("CA-S1"), 3_000));
    assertThat(proposal.perSecond()).isEqualTo(OptionalInt.of(2));
  }

  @Property(tries = 300)
  void whatIsProposedIsEnoughAndNoMoreThanThat(
      @ForAll @Size(min = 1, max = 20) List<@LongRange(max = 50_000) Long> waiting,
      @ForAll @IntRange(min = 1, max = 20) int perSecond,
      @ForAll @IntRange(min = 1, max = 5) int perOffice,
      @ForAll @IntRange(min = 1, max = 200) int hours,
      @ForAll @LongRange(max = 100_000) long ahead) {
    var forecast = new Forecast(perSecond, perOffice, _ -> true, NOW);
    Instant deadline = NOW.plus(Duration.ofHours(hours));
    Map<Seat, Long> offices = new TreeMap<>();
    for (int i = 0; i < waiting.size(); i++) {
      offices.put(Seat.house("OH", i), waiting.get(i));
    }

    var proposal = forecast.proposal(ahead, offices, deadline);
    Map<Seat, Long> rest = new TreeMap<>(offices);
    proposal.packets().forEach(one -> rest.merge(one.office(), -one.letters(), Long::sum));

    long room = Math.max(0, 3_600L * hours * perSecond - ahead);
    assertThat(rest.values()).allMatch(left -> left >= 0 && left <= 3_600L * hours * perOffice);
    assertThat(sum(rest)).isLessThanOrEqualTo(room);
    Optional<Instant> end = forecast.end(ahead, offices);
    boolean inTime = end.isPresent() && !end.get().isAfter(deadline);
    assertThat(proposal.letters() == 0).isEqualTo(inTime || sum(offices) == 0);
    long over =
        offices.values().stream().mapToLong(n -> Math.max(0, n - 3_600L * hours * perOffice)).sum();
    assertThat(proposal.letters()).isEqualTo(Math.max(over, sum(offices) - room));
  }

  @Property(tries = 100)
  void spreadingLosesNobody(
      @ForAll @Size(min = 1, max = 30) List<@LongRange(min = 1, max = 9_999) Long> shares,
      @ForAll @LongRange(max = 2_000_000) long messages) {
    Map<Seat, Long> offices = new TreeMap<>();
    for (int i = 0; i < shares.size(); i++) {
      offices.put(Seat.house("OH", i), shares.get(i));
    }

    assertThat(sum(Forecasts.spread(messages, offices))).isEqualTo(messages);
  }

  private static Map<Seat, Long> spread(String form, int offices, long messages) {
    return IntStream.range(0, offices)
        .boxed()
        .collect(Collectors.toMap(i -> new Seat(form.formatted(i)), _ -> messages / offices));
  }

  private static long sum(Map<Seat, Long> offices) {
    return offices.values().stream().mapToLong(Long::longValue).sum();
  }
}
