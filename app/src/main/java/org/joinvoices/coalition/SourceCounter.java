package org.joinvoices.coalition;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.joinvoices.platform.clock.CivicClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts in memory what comes by each link and adds it to the database every few seconds: no visit
 * writes anything, and no row is hot. What this node counted since the last time is lost if it is
 * killed; it is a number about links, and nobody's signature.
 */
final class SourceCounter implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SourceCounter.class);

  private static final String ADD =
      """
      INSERT INTO source_count AS c (action_id, name, day, visits, joined) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (action_id, name, day)
      DO UPDATE SET visits = c.visits + excluded.visits, joined = c.joined + excluded.joined
      """;

  private record Key(ActionId action, String source) {}

  private record Counted(Key key, long visits, long joined) {}

  private static final class Numbers {
    private final LongAdder visits = new LongAdder();
    private final LongAdder joined = new LongAdder();
  }

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final CivicClock clock;
  private final ConcurrentHashMap<Key, Numbers> waiting = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("source-counter").daemon().factory());

  private SourceCounter(DataSource dataSource, CivicClock clock) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.clock = clock;
  }

  static SourceCounter start(DataSource dataSource, CivicClock clock, Duration pause) {
    var counter = new SourceCounter(dataSource, clock);
    counter.timer.scheduleWithFixedDelay(
        counter::tryFlush, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    return counter;
  }

  /**
   * @param source of a link that there is: nobody fills our memory with names
   */
  void visited(ActionId action, String source) {
    numbers(action, source).visits.increment();
  }

  /** As {@link #visited}. */
  void joined(ActionId action, String source) {
    numbers(action, source).joined.increment();
  }

  private Numbers numbers(ActionId action, String source) {
    return waiting.computeIfAbsent(new Key(action, source), _ -> new Numbers());
  }

  private void tryFlush() {
    try {
      flush();
    } catch (DataAccessException | TransactionException away) {
      LOG.warn("numbers of links wait: {}", away.getClass().getName());
    }
  }

  /**
   * Adds what waits, in one order, so that two nodes never wait for each other.
   *
   * @throws DataAccessException if the database does not take it; it goes on waiting then
   */
  synchronized void flush() {
    List<Counted> all =
        waiting.entrySet().stream()
            .map(
                one ->
                    new Counted(
                        one.getKey(),
                        one.getValue().visits.sumThenReset(),
                        one.getValue().joined.sumThenReset()))
            .filter(one -> one.visits() + one.joined() > 0)
            .sorted(Comparator.comparing(one -> one.key().action().value() + one.key().source()))
            .toList();
    if (all.isEmpty()) {
      return;
    }
    try {
      transaction.executeWithoutResult(_ -> add(all));
    } catch (DataAccessException | TransactionException away) {
      all.forEach(this::putBack);
      throw away;
    }
  }

  private void add(List<Counted> all) {
    var today = clock.today();
    jdbc.batchUpdate(
        ADD,
        all,
        all.size(),
        (add, one) -> {
          add.setObject(1, one.key().action().value());
          add.setString(2, one.key().source());
          add.setObject(3, today);
          add.setLong(4, one.visits());
          add.setLong(5, one.joined());
        });
  }

  private void putBack(Counted one) {
    Numbers numbers = numbers(one.key().action(), one.key().source());
    numbers.visits.add(one.visits());
    numbers.joined.add(one.joined());
  }

  /** Adds what waits still, then stops. */
  @Override
  public void close() {
    timer.shutdownNow();
    tryFlush();
  }
}
