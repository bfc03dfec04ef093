package org.joinvoices.platform.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The time it is for letters, officeholders and deadlines: the machine's clock moved by an offset.
 * Under {@code serve} the offset is zero; a demo keeps its own in its database ({@code
 * civic_clock}) and only ever moves it forward.
 */
public final class CivicClock implements InstantSource {

  /** Congress and its delivery dates run on this zone (design decision D15). */
  public static final ZoneId CONGRESS = ZoneId.of("America/New_York");

  private final InstantSource machine;
  private volatile Duration offset;

  public CivicClock(InstantSource machine, Duration offset) {
    this.machine = machine;
    this.offset = offset;
  }

  /** Civic time that is machine time. */
  public static CivicClock real() {
    return new CivicClock(InstantSource.system(), Duration.ZERO);
  }

  @Override
  public Instant instant() {
    return machine.instant().plus(offset);
  }

  /** The civic date in Washington, which decides who holds a seat. */
  public LocalDate today() {
    return LocalDate.ofInstant(instant(), CONGRESS);
  }

  public Duration offset() {
    return offset;
  }

  /** True when this clock shows another time than the machine's, so that pages can say so. */
  public boolean isReplay() {
    return !offset.isZero();
  }

  /**
   * Takes over an offset read from the database; where it is stored and checked: {@link
   * CivicClockStore}.
   */
  public void move(Duration newOffset) {
    offset = newOffset;
  }
}
