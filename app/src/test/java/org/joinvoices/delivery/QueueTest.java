package org.joinvoices.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Optional;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.signing.SampleForms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queue as organizers read it. */
class QueueTest {

  private final DeliveryHouse house;
  private final Queue queue;

  QueueTest(@TempDir Path folder) {
    house = new DeliveryHouse(folder);
    queue = new Queue(house.house.database, house.districts, house.house.clock);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private QueueScope whole() {
    return QueueScope.of(house.house.action.id());
  }

  @Test
  void countsWhatStandsTheSameOfficeByOfficeSenatorsFirst() {
    house.confirmed("GA", "30303"); // one seat is empty
    house.gateway.next(Chamber.HOUSE, "400");
    house.send();

    assertThat(queue.cells(whole()))
        .extracting(
            cell -> cell.seat().value(),
            QueueCell::route,
            QueueCell::state,
            cell -> cell.reason().orElse(""),
            QueueCell::messages)
        .containsExactly(
            tuple("GA-S2", Route.SENATE, DeliveryState.HELD, "vacant_seat", 1L),
            tuple("GA-S3", Route.SENATE, DeliveryState.ACCEPTED, "", 1L),
            tuple("GA-05", Route.HOUSE, DeliveryState.REFUSED, "", 1L));
    assertThat(queue.cells(whole().with(DeliveryState.HELD))).hasSize(1);
    assertThat(queue.cells(whole().withReason("office_off"))).isEmpty();
    assertThat(queue.cells(whole().with(new Seat("OH-11")))).isEmpty();
  }

  @Test
  void tellsMessagesWithTheirAttemptsPageByPage() {
    TestRows.add(house.house.database, house.house.action.id(), 7);
    house.confirmed("OH", DeliveryHouse.ZIP);
    house.gateway.next(Chamber.HOUSE, "400");
    house.worker(Route.HOUSE).run();
    var office = whole().with(new Seat("OH-11"));

    var first = queue.rows(office, Optional.empty(), 5);
    var second = queue.rows(office, Optional.of(first.getLast().id()), 5);

    assertThat(first).hasSize(5);
    assertThat(second).hasSize(3).doesNotContainAnyElementsOf(first);
    var all = new ArrayList<>(first);
    all.addAll(second);
    assertThat(all)
        .filteredOn(row -> row.state() == DeliveryState.REFUSED)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.attemptsMade()).isEqualTo(1);
              assertThat(row.attempts())
                  .extracting(QueueRow.Attempt::result, QueueRow.Attempt::code)
                  .containsExactly(tuple("refused", "invalid_Email"));
              assertThat(row.code()).matches("[0-9a-f]{32}");
            });
    assertThat(queue.rows(whole().with(new java.util.UUID(1, 1)), Optional.empty(), 5)).isEmpty();
  }

  @Test
  void countsWhatWasAcceptedHourByHourAndDayByDay() {
    house.confirmed("OH", DeliveryHouse.ZIP);
    house.send();
    Instant now = house.house.clock.instant();
    house.house.advance(Duration.ofHours(30));
    house.confirmed(
        SampleForms.with(DeliveryHouse.in("GA", "30303"), "email", "second@mail.example"));
    house.send();

    Instant first = now.truncatedTo(ChronoUnit.HOURS);
    assertThat(queue.acceptedByHour(house.house.action.id(), first))
        .containsEntry(first, 3L)
        .containsEntry(first.plus(Duration.ofHours(30)), 2L)
        .hasSize(2);
    assertThat(queue.acceptedByHour(house.house.action.id(), first.plus(Duration.ofHours(1))))
        .hasSize(1);
    assertThat(
            queue
                .acceptedByDay(house.house.action.id(), Instant.EPOCH, CivicClock.CONGRESS)
                .values())
        .containsExactly(3L, 2L);
  }

  @Test
  void exportsEveryMessageAndNobody() {
    house.confirmed("OH", DeliveryHouse.ZIP);
    house.send();
    TestRows.add(house.house.database, house.house.action.id(), 1);
    var all = new ArrayList<QueueExport>();

    queue.forEach(house.house.action.id(), all::add);

    assertThat(all).hasSizeGreaterThanOrEqualTo(4);
    assertThat(all)
        .allSatisfy(
            row -> {
              assertThat(row.seat()).as("fewer than ten share any").isEqualTo(QueueExport.OTHER);
              assertThat(row.plannedWeek()).isEmpty();
              assertThat(row.lastWeek()).isEmpty();
              assertThat(row.toString()).doesNotContain("Testperson", "mail.example");
            });
    assertThat(all)
        .filteredOn(row -> row.state().equals("accepted"))
        .hasSize(3)
        .allMatch(row -> row.attempts() == 1 && row.lastCode().startsWith("20"));
  }

  @Test
  void saysOfficeAndWeekWhereTenShareThem() {
    TestRows.add(house.house.database, house.house.action.id(), 12);
    var all = new ArrayList<QueueExport>();

    queue.forEach(house.house.action.id(), all::add);

    assertThat(all)
        .hasSize(12)
        .allMatch(row -> row.seat().equals("OH-11") && row.plannedWeek().isPresent());
  }
}
