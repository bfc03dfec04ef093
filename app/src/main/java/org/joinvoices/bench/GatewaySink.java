package org.joinvoices.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Both chambers' gateways on the loopback address: they list the offices of some states, find every
 * message valid, take it at once, count it and throw it away.
 */
public final class GatewaySink implements AutoCloseable {

  private static final String SAMPLE = "A sample line of a message.\n".repeat(200);

  private final AtomicLong taken = new AtomicLong();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private final String house;
  private final String senate;

  /** For the sample places. */
  GatewaySink() {
    this(SampleForms.states());
  }

  /**
   * @param states USPS codes
   */
  public GatewaySink(List<String> states) {
    this.house = ListedOffices.ofHouse(states);
    this.senate = ListedOffices.ofSenate(states);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("no port for a gateway", e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      String path = exchange.getRequestURI().getPath();
      boolean ofSenate = path.startsWith("/api/");
      if (path.equals("/v2/validate")) {
        say(exchange, 200, "OK");
      } else if (exchange.getRequestMethod().equals("GET")) {
        say(exchange, 200, ofSenate ? senate : house);
      } else {
        taken.incrementAndGet();
        say(exchange, ofSenate ? 201 : 200, "OK");
      }
    }
  }

  private static void say(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private int port() {
    return server.getAddress().getPort();
  }

  /** Posts as large as a message, on a connection that is kept. */
  Load.Worker posting() throws IOException {
    Optional<byte[]> request = Optional.of(HttpWorker.post("/v2/message", SAMPLE));
    return new HttpWorker(port(), 200, () -> request);
  }

  /** Of both gateways, for settings {@code house.url} and {@code senate.url}. */
  public String address() {
    return "http://127.0.0.1:" + port();
  }

  long taken() {
    return taken.get();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
