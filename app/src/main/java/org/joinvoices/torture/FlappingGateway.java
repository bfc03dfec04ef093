package org.joinvoices.torture;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.joinvoices.bench.ListedOffices;

/**
 * Stands in for the gateways of both chambers, outside of whatever is killed, and remembers every
 * message it took. It answers as they do, a repeated id with 409 at the Senate and with another yes
 * at the House, and misbehaves in every way we have names for.
 */
final class FlappingGateway implements AutoCloseable {

  /** A message that reached the office behind it. */
  record Taken(String deliveryId, String office, String email) {}

  private static final Pattern DELIVERY_ID = element("DeliveryId");
  private static final Pattern OFFICE = element("MemberOffice");
  private static final Pattern EMAIL = element("Email");

  /** Where the people of this torture live. */
  private static final List<String> STATES = List.of("OH", "NY", "WY");

  /** Longer than the house waits. */
  private static final int SILENCE_MILLIS = 5_000;

  /** Of a hundred messages. */
  private static final int MISBEHAVIOURS = 10;

  private final int port = Ports.free();
  private final Random random;
  private final Queue<Taken> taken = new ConcurrentLinkedQueue<>();
  private final Set<String> senateIds = ConcurrentHashMap.newKeySet();
  private final AtomicLong unclear = new AtomicLong();
  private Optional<HttpServer> server = Optional.empty();

  FlappingGateway(Random random) {
    this.random = random;
  }

  int port() {
    return port;
  }

  synchronized void up() {
    try {
      var next =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      next.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      next.createContext(
          "/house/v2/offices", call -> answer(call, 200, ListedOffices.ofHouse(STATES)));
      next.createContext(
          "/senate/api/active_offices", call -> answer(call, 200, ListedOffices.ofSenate(STATES)));
      next.createContext("/house/v2/validate", this::validate);
      next.createContext("/house/v2/message", call -> receive(call, false));
      next.createContext("/senate/api/production-messages/", call -> receive(call, true));
      next.start();
      server = Optional.of(next);
    } catch (IOException e) {
      throw new UncheckedIOException("the stand-in of the gateways does not start", e);
    }
  }

  synchronized void down() {
    server.ifPresent(one -> one.stop(0));
    server = Optional.empty();
  }

  List<Taken> list() {
    return List.copyOf(taken);
  }

  /** How often it left the house without a clear answer. */
  long unclear() {
    return unclear.get();
  }

  /** Fails at times too; nothing is unclear after it, because nothing is taken. */
  private void validate(HttpExchange call) throws IOException {
    call.getRequestBody().readAllBytes();
    int roll;
    synchronized (random) {
      roll = random.nextInt(100);
    }
    switch (roll) {
      case 0 -> answer(call, 503, "");
      case 1 -> answer(call, 500, "");
      case 2 -> call.close();
      default -> answer(call, 200, "");
    }
  }

  private void receive(HttpExchange call, boolean senate) throws IOException {
    String xml = new String(call.getRequestBody().readAllBytes(), UTF_8);
    int roll;
    synchronized (random) {
      roll = random.nextInt(100);
    }
    if (roll >= MISBEHAVIOURS) {
      answer(call, taken(xml, senate), "");
    } else {
      misbehave(call, xml, senate, roll);
    }
  }

  private void misbehave(HttpExchange call, String xml, boolean senate, int how)
      throws IOException {
    switch (how) {
      case 0, 1 -> answer(call, 503, "");
      case 2, 3 -> {
        unclear.incrementAndGet();
        answer(call, 500, "");
      }
      case 4 -> {
        unclear.incrementAndGet();
        taken(xml, senate);
        answer(call, 502, "");
      }
      case 5 -> silence(call);
      case 6 -> {
        taken(xml, senate);
        silence(call);
      }
      case 7 -> cut(call);
      default -> {
        taken(xml, senate);
        cut(call);
      }
    }
  }

  private void silence(HttpExchange call) {
    unclear.incrementAndGet();
    Pause.millis(SILENCE_MILLIS);
    call.close();
  }

  private void cut(HttpExchange call) {
    unclear.incrementAndGet();
    call.close();
  }

  /** Takes it unless the Senate knows its id; the status to answer with. */
  private int taken(String xml, boolean senate) {
    String id = find(DELIVERY_ID, xml);
    if (senate && !senateIds.add(id)) {
      return 409;
    }
    taken.add(new Taken(id, find(OFFICE, xml), find(EMAIL, xml)));
    return senate ? 201 : 200;
  }

  private static String find(Pattern element, String xml) {
    var found = element.matcher(xml);
    if (!found.find()) {
      throw new IllegalStateException("a message without one of its parts");
    }
    return found.group(1);
  }

  private static Pattern element(String name) {
    return Pattern.compile("<" + name + ">([^<]+)</" + name + ">");
  }

  private static void answer(HttpExchange call, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    try (call) {
      call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      if (bytes.length > 0) {
        call.getResponseBody().write(bytes);
      }
    }
  }

  @Override
  public void close() {
    down();
  }
}
