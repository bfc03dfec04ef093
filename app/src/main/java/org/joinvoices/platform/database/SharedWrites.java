package org.joinvoices.platform.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes of several threads that share commits. Who comes alone waits for one commit; those who
 * come while another writes share the next one.
 *
 * @param <T> what is written
 */
public final class SharedWrites<T> {

  private static final class Entry<T> {

    private final T value;
    private boolean written;
    private @Nullable RuntimeException failure;

    private Entry(T value) {
      this.value = value;
    }
  }

  private final Consumer<List<T>> commit;
  private final Queue<Entry<T>> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock writing = new ReentrantLock();

  /**
   * @param commit writes all it is given, or none where it throws; never called twice at once
   */
  public SharedWrites(Consumer<List<T>> commit) {
    this.commit = commit;
  }

  /** Returns after the commit, or throws what the database threw for this one alone. */
  public void write(T value) {
    Entry<T> mine = new Entry<>(value);
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
    List<Entry<T>> some = new ArrayList<>();
    for (Entry<T> next = waiting.poll(); next != null; next = waiting.poll()) {
      some.add(next);
    }
    if (write(some).isPresent()) { // one row must not fail its neighbours
      some.forEach(one -> one.failure = write(List.of(one)).orElse(null));
    }
    some.forEach(one -> one.written = true);
  }

  private Optional<RuntimeException> write(List<Entry<T>> some) {
    try {
      commit.accept(some.stream().map(one -> one.value).toList());
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(e);
    }
  }
}
