package org.joinvoices.demo;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/** How the fake gateway misbehaves on request. Forgotten when the server stops. */
final class GatewayBehaviour {

  /** What to answer instead of the right answer. */
  enum Kind {
    OK("ok"),
    REFUSE("400"),
    SEEN_BEFORE("409"),
    UNAVAILABLE("503"),
    TIMEOUT("timeout"),
    TIMEOUT_AFTER_STORING("timeout_after_storing");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    static Optional<Kind> of(String word) {
      return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
  }

  private static final class Order {

    private final String prefix;
    private final Kind kind;
    private int times;

    private Order(String prefix, Kind kind, int times) {
      this.prefix = prefix;
      this.kind = kind;
      this.times = times;
    }
  }

  private static final Map<String, String> LETTERS = Map.of("house", "H", "senate", "S");

  private final Deque<Order> orders = new ArrayDeque<>();
  private volatile GatewayDialect dialect = GatewayDialect.MIXED;

  /** What the codes of the offices meant begin with; empty when neither field is understood. */
  static Optional<String> offices(Optional<String> chamber, Optional<String> office) {
    return office
        .filter(code -> code.matches("[HS][A-Z]{2}[0-9]{2}"))
        .or(() -> chamber.flatMap(word -> Optional.ofNullable(LETTERS.get(word))));
  }

  /**
   * For the next {@code times} messages; ok takes orders back.
   *
   * @param offices beginning of their codes
   */
  synchronized void order(String offices, Kind kind, int times) {
    if (kind == Kind.OK) {
      orders.removeIf(order -> order.prefix.startsWith(offices));
    } else {
      orders.add(new Order(offices, kind, times));
    }
  }

  void speak(GatewayDialect other) {
    dialect = other;
  }

  GatewayDialect dialect() {
    return dialect;
  }

  /** What to do with the message to {@code office}, the oldest order first. */
  synchronized Kind next(String office) {
    for (Iterator<Order> each = orders.iterator(); each.hasNext(); ) {
      Order order = each.next();
      if (office.startsWith(order.prefix)) {
        if (--order.times <= 0) {
          each.remove();
        }
        return order.kind;
      }
    }
    return Kind.OK;
  }
}
