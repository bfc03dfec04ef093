package org.joinvoices.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;

class LastKnownTest {

  private final AtomicInteger asked = new AtomicInteger();
  private volatile Supplier<Integer> database = asked::incrementAndGet;

  private LastKnown<String, Integer> known(Duration age) {
    return new LastKnown<>(age, _ -> database.get());
  }

  private void away() {
    database =
        () -> {
          asked.incrementAndGet();
          throw new DataAccessResourceFailureException("away");
        };
  }

  /** Takes the question and says nothing. */
  private CountDownLatch frozen() {
    CountDownLatch thaw = new CountDownLatch(1);
    database =
        () -> {
          try {
            thaw.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return asked.incrementAndGet();
        };
    return thaw;
  }

  @Test
  void asksAgainOnlyAfterItsAgeOrWhenToldTo() {
    LastKnown<String, Integer> known = known(Duration.ofHours(1));

    assertThat(known.get("a")).isEqualTo(1);
    assertThat(known.getOrLast("a")).isEqualTo(1);
    known.forget();
    assertThat(known.getOrLast("a")).isEqualTo(2);
    assertThat(known.get("a")).isEqualTo(2);
  }

  @Test
  void asksEachTimeWhereNothingMayBeOld() {
    LastKnown<String, Integer> known = known(Duration.ZERO);

    assertThat(known.get("a")).isEqualTo(1);
    assertThat(known.get("a")).isEqualTo(2);
    assertThat(known.getOrLast("a")).isEqualTo(3);
  }

  @Test
  void givesTheLastAnswerOnlyToWhoeverWantsItWhileTheDatabaseIsAway() {
    LastKnown<String, Integer> known = known(Duration.ofNanos(1));
    known.get("a");
    away();

    assertThat(known.getOrLast("a")).isEqualTo(1);
    assertThatThrownBy(() -> known.get("a")).isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> known.getOrLast("b")).isInstanceOf(DataAccessException.class);

    database = () -> 7;
    assertThat(known.get("a")).isEqualTo(7);
  }

  @Test
  void doesNotWaitForADatabaseThatFroze() {
    LastKnown<String, Integer> known = known(Duration.ofNanos(1));
    known.get("a");
    CountDownLatch thaw = frozen();

    assertThat(known.getOrLast("a")).isEqualTo(1);
    assertThatThrownBy(() -> known.get("a")).isInstanceOf(QueryTimeoutException.class);

    thaw.countDown();
    assertThat(known.get("a")).isGreaterThan(1);
  }

  @Test
  void letsACrowdFailTogether() {
    CountDownLatch thaw = frozen();
    LastKnown<String, Integer> known = known(Duration.ofHours(1));
    try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = IntStream.range(0, 50).mapToObj(_ -> crowd.submit(() -> known.get("a"))).toList();
      assertThat(all)
          .allSatisfy(
              one -> assertThatThrownBy(one::get).hasCauseInstanceOf(QueryTimeoutException.class));
    }
    thaw.countDown();
  }

  @Test
  void hidesNoFaultOfOurs() {
    LastKnown<String, Integer> known = known(Duration.ofNanos(1));
    known.get("a");
    database =
        () -> {
          throw new IllegalStateException("unreadable");
        };

    assertThatIllegalStateException().isThrownBy(() -> known.getOrLast("a"));
  }
}
