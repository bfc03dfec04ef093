package org.joinvoices.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.joinvoices.action.ActionFolder;
import org.joinvoices.action.Publication;
import org.joinvoices.action.Publishing;
import org.joinvoices.action.SeedAction;
import org.joinvoices.platform.clock.CivicClockStore;
import org.joinvoices.platform.crypto.MasterKey;
import org.joinvoices.platform.database.Database;

/**
 * A house of one or more servers with homes and a database of its own. Only what was started here
 * is killed, and the PostgreSQL whose data lies in its folder.
 */
final class TorturedHouse implements AutoCloseable {

  /**
   * What is to be tortured.
   *
   * @param main the class whose {@code serve} is started
   * @param nodes how many servers
   * @param smallDisk whether its database lies on a disk that can be full, if one may mount it
   * @param ownClocks whether the clocks of its servers are to be moved
   */
  record Shape(String main, int nodes, boolean smallDisk, boolean ownClocks) {}

  /** The letter that comes with the program is open then. */
  private static final Instant CIVIC = Instant.parse("2021-01-10T17:00:00Z");

  private static final String CHANNELS =
      """

      channels:
        WY-00: [mail]
        NY-S1: [packet]
      offices:
        - seat: WY-00
          email: wy-00%s
      """;

  private static final Pattern TELLING =
      Pattern.compile("@mail\\.example|Samplestreet|/(?:thanks|confirm|r)/[\\w-]{20}");

  private final String main;
  private final HouseDatabase database;
  private final List<Node> nodes;

  private TorturedHouse(String main, HouseDatabase database, List<Node> nodes) {
    this.main = main;
    this.database = database;
    this.nodes = nodes;
  }

  /**
   * Returns when the first page of each server answers.
   *
   * @param folder of everything that is the house's
   * @param mailPort of the server that takes its mails
   * @param gatewayPort of the gateways' stand-in
   */
  static TorturedHouse start(Shape shape, Path folder, int mailPort, int gatewayPort)
      throws IOException {
    MasterKey.loadOrCreate(folder.resolve("keys/master.json"));
    boolean several = shape.nodes() > 1;
    var database =
        HouseDatabase.make(
            folder.resolve(several ? "postgres" : "home"), several, shape.smallDisk());
    List<Node> nodes = new ArrayList<>();
    try (var open = database.open()) {
      new CivicClockStore(open.dataSource(), InstantSource.system()).moveTo(CIVIC);
      publish(open.dataSource());
      for (int i = 1; i <= shape.nodes(); i++) {
        int port = Ports.free();
        Path home = folder.resolve(several ? "home-" + i : "home");
        Path config = folder.resolve(several ? "house-" + i + ".conf" : "house.conf");
        Files.writeString(
            config, configuration(folder, home, port, mailPort, gatewayPort) + database.settings());
        nodes.add(Node.start(shape.main(), config, port, shape.ownClocks()));
      }
      for (Node node : nodes) {
        node.awaitReady();
      }
      return new TorturedHouse(shape.main(), database, nodes);
    } catch (IOException | RuntimeException e) {
      nodes.forEach(Node::close);
      database.close();
      throw e;
    }
  }

  /** The letter that comes with the program, which here takes every channel. */
  private static void publish(DataSource database) {
    Map<String, String> files = new HashMap<>(SeedAction.folder().files());
    files.merge("action.yaml", CHANNELS.formatted(MailSink.OFFICES), String::concat);
    if (new Publishing(database).publish(new ActionFolder(files), CIVIC)
        instanceof Publication.Refused refused) {
      throw new IllegalStateException("faulty letter: " + refused.faults());
    }
  }

  private static String configuration(
      Path folder, Path home, int port, int mailPort, int gatewayPort) {
    return """
    base-url = http://127.0.0.1:%1$d
    home = %5$s
    master-key-file = %2$s/keys/master.json
    key-store = %2$s/keys/data
    listen.port = %1$d
    mail.host = 127.0.0.1
    mail.port = %3$d
    mail.from = letters@sample.example
    mail.per-second = 1000
    mail.per-second-per-provider = 1000
    delivery.per-office-per-minute = 600
    limits.per-domain-per-minute = 1000000
    house.url = http://127.0.0.1:%4$d/house
    house.key = sample-of-a-key
    house.timeout = 3
    senate.url = http://127.0.0.1:%4$d/senate
    senate.key = sample-of-a-key
    senate.timeout = 3
    agent.name = Sample Agent
    agent.ack-email = ack@sample.example
    agent.contact-name = Sample Operator
    agent.contact-email = operator@sample.example
    agent.contact-phone = 202-555-0142
    """
        .formatted(port, folder, mailPort, gatewayPort, home);
  }

  List<Node> nodes() {
    return nodes;
  }

  /** As they are typed on the machine of one of its servers. */
  Commands commands() {
    return new Commands(main, nodes.getFirst());
  }

  Optional<SmallDisk> disk() {
    return database.disk();
  }

  PostgresProcess postgres() {
    return database.process();
  }

  /** Returns when PostgreSQL is there, whatever became of it. */
  void awaitPostgres() throws IOException {
    database.awaitAnotherThan(Optional.empty());
  }

  /** Opened only when nothing is killed any more: whoever has it open would start it anew, too. */
  Database database() {
    return database.open();
  }

  /** Kills, and returns when the house is there again by itself or by being started again. */
  void kill(Trouble what, Node node) throws IOException {
    Optional<ProcessHandle> postgres =
        what == Trouble.SERVER ? Optional.empty() : database.process().kill();
    if (what != Trouble.POSTGRES) {
      node.kill();
    }
    if (what == Trouble.POSTGRES || what == Trouble.BOTH && nodes.size() > 1) {
      database.awaitAnotherThan(postgres);
    }
    if (what != Trouble.POSTGRES) {
      node.startAgain();
    }
  }

  /** Leaves all there is of it for a look when this is closed. */
  void keep() {
    database.keep();
  }

  /** Lines of its logs that tell of a person, or open something of theirs. */
  long tellingLines() throws IOException {
    long found = 0;
    var logs = Stream.concat(nodes.stream().map(Node::log), Stream.of(database.log())).toList();
    for (Path log : logs) {
      try (var lines = Files.lines(log)) {
        found += lines.filter(line -> TELLING.matcher(line).find()).count();
      }
    }
    return found;
  }

  @Override
  public void close() {
    nodes.forEach(Node::close);
    database.close();
  }
}
