package org.joinvoices.platform.watch;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.joinvoices.platform.database.LastKnown;
import org.springframework.dao.DataAccessException;

/**
 * Numbers that several meters share: asked of the database at most every five seconds, and no
 * number while it does not answer.
 */
public final class Sampled<T> {

  private static final Duration AGE = Duration.ofSeconds(5);

  private final LastKnown<Boolean, T> known;

  public Sampled(Supplier<T> read) {
    this.known = new LastKnown<>(AGE, _ -> read.get());
  }

  public double get(ToDoubleFunction<T> number) {
    try {
      return number.applyAsDouble(known.get(true));
    } catch (DataAccessException away) {
      return Double.NaN;
    }
  }
}
