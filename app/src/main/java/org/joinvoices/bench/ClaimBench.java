package org.joinvoices.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import javax.sql.DataSource;
import org.joinvoices.delivery.ClaimProbe;
import org.joinvoices.delivery.Route;
import org.joinvoices.platform.database.BareDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * Claims from a long queue and from a short one by turns: two tables with the very columns and
 * indexes of the house's, in schemas of their own. A third of the messages are for 435 offices of
 * the House, the others for 100 of the Senate; there are three letters.
 */
final class ClaimBench {

  private static final long SHORT = 10_000;
  private static final long PORTION = 250_000;

  private static final String COPY =
      """
      CREATE SCHEMA %1$s;
      CREATE TABLE %1$s.delivery (LIKE public.delivery INCLUDING ALL);
      CREATE TABLE %1$s.delivery_attempt (LIKE public.delivery_attempt INCLUDING ALL);
      SET search_path TO %1$s, public;
      """;

  private static final String FILL =
      """
      INSERT INTO delivery (action_id, id, signature_id, target, channel, lane, state, delivery_code, due_at, created_at)
      SELECT ('00000000-0000-7000-8000-00000000000' || n %% 3)::uuid, uuidv7(), uuidv7(),
        CASE WHEN n %% 3 = n / 3 %% 3
             THEN chr(65 + (n / 900 %% 5)::int) || 'A-' || lpad((n / 9 %% (CASE n / 900 %% 5 WHEN 4 THEN 35 ELSE 100 END))::text, 2, '0')
             ELSE chr(65 + (n / 9 %% 25)::int) || chr(65 + (n / 225 %% 2)::int) || '-S' || 1 + n %% 2 END,
        'cwc', CASE WHEN n %% 3 = n / 3 %% 3 THEN 'house' ELSE 'senate' END, 'queued', md5(n::text),
        now() - interval '1 hour' + n * interval '1 millisecond', now()
      FROM generate_series(%d, %d) AS n
      """;

  private record Stretch(List<Long> surveys, List<Long> claims, Duration took) {
    private static Measured measured(List<Stretch> rounds, Function<Stretch, List<Long>> part) {
      return Measured.median(
          rounds.stream()
              .map(
                  one ->
                      Measured.of(
                          part.apply(one).stream().mapToLong(Long::longValue).toArray(),
                          0,
                          part.apply(one).stream().mapToLong(Long::longValue).sum()))
              .toList());
    }
  }

  private ClaimBench() {}

  static BenchReport run(Bench.Plan plan, long rows) throws IOException {
    Path folder = Files.createTempDirectory("joinvoices-bench");
    try (var database = BareDatabase.open(folder)) {
      database.migrate();
      return run(plan, rows, database.owner());
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private static BenchReport run(Bench.Plan plan, long rows, DataSource owner) {
    try (Connection brief = owner.getConnection();
        Connection whole = owner.getConnection()) {
      var few = fill(brief, "few", SHORT);
      var many = fill(whole, "many", rows);
      return measure(plan, rows, few, many);
    } catch (SQLException e) {
      throw new IllegalStateException("the queues could not be made", e);
    }
  }

  private static BenchReport measure(Bench.Plan plan, long rows, ClaimProbe few, ClaimProbe many) {
    stretch(few, plan.time());
    stretch(many, plan.time());
    List<Stretch> shortQueue = new ArrayList<>();
    List<Stretch> longQueue = new ArrayList<>();
    for (int round = 0; round < plan.rounds(); round++) {
      longQueue.add(stretch(many, plan.time()));
      shortQueue.add(stretch(few, plan.time()));
    }
    Map<String, Measured> medians = new LinkedHashMap<>();
    medians.put("claim of " + rows, Stretch.measured(longQueue, Stretch::claims));
    medians.put("claim of " + SHORT, Stretch.measured(shortQueue, Stretch::claims));
    medians.put("survey of " + rows, Stretch.measured(longQueue, Stretch::surveys));
    medians.put("survey of " + SHORT, Stretch.measured(shortQueue, Stretch::surveys));
    return new BenchReport(medians, OptionalLong.empty(), Optional.empty(), 0);
  }

  private static ClaimProbe fill(Connection connection, String schema, long rows) {
    var one = new SingleConnectionDataSource(connection, true);
    var jdbc = JdbcClient.create(one);
    jdbc.sql(COPY.formatted(schema)).update();
    for (long first = 1; first <= rows; first += PORTION) {
      jdbc.sql(FILL.formatted(first, Math.min(rows, first + PORTION - 1))).update();
    }
    jdbc.sql("VACUUM ANALYZE delivery").update();
    return new ClaimProbe(one);
  }

  private static Stretch stretch(ClaimProbe probe, Duration time) {
    List<Long> surveys = new ArrayList<>();
    List<Long> claims = new ArrayList<>();
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < time.toNanos()) {
      ClaimProbe.Timing once = probe.once(surveys.size() % 3 == 0 ? Route.HOUSE : Route.SENATE);
      surveys.add(once.survey().toNanos());
      claims.add(once.claim().toNanos());
    }
    return new Stretch(surveys, claims, Duration.ofNanos(System.nanoTime() - begin));
  }
}
