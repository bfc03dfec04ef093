package org.joinvoices.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.joinvoices.action.SeedAction;
import org.joinvoices.platform.clock.CivicClockStore;
import org.joinvoices.platform.crypto.MasterKey;
import org.joinvoices.platform.database.Database;
import org.joinvoices.platform.database.HomeLock;

/** One demo from start to end: database, seed letter, server; stopped in the opposite order. */
final class DemoHouse {

  private final Path home;
  private final int port;
  private final boolean gateways;
  private final PrintWriter out;

  /**
   * @param gateways whether it has accounts at the stand-ins for the gateways
   */
  DemoHouse(Path home, int port, boolean gateways, PrintWriter out) {
    this.home = home;
    this.port = port;
    this.gateways = gateways;
    this.out = out;
  }

  /** Returns when the process is asked to end and all is stopped. */
  void run(Consumer<CivicClockStore> clock) throws InterruptedException {
    EndInOrder.run(
        end -> {
          try (var alone = onlyDemoOfThisHome()) {
            say("Starting the database in " + home.resolve("postgres"));
            try (var database = Database.open(home)) {
              prepare(database.dataSource(), clock);
              say("Starting the server");
              serve(database, end);
            }
          }
        });
  }

  private HomeLock onlyDemoOfThisHome() {
    HomeLock alone =
        HomeLock.tryAlone(home.resolve("demo.running"))
            .orElseThrow(() -> new Refusal("A demo runs on " + home + " already."));
    refuseTakenPort();
    return alone;
  }

  /** Before anything is started, so that the reason is the first and only line. */
  private void refuseTakenPort() {
    try (var free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      free.getLocalPort();
    } catch (IOException _) {
      throw new Refusal("Port " + port + " is taken on this machine; choose another with --port.");
    }
  }

  private void prepare(DataSource dataSource, Consumer<CivicClockStore> clock) {
    var store = new CivicClockStore(dataSource, InstantSource.system());
    clock.accept(store);
    MasterKey.loadOrCreate(DemoProperties.masterKey(home));
    DemoAddress.at(port).note(home);
    say("Publishing the first letter");
    SeedAction.publish(dataSource, store.clock().instant());
  }

  private void serve(Database database, EndInOrder end) throws InterruptedException {
    var properties = DemoProperties.of(home, port, database.login());
    if (!gateways) {
      DemoProperties.withoutGateways(properties);
    }
    try (var server = ServerApplication.start(properties, "demo")) {
      var page = URI.create(DemoAddress.at(port).url() + "/actions/" + SeedAction.SLUG);
      requireAnswer(page);
      say("Ready: " + page);
      end.await();
    }
  }

  private static void requireAnswer(URI page) throws InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      int status =
          client
              .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding())
              .statusCode();
      if (status != 200) {
        throw new IllegalStateException("The first page answered " + status + " instead of 200.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The first page did not answer", e);
    }
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }
}
