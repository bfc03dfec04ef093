package org.joinvoices.platform.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.springframework.context.SmartLifecycle;

/**
 * Answers {@code GET /health} and {@code GET /metrics} and nothing else, on a port that no visitor
 * reaches: the JDK's own small server, so that no page of ours can ever be behind it.
 */
public final class ManagementServer implements SmartLifecycle {

  private record Answer(int status, String type, String body) {}

  private static final String TEXT = "text/plain; charset=utf-8";

  private final HttpServer server;
  private volatile boolean running;

  ManagementServer(ManagementSettings settings, List<HealthPart> parts, Supplier<String> metrics) {
    try {
      var place = new InetSocketAddress(settings.address(), settings.port());
      this.server = HttpServer.create(place, 0);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on the port of management", e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", exchange -> answer(exchange, "", () -> gone()));
    server.createContext("/health", exchange -> answer(exchange, "/health", () -> health(parts)));
    server.createContext(
        "/metrics", exchange -> answer(exchange, "/metrics", () -> text(200, metrics.get())));
  }

  /** Where it listens, once started. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void start() {
    server.start();
    running = true;
  }

  @Override
  public void stop() {
    server.stop(0);
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private static void answer(HttpExchange exchange, String path, Supplier<Answer> content)
      throws IOException {
    try (exchange) {
      var answer = choose(exchange, path, content);
      byte[] body = answer.body().getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
      boolean head = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(answer.status(), head ? -1 : body.length);
      if (!head) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  /** The JDK's server gives a context all that begins with its path. */
  private static Answer choose(HttpExchange exchange, String path, Supplier<Answer> content) {
    if (!exchange.getRequestURI().getPath().equals(path)) {
      return gone();
    }
    return List.of("GET", "HEAD").contains(exchange.getRequestMethod())
        ? content.get()
        : text(405, "only GET\n");
  }

  private static Answer health(List<HealthPart> parts) {
    var health = Health.look(parts);
    int status = health.status() == Health.Level.DOWN ? 503 : 200;
    return new Answer(status, "application/json", health.json());
  }

  private static Answer gone() {
    return text(404, "/health or /metrics\n");
  }

  private static Answer text(int status, String body) {
    return new Answer(status, TEXT, body);
  }
}
