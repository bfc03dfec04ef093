package org.joinvoices.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.joinvoices.delivery.DeliveryStore.Settled;
import org.jspecify.annotations.Nullable;

/**
 * Writes what posts came to. Who comes alone waits for one commit; those who come while another
 * writes share the next one.
 */
final class Ledger {

  private static final class Entry {

    private final Settled settled;
    private boolean written;
    private @Nullable RuntimeException failure;

    private Entry(Settled settled) {
      this.settled = settled;
    }
  }

  private final DeliveryStore store;
  private final Queue<Entry> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock writing = new ReentrantLock();

  Ledger(DeliveryStore store) {
    this.store = store;
  }

  /** Returns after the commit, or throws what the database threw. */
  void write(Settled settled) {
    Entry mine = new Entry(settled);
    waiting.add(mine);
    writing.lock();
    try {
      if (!mine.written) {
        writeAll();
      }
    } finally {
      writing.unlock();
    }
    if (mine.failure != null) {
      throw mine.failure;
    }
  }

  private void writeAll() {
    List<Entry> some = new ArrayList<>();
    for (Entry next = waiting.poll(); next != null; next = waiting.poll()) {
      some.add(next);
    }
    if (write(some).isPresent()) { // one row must not fail its neighbours
      some.forEach(one -> one.failure = write(List.of(one)).orElse(null));
    }
    some.forEach(one -> one.written = true);
  }

  private Optional<RuntimeException> write(List<Entry> some) {
    try {
      store.settle(some.stream().map(one -> one.settled).toList());
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(e);
    }
  }
}
