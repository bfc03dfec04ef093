package org.joinvoices.platform.database;

import static java.util.concurrent.CompletableFuture.supplyAsync;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;

/**
 * What the database answered, given again for a moment; and, to whoever would rather have that than
 * nothing, its last answer of whatever age while it does not answer. All who ask the same wait for
 * one reading, which fails for all of them at once.
 *
 * @param <K> what is asked for; the most asked thousand are remembered
 * @param <V> the answer
 */
public final class LastKnown<K, V> {

  private static final int MOST = 1_000;

  /** As long as the pool looks for a connection: a server may also take the question and freeze. */
  private static final Duration LIMIT = Duration.ofSeconds(3);

  /** How long somebody who can have the last answer waits for a newer one. */
  private static final Duration PATIENCE = Duration.ofMillis(750);

  private static final Executor WORKERS = Thread::startVirtualThread;

  /**
   * One question.
   *
   * @param answer in time for whoever needs it
   * @param soon the same, in time for whoever can have the last one instead
   */
  private record Reading<V>(CompletableFuture<V> answer, CompletableFuture<V> soon) {

    static <V> Reading<V> of(Supplier<V> question) {
      CompletableFuture<V> answer = limited(supplyAsync(question, WORKERS), LIMIT);
      return new Reading<>(answer, limited(answer.copy(), PATIENCE));
    }

    private static <V> CompletableFuture<V> limited(CompletableFuture<V> answer, Duration limit) {
      return answer.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private final Duration age;
  private final Function<K, V> read;
  private final BooleanSupplier still;
  private final Cache<K, V> last = Caffeine.newBuilder().maximumSize(MOST).build();
  private final Cache<K, Reading<V>> recent;

  /**
   * @param age up to which an answer is given again without asking, in machine time
   * @param read asks the database
   */
  public LastKnown(Duration age, Function<K, V> read) {
    this(age, read, () -> false);
  }

  /**
   * @param age up to which an answer is given again without asking, in machine time
   * @param read asks the database
   * @param still whether the database is to be left alone by whoever can have its last answer
   */
  public LastKnown(Duration age, Function<K, V> read, BooleanSupplier still) {
    this.age = age;
    this.read = read;
    this.still = still;
    this.recent = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(age).build();
  }

  /**
   * The answer of the database, at most of the age given.
   *
   * @throws DataAccessException if it does not answer within three seconds
   */
  public V get(K key) {
    return age.isZero() ? ask(key) : answer(recent(key).answer());
  }

  /**
   * As {@link #get}, or else what the database answered when it last did; which is all that is
   * given where it is to be left alone.
   *
   * @throws DataAccessException if it does not answer and never did
   */
  public V getOrLast(K key) {
    V before = last.getIfPresent(key);
    if (before == null) {
      return get(key);
    }
    if (still.getAsBoolean()) {
      return before;
    }
    try {
      return answer(recent(key).soon());
    } catch (DataAccessException away) {
      return before;
    }
  }

  /** As {@link #getOrLast}, or else {@code unknown}, where the database never said. */
  public V getOr(K key, V unknown) {
    try {
      return getOrLast(key);
    } catch (DataAccessException away) {
      return unknown;
    }
  }

  /** Makes the next answers come from the database, if it answers. */
  public void forget() {
    recent.invalidateAll();
  }

  private Reading<V> recent(K key) {
    return recent.get(key, _ -> Reading.of(() -> ask(key)));
  }

  private V ask(K key) {
    V answer = read.apply(key);
    last.put(key, answer);
    return answer;
  }

  private static <V> V answer(CompletableFuture<V> coming) {
    try {
      return coming.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failed
          ? failed
          : new QueryTimeoutException("the database did not answer in time", e.getCause());
    }
  }
}
