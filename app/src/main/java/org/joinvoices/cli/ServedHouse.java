package org.joinvoices.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import org.joinvoices.platform.crypto.KeyStore;
import org.joinvoices.platform.crypto.MasterKey;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.database.BareDatabase;
import org.joinvoices.platform.database.Database;
import org.joinvoices.platform.database.HomeLock;
import org.joinvoices.platform.database.Login;
import org.joinvoices.platform.settings.OperatorSettings;

/** One real house from start to end: database, server; stopped in the opposite order. */
final class ServedHouse {

  private final OperatorSettings settings;
  private final PrintWriter out;

  ServedHouse(OperatorSettings settings, PrintWriter out) {
    this.settings = settings;
    this.out = out;
  }

  /** Returns when the process is asked to end and all is stopped. */
  void run() throws InterruptedException {
    // Before anything is started with a wrong one.
    var master = MasterKey.load(settings.path("master-key-file"));
    var keys = KeyStore.in(settings.path("key-store"));
    MailboxFiles.check(settings);
    refuseTakenPort(settings.get("listen.address"), settings.get("listen.port"));
    settings
        .find("management.port")
        .ifPresent(port -> refuseTakenPort(settings.get("management.address"), port));
    EndInOrder.run(
        end -> {
          try (var alone = onlyServerOfThisHome();
              var database = database(settings)) {
            Vault.open(database.dataSource(), master, keys);
            say(switchedOff("house.key", "House"));
            say(switchedOff("senate.key", "Senate"));
            say(bouncesOff());
            say(unwatched());
            try (var server =
                ServerApplication.start(ServeProperties.of(settings, database.login()), "serve")) {
              say("Ready: " + settings.get("base-url"));
              end.await();
            }
          }
        });
  }

  /** The embedded database in the home, or the operator's own. */
  static Database database(OperatorSettings settings) {
    return settings
        .find("database.url")
        .map(url -> Database.connect(owner(settings, url), server(settings, url)))
        .orElseGet(() -> Database.open(settings.path("home")));
  }

  /** The same as it lies there; nothing is migrated. */
  static BareDatabase bareDatabase(OperatorSettings settings) {
    return settings
        .find("database.url")
        .map(url -> BareDatabase.connect(owner(settings, url), server(settings, url)))
        .orElseGet(() -> BareDatabase.open(settings.path("home")));
  }

  private static Login owner(OperatorSettings settings, String url) {
    return new Login(
        url, settings.get("database.owner-user"), settings.get("database.owner-password"));
  }

  private static Login server(OperatorSettings settings, String url) {
    return new Login(url, settings.get("database.user"), settings.get("database.password"));
  }

  private HomeLock onlyServerOfThisHome() {
    return HomeLock.tryAlone(settings.path("home").resolve("server.running"))
        .orElseThrow(() -> new Refusal("A server runs on " + settings.path("home") + " already."));
  }

  private static void refuseTakenPort(String address, String port) {
    var place = new InetSocketAddress(address, Integer.parseInt(port));
    try (var free = new ServerSocket()) {
      free.bind(place);
    } catch (IOException e) {
      throw new Refusal(
          "We cannot listen on "
              + place.getHostString()
              + ":"
              + place.getPort()
              + ": "
              + e.getMessage());
    }
  }

  private Optional<String> switchedOff(String key, String chamber) {
    return settings.find(key).isPresent()
        ? Optional.empty()
        : Optional.of(
            "The gateway of the %s is off: messages to it wait until %s is set."
                .formatted(chamber, key));
  }

  private Optional<String> bouncesOff() {
    return settings.find("mail.bounces.address").isPresent()
        ? Optional.empty()
        : Optional.of(
            "Bounces are not read: nobody is told that a mail came back until mail.bounces.address is set.");
  }

  private Optional<String> unwatched() {
    return settings.find("management.port").isPresent()
        ? Optional.empty()
        : Optional.of("No /health and no /metrics: both are off until management.port is set.");
  }

  private void say(Optional<String> line) {
    line.ifPresent(this::say);
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }
}
