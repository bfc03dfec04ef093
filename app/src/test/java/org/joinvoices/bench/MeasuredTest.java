package org.joinvoices.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MeasuredTest {

  @Test
  void tellsSpeedAndWhatMostWaited() {
    long[] nanos =
        LongStream.rangeClosed(1, 100).map(millis -> (101 - millis) * 1_000_000).toArray();

    Measured measured = Measured.of(nanos, 3, Duration.ofSeconds(4).toNanos());

    assertThat(measured).isEqualTo(new Measured(25, 51, 100, 100, 3));
    assertThat(measured.times(500).perSecond()).isEqualTo(12_500);
  }

  @Test
  void takesTheRoundInTheMiddle() {
    var rounds = List.of(round(3), round(1), round(2));

    assertThat(Measured.median(rounds)).isEqualTo(round(2));
  }

  private static Measured round(double perSecond) {
    return new Measured(perSecond, 1, 1, 1, 0);
  }

  @Test
  void countsEveryPieceOfWorkOnceAndEndsWithIt() throws InterruptedException {
    var left = new AtomicInteger(100);
    Load.Opening opening = () -> new Finite(left);

    Measured measured = Load.run(8, Duration.ofMinutes(1), opening);

    assertThat(measured.answered()).isEqualTo(50);
    assertThat(measured.failed()).isEqualTo(50);
  }

  private record Finite(AtomicInteger left) implements Load.Worker {

    @Override
    public Optional<Boolean> once() {
      int number = left.getAndDecrement();
      return number <= 0 ? Optional.empty() : Optional.of(number % 2 == 0);
    }

    @Override
    public void close() {}
  }
}
