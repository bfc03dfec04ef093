package org.joinvoices.signing;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
 * One thread that stores whatever is waiting as one transaction. It never lingers: while one batch
 * commits, the next one forms, so that a lone signer waits for one commit and a crowd shares it. A
 * second thread would only halve the batches: their number is what costs the database.
 */
final class Intake implements AutoCloseable {

  /** What became of one row. */
  sealed interface Answer {

    /** Committed, as {@code id}: its own or that of the same form sent before. */
    record Stored(UUID id) implements Answer {}

    /** Not stored: the letter has other words now. */
    record Outdated() implements Answer {}

    /** Not taken: too many are waiting. */
    record Full() implements Answer {}

    /** Not stored: there is no connection to the database. */
    record Away() implements Answer {}

    /** The database did not say; the row may be there. */
    record Unclear() implements Answer {}

    /** The database will never take this row. {@code sqlState} holds no data. */
    record Impossible(String sqlState) implements Answer {}
  }

  /** Nothing can have been stored. */
  private static final class NoConnection extends SQLException {

    private NoConnection(SQLException why) {
      super("no connection", why.getSQLState(), why);
    }
  }

  private static final DistributionSummary BATCHES =
      DistributionSummary.builder("joinvoices.intake.batch")
          .description("Signatures that were stored in one commit")
          .serviceLevelObjectives(1, 10, 50, 200, 500)
          .register(Metrics.globalRegistry);

  private static final Timer COMMITS =
      Timer.builder("joinvoices.intake.commit")
          .description("From taking a connection to the end of the commit, or its failure")
          .serviceLevelObjectives(
              Duration.ofMillis(5),
              Duration.ofMillis(20),
              Duration.ofMillis(100),
              Duration.ofSeconds(1))
          .register(Metrics.globalRegistry);

  private record Waiting(PendingRow row, CompletableFuture<Answer> answer) {}

  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

  /** Measured: beyond this a batch gains nothing. */
  private static final int BATCH = 500;

  /** At the slowest rate ever measured this is emptied within the wait limit. */
  private static final int CAPACITY = 10_000;

  private static final Duration WAIT_LIMIT = Duration.ofSeconds(10);
  private static final Duration IDLE = Duration.ofMillis(100);

  private final DataSource dataSource;
  private final BlockingQueue<Waiting> queue;
  private final Thread writer;
  private volatile boolean open = true;

  private Intake(DataSource dataSource, int capacity) {
    this.dataSource = dataSource;
    this.queue = new ArrayBlockingQueue<>(capacity);
    this.writer = Thread.ofPlatform().name("signing-intake").daemon().unstarted(this::run);
  }

  static Intake start(DataSource dataSource) {
    return start(dataSource, CAPACITY);
  }

  static Intake start(DataSource dataSource, int capacity) {
    Intake intake = new Intake(dataSource, capacity);
    intake.writer.start();
    return intake;
  }

  /** Returns after the commit, or when it is known that there was none, or after ten seconds. */
  Answer store(PendingRow row) {
    Waiting waiting = new Waiting(row, new CompletableFuture<>());
    if (!open || !queue.offer(waiting)) {
      return new Answer.Full();
    }
    try {
      return waiting.answer().get(WAIT_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return new Answer.Unclear();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Unclear();
    }
  }

  private void run() {
    try {
      while (open || !queue.isEmpty()) {
        List<Waiting> batch = nextBatch();
        if (!batch.isEmpty()) {
          settle(batch);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Waiting> nextBatch() throws InterruptedException {
    List<Waiting> batch = new ArrayList<>();
    Waiting first = queue.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
    if (first != null) {
      batch.add(first);
      queue.drainTo(batch, BATCH - 1);
    }
    return batch;
  }

  /** Whatever happens, every row of the batch gets an answer. */
  private void settle(List<Waiting> batch) {
    try {
      Map<UUID, Answer> answers = commit(batch.stream().map(Waiting::row).toList());
      batch.forEach(waiting -> waiting.answer().complete(answer(answers, waiting.row())));
    } catch (SQLException e) {
      settleFailed(batch, e);
    } catch (RuntimeException | Error e) { // the one thread of this work must outlive everything
      LOG.error("a batch was not stored: {}", e.getClass().getName());
      batch.forEach(waiting -> waiting.answer().complete(new Answer.Unclear()));
    }
  }

  /** One bad row must not fail its neighbours; a bad database fails all of them alike. */
  private void settleFailed(List<Waiting> batch, SQLException failure) {
    String state = Optional.ofNullable(failure.getSQLState()).orElse("");
    boolean rowsFault = state.startsWith("22") || state.startsWith("23");
    if (rowsFault && batch.size() > 1) {
      batch.forEach(waiting -> settle(List.of(waiting)));
      return;
    }
    LOG.error("{} signatures were not stored: SQLState {}", batch.size(), state);
    Answer answer = rowsFault ? new Answer.Impossible(state) : lost(failure);
    batch.forEach(waiting -> waiting.answer().complete(answer));
  }

  private static Answer lost(SQLException failure) {
    return failure instanceof NoConnection ? new Answer.Away() : new Answer.Unclear();
  }

  private Map<UUID, Answer> commit(List<PendingRow> rows) throws SQLException {
    BATCHES.record(rows.size());
    Timer.Sample timing = Timer.start();
    try (Connection connection = connect()) {
      connection.setAutoCommit(false);
      try {
        Map<UUID, Answer> answers = IntakeWriter.write(connection, rows);
        connection.commit();
        return answers;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } finally {
      timing.stop(COMMITS);
    }
  }

  /** How many rows wait. */
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

  private static Answer answer(Map<UUID, Answer> answers, PendingRow row) {
    return answers.getOrDefault(row.key().signature().value(), new Answer.Unclear());
  }

  /** Takes nothing more, and stores what is waiting. */
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
