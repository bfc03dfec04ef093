package org.joinvoices.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** Many at once, each starting anew when it has its answer, until time or work is over. */
final class Load {

  /** One of the many; used by one thread. */
  interface Worker extends AutoCloseable {

    /** Does one piece of work. Whether it came out as expected; empty when there is no more. */
    Optional<Boolean> once() throws Exception;

    @Override
    void close() throws Exception;
  }

  /** Opens one of the many. */
  @FunctionalInterface
  interface Opening {
    Worker open() throws Exception;
  }

  private record Part(long[] nanos, long failed) {}

  private Load() {}

  /**
   * @param connections how many at once
   * @param time after which no new piece is begun
   */
  static Measured run(int connections, Duration time, Opening opening) throws InterruptedException {
    long begin = System.nanoTime();
    long end = begin + time.toNanos();
    List<Part> parts = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(connections)) {
      List<Future<Part>> running = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        running.add(threads.submit(() -> part(opening, end)));
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
        System.nanoTime() - begin);
  }

  private static Part part(Opening opening, long end) throws Exception {
    var nanos = LongStream.builder();
    long failed = 0;
    try (Worker worker = opening.open()) {
      long before = System.nanoTime();
      while (before < end) {
        Optional<Boolean> expected = worker.once();
        if (expected.isEmpty()) {
          break;
        }
        long after = System.nanoTime();
        if (expected.get()) {
          nanos.add(after - before);
        } else {
          failed++;
        }
        before = after;
      }
    }
    return new Part(nanos.build().toArray(), failed);
  }
}
