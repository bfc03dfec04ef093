package org.joinvoices.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.joinvoices.platform.database.Login;

/** What a demo sets by itself where an operator would; keys made up here open nothing but it. */
final class DemoProperties {

  /** The delivery agent its gateways know. */
  static final String AGENT = "JoinVoices Demo";

  private static final String ADDRESS = "127.0.0.1";

  private DemoProperties() {}

  /** In the home because a demo has nowhere else; a real house keeps its key apart. */
  static Path masterKey(Path home) {
    return home.resolve("keys/master.json");
  }

  /** Beside it, for the same reason. */
  static Path keyStore(Path home) {
    return home.resolve("keys/data");
  }

  static Map<String, Object> of(Path home, int port, Login database) {
    String self = "http://" + ADDRESS + ":" + port;
    var all = new HashMap<String, Object>();
    all.put("server.address", ADDRESS);
    all.put("server.port", port);
    all.put("spring.datasource.url", database.url());
    all.put("spring.datasource.username", database.user());
    all.put("spring.datasource.password", database.password());
    all.put("joinvoices.base-url", DemoAddress.at(port).url());
    all.put("joinvoices.home", home.toString());
    all.put("joinvoices.master-key-file", masterKey(home).toString());
    all.put("joinvoices.key-store", keyStore(home).toString());
    all.put("joinvoices.mail.host", ADDRESS);
    all.put("joinvoices.mail.port", freePort());
    all.put("joinvoices.mail.from", "letters@demo.example");
    all.put("joinvoices.limits.per-domain-per-minute", 1_000_000); // its people share one
    all.put("joinvoices.mail.per-second", 1000);
    all.put("joinvoices.mail.per-second-per-provider", 1000);
    gateway(all, "house", self + "/demo/gateway/house");
    gateway(all, "senate", self + "/demo/gateway/senate");
    all.put("joinvoices.agent.name", AGENT);
    all.put("joinvoices.agent.ack-email", "ack@demo.example");
    all.put("joinvoices.agent.contact-name", "Demo Operator");
    all.put("joinvoices.agent.contact-email", "operator@demo.example");
    all.put("joinvoices.agent.contact-phone", "202-555-0142");
    return all;
  }

  /** As of a house that has not got its accounts yet. */
  static void withoutGateways(Map<String, Object> all) {
    all.put("joinvoices.house.key", "");
    all.put("joinvoices.senate.key", "");
  }

  private static void gateway(Map<String, Object> all, String chamber, String url) {
    all.put("joinvoices." + chamber + ".url", url);
    all.put("joinvoices." + chamber + ".key", "demo-" + chamber);
    all.put("joinvoices." + chamber + ".timeout", "5s");
    all.put("joinvoices." + chamber + ".per-second", 10);
  }

  /** For the catch-all mailbox, which listens where mails are sent to. */
  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
