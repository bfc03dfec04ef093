package org.joinvoices.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/**
 * Work that comes whether or not the earlier is done, as people do: so many a second, evenly. What
 * is late because all connections are busy is late from the moment it should have begun.
 */
final class PacedLoad {

  private static final double NANOS_PER_SECOND = 1e9;

  private final AtomicLong next = new AtomicLong();
  private final double perSecond;
  private final long begin = System.nanoTime();
  private final long end;

  private record Part(long[] nanos, long failed) {}

  private PacedLoad(double perSecond, Duration time) {
    this.perSecond = perSecond;
    this.end = begin + time.toNanos();
  }

  /**
   * @param connections over which it comes, at most so many pieces at once
   * @param time after which no new piece is begun
   */
  static Measured run(int connections, double perSecond, Duration time, Load.Opening opening)
      throws InterruptedException {
    var load = new PacedLoad(perSecond, time);
    List<Part> parts = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(connections)) {
      List<Future<Part>> running = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        running.add(threads.submit(() -> load.part(opening)));
      }
      for (Future<Part> one : running) {
        parts.add(one.get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("the load could not be made", e.getCause());
    }
    return Measured.of(
        parts.stream().flatMapToLong(part -> LongStream.of(part.nanos())).toArray(),
        parts.stream().mapToLong(Part::failed).sum(),
        System.nanoTime() - load.begin);
  }

  private Part part(Load.Opening opening) throws Exception {
    var nanos = LongStream.builder();
    long failed = 0;
    try (Load.Worker worker = opening.open()) {
      long due = due();
      while (due < end && System.nanoTime() < end) {
        awaitMoment(due);
        Optional<Boolean> expected = worker.once();
        if (expected.orElse(false)) {
          nanos.add(System.nanoTime() - due);
        } else {
          failed++;
        }
        due = due();
      }
    }
    return new Part(nanos.build().toArray(), failed);
  }

  private long due() {
    return begin + (long) (next.getAndIncrement() * NANOS_PER_SECOND / perSecond);
  }

  private static void awaitMoment(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
