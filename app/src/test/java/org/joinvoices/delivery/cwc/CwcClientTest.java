package org.joinvoices.delivery.cwc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.joinvoices.delivery.Chamber;
import org.joinvoices.delivery.DeliveryResult;
import org.joinvoices.delivery.DeliveryResult.Unavailable;
import org.joinvoices.delivery.DeliveryResult.Uncertain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Far sides that are away, hang up, or begin an answer and do not end it. */
class CwcClientTest {

  private static final Duration TIMEOUT = Duration.ofMillis(500);
  private static final OutgoingMessage MESSAGE = new OutgoingMessage(new byte[0], false);

  private final ServerSocket server = listening();

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void doesNotWaitForTheEndOfAnAnswerForever() {
    answers("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nbegun", 0);

    assertThat(post()).isEqualTo(new Uncertain("timeout"));
  }

  @Test
  void saysOfAListThatBeganAndDidNotEndThatItTookTooLong() {
    answers("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nbegun", 0);

    assertThatThrownBy(() -> client().offices()).hasMessage("timeout");
  }

  @Test
  void doesNotKeepAnEndlessAnswer() {
    answers("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", 64 << 20);

    assertThat(post()).isInstanceOf(Uncertain.class);
  }

  @Test
  void asksAgainOnceWhenTheLineOfAValidationBreaks() {
    hangsUpAndThen(() -> answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", 0));

    assertThat(client().validate(MESSAGE)).isEmpty();
  }

  @Test
  void callsAValidationWithoutAnAnswerUnavailableBecauseNothingIsStored() {
    answers("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nbegun", 0);

    assertThat(client().validate(MESSAGE))
        .contains(new Unavailable("validate_timeout", Duration.ZERO));
  }

  @Test
  void callsUnavailableWhateverFailedBeforeAMessageWasWritten() throws IOException {
    hangsUpAndThen(() -> {});
    int port = server.getLocalPort();
    var withoutTls =
        new CwcClient(Chamber.HOUSE, URI.create("https://localhost:" + port), "key", TIMEOUT);

    assertThat(withoutTls.send(MESSAGE)).isInstanceOf(Unavailable.class);
    server.close();
    assertThat(post()).isEqualTo(new Unavailable("no_connection", Duration.ZERO));
  }

  @Test
  void postsOnceAndIsUncertainWhenTheLineBreaks() {
    hangsUpAndThen(() -> answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", 0));

    assertThat(post()).isEqualTo(new Uncertain("connection_lost"));
  }

  @Test
  void postsEachMessageOnALineOfItsOwnAndKeepsTheOneOfValidations() throws IOException {
    var lines = new AtomicInteger();
    try (var gateway = new KeptLines(lines)) {
      var client = new CwcClient(Chamber.HOUSE, gateway.address(), "key", TIMEOUT);
      client.validate(MESSAGE);
      client.validate(MESSAGE);
      assertThat(lines).hasValue(1);

      client.send(MESSAGE);
      client.send(MESSAGE);
      assertThat(lines).hasValue(3);
    }
  }

  @Test
  void asksNobodyWhereTheGatewayDoesNotValidate() {
    var address = URI.create("http://localhost:1");

    assertThat(new CwcClient(Chamber.SENATE, address, "key", TIMEOUT).validate(MESSAGE)).isEmpty();
    assertThat(new CwcClient(Chamber.HOUSE, address, "key", TIMEOUT, false).validate(MESSAGE))
        .isEmpty();
  }

  private CwcClient client() {
    var gateway = URI.create("http://localhost:" + server.getLocalPort());
    return new CwcClient(Chamber.HOUSE, gateway, "key", TIMEOUT);
  }

  /** Takes the next call and closes the line without a word. */
  private void hangsUpAndThen(Runnable next) {
    Thread.ofVirtual()
        .start(
            () -> {
              try (Socket line = server.accept()) {
                line.getInputStream().read();
              } catch (IOException e) {
                // the client has gone
              }
              next.run();
            });
  }

  private DeliveryResult post() {
    return assertTimeoutPreemptively(Duration.ofSeconds(10), () -> client().send(MESSAGE));
  }

  private void answers(String head, int more) {
    Thread.ofVirtual().start(() -> answer(head, more));
  }

  /** Writes and then keeps the line open. */
  private void answer(String head, int more) {
    try {
      Socket line = server.accept();
      line.getOutputStream().write(head.getBytes(UTF_8));
      line.getOutputStream().write(new byte[more]);
    } catch (IOException e) {
      // the client has heard enough
    }
  }

  /** Says yes to whatever comes, keeps every line open, and counts them. */
  private record KeptLines(ServerSocket socket, AtomicInteger lines) implements AutoCloseable {

    private KeptLines(AtomicInteger lines) {
      this(listening(), lines);
      Thread.ofVirtual().start(this::serve);
    }

    private URI address() {
      return URI.create("http://localhost:" + socket.getLocalPort());
    }

    private void serve() {
      try {
        while (true) {
          Socket line = socket.accept();
          lines.incrementAndGet();
          Thread.ofVirtual().start(() -> serve(line));
        }
      } catch (IOException e) {
        // closed
      }
    }

    private static void serve(Socket line) {
      try (line) {
        var in = new BufferedReader(new InputStreamReader(line.getInputStream(), UTF_8));
        for (String head = in.readLine(); head != null; head = in.readLine()) {
          if (head.isEmpty()) { // messages of these tests are empty
            line.getOutputStream()
                .write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(UTF_8));
          }
        }
      } catch (IOException e) {
        // the client has heard enough
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private static ServerSocket listening() {
    try {
      return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
