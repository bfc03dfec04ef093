package org.joinvoices.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.joinvoices.delivery.Chamber;
import org.joinvoices.delivery.cwc.CwcClient;
import org.joinvoices.delivery.cwc.XmlTexts;

/** The fake gateway behind a small web server of its own, for tests. */
public final class GatewayServer implements AutoCloseable {

  public static final String KEY = "sample key & more";
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final GatewayBehaviour behaviour = new GatewayBehaviour();
  private final GatewayStore store;
  private final FakeGateway gateway;
  private final HttpServer server;

  /**
   * @param folder where received messages go
   * @param agent the registered name
   */
  public GatewayServer(Path folder, String agent) {
    store = new GatewayStore(folder);
    var keys = Map.of(Chamber.HOUSE, KEY, Chamber.SENATE, KEY);
    var registration = new FakeGateway.Registration(keys, agent);
    gateway = new FakeGateway(registration, store, behaviour, InstantSource.system());
    server = listening();
  }

  private HttpServer listening() {
    try {
      var local = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      HttpServer listening = HttpServer.create(local, 0);
      listening.setExecutor(threads);
      listening.createContext("/", this::handle);
      listening.start();
      return listening;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The real client, pointed at this server. */
  public CwcClient client(Chamber chamber) {
    return client(chamber, KEY);
  }

  public CwcClient client(Chamber chamber, String key) {
    return new CwcClient(chamber, address(chamber), key, PATIENCE);
  }

  public URI address(Chamber chamber) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/" + chamber.word());
  }

  /** As the field {@code answer} of the behaviour page, for one message. */
  public void next(Chamber chamber, String answer) {
    String letter = chamber == Chamber.HOUSE ? "H" : "S";
    behaviour.order(letter, GatewayBehaviour.Kind.of(answer).orElseThrow(), 1);
  }

  void speak(GatewayDialect dialect) {
    behaviour.speak(dialect);
  }

  public int accepted() {
    return (int) store.list().stream().filter(one -> one.status() < 300).count();
  }

  /** Texts of the accepted messages by element name, the oldest first. */
  public List<Map<String, String>> messages() {
    return store.list().reversed().stream()
        .filter(one -> one.status() < 300)
        .map(one -> XmlTexts.of(store.find(one.deliveryId()).orElseThrow()))
        .toList();
  }

  /** The accepted messages as received. */
  public List<byte[]> posted() {
    return store.list().stream()
        .filter(one -> one.status() < 300)
        .map(one -> store.find(one.deliveryId()).orElseThrow())
        .toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    GatewayAnswer answer = answer(exchange, body);
    if (!answer.silent()) { // a silent exchange stays open until the server stops
      exchange.sendResponseHeaders(answer.status(), answer.bytes().length);
      exchange.getResponseBody().write(answer.bytes());
      exchange.close();
    }
  }

  private GatewayAnswer answer(HttpExchange exchange, byte[] body) {
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    String query = exchange.getRequestURI().getRawQuery();
    String key = query == null ? "" : URLDecoder.decode(query.substring("apikey=".length()), UTF_8);
    return switch (exchange.getRequestURI().getPath()) {
      case "/house/v2/offices" -> gateway.offices(Chamber.HOUSE);
      case "/senate/api/active_offices" -> gateway.offices(Chamber.SENATE);
      case "/house/v2/validate" -> gateway.validate(key, type, body);
      case "/senate/api/testing-messages/" -> gateway.test(key, type, body);
      case "/house/v2/message" -> gateway.receive(Chamber.HOUSE, key, type, body);
      case "/senate/api/production-messages/" -> gateway.receive(Chamber.SENATE, key, type, body);
      default -> GatewayAnswer.plain(404, "");
    };
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
