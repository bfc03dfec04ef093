package org.joinvoices.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.joinvoices.action.Actions;
import org.joinvoices.action.SeedAction;
import org.joinvoices.cli.Main;
import org.joinvoices.platform.clock.CivicClockStore;
import org.joinvoices.platform.database.Database;
import org.joinvoices.signing.Recount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two servers, each a process of its own, on one PostgreSQL. */
final class TwoServersTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int PEOPLE = 24;
  private static final int SEED = 7;

  /** Only the commands that are typed bring these to their end. */
  private static final Set<String> PAPER =
      Set.of("messages that are not settled", "letters in packets handed over = booked so");

  @TempDir private Path folder = Path.of("");

  @Test
  void giveOneTruthAndDoEachWorkOnce() throws Exception {
    try (var mails = new MailSink();
        var gateway = new FlappingGateway(alwaysWell())) {
      mails.up();
      gateway.up();
      var shape = new TorturedHouse.Shape(Main.class.getName(), 2, false, false);
      try (var house = TorturedHouse.start(shape, folder, mails.port(), gateway.port());
          var database = house.database()) {
        List<Browser> nodes = each(house);
        var books = new Books(database.dataSource(), nodes);
        List<Supporter> people = live(house, mails);
        await().atMost(PATIENCE).until(books::isSettled);

        agrees(books, people, mails, gateway);
        List<Long> counted = books.counted();
        assertThat(counted).hasSize(2).containsOnly(counted.getFirst());
        assertThat(counted.getFirst()).isPositive();
        assertThat(new Recount(database.dataSource(), InstantSource.system()).list())
            .isNotEmpty()
            .allMatch(line -> line.agrees() && line.isShown())
            .allMatch(line -> line.signatures() == counted.getFirst());
        freezesOneBook(database, counted.getFirst());
        nodes.forEach(Browser::close);
      }
    }
  }

  /** Everybody speaks to both servers by turns. */
  private static List<Supporter> live(TorturedHouse house, MailSink mails) {
    List<Supporter> people =
        IntStream.rangeClosed(1, PEOPLE).mapToObj(n -> new Supporter(n, SEED)).toList();
    try (var browser = new Browser(house.nodes().stream().map(Node::port).toList());
        var lives = Executors.newVirtualThreadPerTaskExecutor()) {
      people.forEach(one -> lives.execute(() -> one.live(browser, mails)));
    }
    return people;
  }

  private static List<Browser> each(TorturedHouse house) {
    return house.nodes().stream().map(node -> new Browser(List.of(node.port()))).toList();
  }

  private static void agrees(
      Books books, List<Supporter> people, MailSink mails, FlappingGateway gateway) {
    List<FlappingGateway.Taken> taken = new ArrayList<>(gateway.list());
    taken.addAll(mails.atOffices());
    assertThat(taken).isNotEmpty();
    assertThat(new Reckoning(books, people, mails.list(), taken, 0).lines())
        .filteredOn(line -> !PAPER.contains(line.what()))
        .hasSizeGreaterThan(10)
        .allMatch(TortureReport.Line::agrees);
    assertThat(mails.list()).extracting(MailSink.Caught::row).doesNotHaveDuplicates();
    assertThat(gateway.unclear()).isZero();
    assertThat(books.deliveries()).noneMatch(one -> one.state().equals("needs_review"));
  }

  private static void freezesOneBook(Database database, long signatures) {
    DataSource source = database.dataSource();
    Instant deadline =
        new Actions(source).find(SeedAction.SLUG).orElseThrow().deadline().toInstant();
    new CivicClockStore(source, InstantSource.system()).moveTo(deadline.plusSeconds(60));

    JdbcClient jdbc = JdbcClient.create(source);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                jdbc.sql("SELECT signatures FROM petition_book").query(Long.class).list().size()
                    == 1);
    assertThat(jdbc.sql("SELECT signatures FROM petition_book").query(Long.class).single())
        .isEqualTo(signatures);
  }

  private static Random alwaysWell() {
    return new Random() {
      @Override
      public int nextInt(int bound) {
        return bound - 1;
      }
    };
  }
}
