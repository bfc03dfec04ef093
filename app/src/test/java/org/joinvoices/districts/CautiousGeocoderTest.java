package org.joinvoices.districts;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.joinvoices.districts.Geocoder.Answer;
import org.joinvoices.districts.Geocoder.Answer.Unavailable;
import org.joinvoices.districts.Geocoder.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CautiousGeocoderTest {

  private static final StreetAddress ADDRESS = new StreetAddress("1 Sample St", "A", "OH", "44109");
  private static final Answer DOWN = new Unavailable(Fault.TIMEOUT);
  private static final Answer BUSY = new Unavailable(Fault.BUSY);
  private static final Answer PAUSED = new Unavailable(Fault.PAUSED);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private Instant now = Instant.parse("2026-11-24T12:00:00Z");
  private Answer answer = DOWN;
  private int asked;

  @BeforeEach
  void listen() {
    Metrics.addRegistry(meters);
  }

  @AfterEach
  void leave() {
    Metrics.removeRegistry(meters);
  }

  @Test
  void pausesForAMinuteAfterFiveFailuresInARow() {
    var cautious = cautious(Duration.ZERO);
    for (int i = 0; i < 5; i++) {
      assertThat(ask(cautious)).isEqualTo(DOWN);
    }

    assertThat(ask(cautious)).isEqualTo(PAUSED);
    now = now.plusSeconds(59);
    assertThat(ask(cautious)).isEqualTo(PAUSED);
    assertThat(asked).isEqualTo(5);

    now = now.plusSeconds(1);
    assertThat(ask(cautious)).isEqualTo(DOWN);
    assertThat(ask(cautious)).as("one more failure is enough").isEqualTo(PAUSED);

    now = now.plusSeconds(60);
    answer = new Answer.None();
    assertThat(ask(cautious)).isEqualTo(answer);
    answer = DOWN;
    assertThat(ask(cautious)).as("counts from one again").isEqualTo(DOWN);
    assertThat(ask(cautious)).isEqualTo(DOWN);
  }

  @Test
  void anUnknownAddressIsNoFailure() {
    var cautious = cautious(Duration.ZERO);
    answer = new Answer.None();
    for (int i = 0; i < 20; i++) {
      assertThat(ask(cautious)).isEqualTo(answer);
    }
  }

  @Test
  void leavesASecondBetweenTwoQuestionsWhereTheServerWantsIt() {
    var cautious = cautious(Duration.ofSeconds(1));
    answer = new Answer.Tie();

    assertThat(ask(cautious)).isEqualTo(answer);
    assertThat(ask(cautious)).isEqualTo(BUSY);
    now = now.plusSeconds(1);
    assertThat(ask(cautious)).isEqualTo(answer);
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void asksFourAtOnceAndLeavesTheFifthAtOnce() throws Exception {
    var open = new Semaphore(0);
    var end = new CountDownLatch(1);
    Geocoder slow =
        (_, _) -> {
          open.release();
          try {
            end.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return new Answer.None();
        };
    var cautious = new CautiousGeocoder(slow, Duration.ZERO, () -> now);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> answers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        answers.add(threads.submit(() -> ask(cautious)));
      }
      open.acquire(4);

      assertThat(ask(cautious)).isEqualTo(BUSY);

      end.countDown();
      for (Future<Answer> one : answers) {
        assertThat(one.get()).isEqualTo(new Answer.None());
      }
    }
    assertThat(ask(cautious)).isEqualTo(new Answer.None());
  }

  @Test
  void countsAnswersByWhatTheyWereAndNothingElse() {
    var cautious = cautious(Duration.ofSeconds(1));
    answer = new Answer.Tie();
    ask(cautious);
    ask(cautious);

    assertThat(meters.getMeters())
        .allSatisfy(
            meter -> assertThat(meter.getId().toString()).doesNotContain("Sample", "44109"));
    assertThat(count("tie")).isEqualTo(1);
    assertThat(count("busy")).isEqualTo(1);
  }

  private double count(String outcome) {
    return meters.counter("joinvoices.geocoder.answers", "outcome", outcome).count();
  }

  private CautiousGeocoder cautious(Duration gap) {
    return new CautiousGeocoder(
        (_, _) -> {
          asked++;
          return answer;
        },
        gap,
        () -> now);
  }

  private static Answer ask(Geocoder geocoder) {
    return geocoder.locate(ADDRESS, 119);
  }
}
