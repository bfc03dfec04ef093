package org.joinvoices.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
class KeptConnectionTest {

  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/whole", exchange -> answer(exchange, 200, false));
    server.createContext("/pieces", exchange -> answer(exchange, 201, true));
    server.createContext("/gone", exchange -> answer(exchange, 410, false));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static void answer(HttpExchange exchange, int status, boolean pieces) throws IOException {
    byte[] body = "A sample answer\n".repeat(10_000).getBytes();
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(status, pieces ? 0 : body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  @Test
  void readsEachAnswerToItsEndSoThatTheNextOneBeginsWhereItShould() throws IOException {
    try (var connection = new KeptConnection(server.getAddress().getPort())) {
      for (int i = 0; i < 3; i++) {
        assertThat(connection.exchange(HttpWorker.get("/whole"))).isEqualTo(200);
        assertThat(connection.exchange(HttpWorker.post("/pieces", "a=b"))).isEqualTo(201);
        assertThat(connection.exchange(HttpWorker.get("/gone"))).isEqualTo(410);
      }
    }
  }
}
