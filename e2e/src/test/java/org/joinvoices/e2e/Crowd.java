package org.joinvoices.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Many people who sign at once over many connections, until the line is dead. */
final class Crowd implements AutoCloseable {

  /** Somebody who was shown the way to the thank-you page. */
  record Thanked(Person person, URI page) {}

  private static final int CONNECTIONS = 16;

  private final Visitor visitor;
  private final Page page;
  private final AtomicInteger next = new AtomicInteger(1);
  private final Queue<Thanked> thanked = new ConcurrentLinkedQueue<>();
  private final ExecutorService connections = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Future<?>> lines;

  /** Begins to sign on {@code page}. */
  Crowd(Visitor visitor, Page page) {
    this.visitor = visitor;
    this.page = page;
    this.lines =
        IntStream.range(0, CONNECTIONS)
            .<Future<?>>mapToObj(i -> connections.submit(this::sign))
            .toList();
  }

  /** Waits for so many thanks. */
  void awaitThanks(int number) {
    await()
        .atMost(Visitor.PATIENCE)
        .until(() -> thanked.size() >= number || lines.stream().allMatch(Future::isDone));
    assertThat(thanked)
        .as(() -> "thanks, until: " + lines.getFirst().exceptionNow())
        .hasSizeGreaterThanOrEqualTo(number);
  }

  /** All who were thanked, once every line is dead. */
  List<Thanked> thanked() {
    close();
    return List.copyOf(thanked);
  }

  @Override
  public void close() {
    connections.close();
  }

  private void sign() {
    while (true) {
      var person = Person.ofMany(next.getAndIncrement());
      var form = new Supporter(visitor, person).filled(page).press(Supporter.SEND);
      thanked.add(new Thanked(person, visitor.submit(form).expect(303).location()));
    }
  }
}
