package org.joinvoices.signing;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that does whatever is waiting as one transaction. It never lingers: while one batch
 * commits, the next one forms, so that who comes alone waits for one commit and a crowd shares it.
 * A second thread would only halve the batches: their number is what costs the database.
 *
 * @param <T> what is asked for
 * @param <R> what became of it, once committed
 */
final class GroupCommit<T, R> implements AutoCloseable {

  /** Does a whole batch in the caller's transaction. */
  @FunctionalInterface
  interface Work<T, R> {

    /**
     * @return what became of each, in their order; empty where nobody can say
     */
    List<Optional<R>> write(Connection connection, List<T> batch) throws SQLException;
  }

  /** What the one who asked is told. */
  sealed interface Answer<R> {

    /** Committed. */
    record Done<R>(R result) implements Answer<R> {}

    /** Not taken: too many are waiting. */
    record Full<R>() implements Answer<R> {}

    /** Not done: there is no connection to the database, or it stands still. */
    record Away<R>() implements Answer<R> {}

    /** The database did not say; it may be done. */
    record Unclear<R>() implements Answer<R> {}

    /** The database will never do this. {@code sqlState} holds no data. */
    record Impossible<R>(String sqlState) implements Answer<R> {}
  }

  /** Nothing can have been done. */
  private static final class NoConnection extends SQLException {

    private NoConnection(SQLException why) {
      super("no connection", why.getSQLState(), why);
    }
  }

  private record Waiting<T, R>(T asked, CompletableFuture<Answer<R>> answer) {}

  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

  /** Measured: beyond this a batch gains nothing. */
  private static final int BATCH = 500;

  /** At the slowest rate ever measured this is emptied within the wait limit. */
  private static final int CAPACITY = 10_000;

  private static final Duration WAIT_LIMIT = Duration.ofSeconds(10);
  private static final Duration IDLE = Duration.ofMillis(100);

  /** A batch takes a second at the very worst; looking for a connection in vain takes three. */
  private static final Duration STANDSTILL = Duration.ofSeconds(4);

  private final String name;
  private final DataSource dataSource;
  private final Work<T, R> work;
  private final Duration standstill;
  private final DistributionSummary batches;
  private final Timer commits;
  private final BlockingQueue<Waiting<T, R>> queue = new ArrayBlockingQueue<>(CAPACITY);
  private final Thread writer;
  private volatile boolean open = true;
  private volatile OptionalLong begun = OptionalLong.empty();

  private GroupCommit(String name, DataSource dataSource, Work<T, R> work, Duration standstill) {
    this.name = name;
    this.dataSource = dataSource;
    this.work = work;
    this.standstill = standstill;
    this.batches =
        DistributionSummary.builder("joinvoices." + name + ".batch")
            .description("How many shared one commit")
            .serviceLevelObjectives(1, 10, 50, 200, 500)
            .register(Metrics.globalRegistry);
    this.commits =
        Timer.builder("joinvoices." + name + ".commit")
            .description("From taking a connection to the end of the commit, or its failure")
            .serviceLevelObjectives(
                Duration.ofMillis(5),
                Duration.ofMillis(20),
                Duration.ofMillis(100),
                Duration.ofSeconds(1))
            .register(Metrics.globalRegistry);
    this.writer = Thread.ofPlatform().name("signing-" + name).daemon().unstarted(this::run);
  }

  /**
   * @param name of the thread and in metrics: {@code joinvoices.NAME.batch}
   */
  static <T, R> GroupCommit<T, R> start(String name, DataSource dataSource, Work<T, R> work) {
    return start(name, dataSource, work, STANDSTILL);
  }

  /**
   * @param standstill after which a batch is at a database that does not go on
   */
  static <T, R> GroupCommit<T, R> start(
      String name, DataSource dataSource, Work<T, R> work, Duration standstill) {
    var started = new GroupCommit<>(name, dataSource, work, standstill);
    started.writer.start();
    return started;
  }

  /**
   * Returns after the commit, or when it is known that there was none, or after ten seconds. While
   * the database stands still at once: who joined would wait in vain, and not know what for.
   */
  Answer<R> commit(T asked) {
    if (standsStill()) {
      return new Answer.Away<>();
    }
    var waiting = new Waiting<T, R>(asked, new CompletableFuture<>());
    if (!open || !queue.offer(waiting)) {
      return new Answer.Full<>();
    }
    try {
      return waiting.answer().get(WAIT_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return new Answer.Unclear<>();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Unclear<>();
    }
  }

  private void run() {
    try {
      while (open || !queue.isEmpty()) {
        List<Waiting<T, R>> batch = nextBatch();
        if (!batch.isEmpty()) {
          begun = OptionalLong.of(System.nanoTime());
          settle(batch);
          begun = OptionalLong.empty();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Waiting<T, R>> nextBatch() throws InterruptedException {
    List<Waiting<T, R>> batch = new ArrayList<>();
    Waiting<T, R> first = queue.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
    if (first != null) {
      batch.add(first);
      queue.drainTo(batch, BATCH - 1);
    }
    return batch;
  }

  /** Whatever happens, everybody in the batch gets an answer. */
  private void settle(List<Waiting<T, R>> batch) {
    try {
      List<Optional<R>> results = transact(batch.stream().map(Waiting::asked).toList());
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).answer().complete(answer(results.get(i)));
      }
    } catch (SQLException e) {
      settleFailed(batch, e);
    } catch (RuntimeException | Error e) { // the one thread of this work must outlive everything
      LOG.error("a batch of {} failed: {}", name, e.getClass().getName());
      batch.forEach(waiting -> waiting.answer().complete(new Answer.Unclear<>()));
    }
  }

  private static <R> Answer<R> answer(Optional<R> result) {
    return result.<Answer<R>>map(Answer.Done::new).orElseGet(Answer.Unclear::new);
  }

  /** One bad row must not fail its neighbours; a bad database fails all of them alike. */
  private void settleFailed(List<Waiting<T, R>> batch, SQLException failure) {
    String state = Optional.ofNullable(failure.getSQLState()).orElse("");
    boolean rowsFault = state.startsWith("22") || state.startsWith("23");
    if (rowsFault && batch.size() > 1) {
      batch.forEach(waiting -> settle(List.of(waiting)));
      return;
    }
    LOG.error("{} of {} were not done: SQLState {}", batch.size(), name, state);
    Answer<R> answer = rowsFault ? new Answer.Impossible<>(state) : lost(failure);
    batch.forEach(waiting -> waiting.answer().complete(answer));
  }

  private static <R> Answer<R> lost(SQLException failure) {
    return failure instanceof NoConnection ? new Answer.Away<>() : new Answer.Unclear<>();
  }

  private List<Optional<R>> transact(List<T> batch) throws SQLException {
    batches.record(batch.size());
    Timer.Sample timing = Timer.start();
    try (Connection connection = connect()) {
      connection.setAutoCommit(false);
      try {
        List<Optional<R>> results = work.write(connection, batch);
        connection.commit();
        return results;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } finally {
      timing.stop(commits);
    }
  }

  private boolean standsStill() {
    OptionalLong since = begun;
    return since.isPresent() && System.nanoTime() - since.getAsLong() > standstill.toNanos();
  }

  /** How many wait. */
  int waiting() {
    return queue.size();
  }

  private Connection connect() throws NoConnection {
    try {
      return dataSource.getConnection();
    } catch (SQLException e) {
      throw new NoConnection(e);
    }
  }

  /** Takes nothing more, and does what is waiting. */
  @Override
  public void close() {
    open = false;
    try {
      writer.join(WAIT_LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
