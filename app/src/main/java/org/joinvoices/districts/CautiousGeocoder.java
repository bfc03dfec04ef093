package org.joinvoices.districts;

import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import org.joinvoices.districts.Geocoder.Answer.Unavailable;

/**
 * Asks a geocoder no more than is good for both sides: a few questions at once, and after failures
 * in a row none for a while. What it may not ask it leaves at once, because somebody waits. Counts
 * the answers, never the addresses.
 */
final class CautiousGeocoder implements Geocoder {

  /** Each holds up one signature at most; a far side that needs more at once is too slow for us. */
  private static final int AT_ONCE = 4;

  private static final int FAILURES = 5;
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Geocoder geocoder;
  private final Duration gap;
  private final InstantSource steady;
  private final Semaphore free = new Semaphore(AT_ONCE);
  private int failures;
  private Instant notBefore = Instant.MIN;

  /**
   * @param gap from one question to the next
   * @param steady a clock that goes evenly
   */
  CautiousGeocoder(Geocoder geocoder, Duration gap, InstantSource steady) {
    this.geocoder = geocoder;
    this.gap = gap;
    this.steady = steady;
  }

  @Override
  public Answer locate(StreetAddress address, int congress) {
    Answer answer = ask(address, congress);
    Metrics.counter("joinvoices.geocoder.answers", "outcome", outcome(answer)).increment();
    return answer;
  }

  private Answer ask(StreetAddress address, int congress) {
    if (!free.tryAcquire()) {
      return new Unavailable(Fault.BUSY);
    }
    try {
      return mayAsk() ? note(geocoder.locate(address, congress)) : new Unavailable(skipped());
    } finally {
      free.release();
    }
  }

  private synchronized boolean mayAsk() {
    Instant now = steady.instant();
    if (now.isBefore(notBefore)) {
      return false;
    }
    if (gap.isPositive()) {
      notBefore = now.plus(gap);
    }
    return true;
  }

  private synchronized Fault skipped() {
    return failures >= FAILURES ? Fault.PAUSED : Fault.BUSY;
  }

  /** After a pause one more failure is enough for the next. */
  private synchronized Answer note(Answer answer) {
    failures = answer instanceof Unavailable ? failures + 1 : 0;
    if (failures >= FAILURES) {
      notBefore = steady.instant().plus(PAUSE);
    }
    return answer;
  }

  private static String outcome(Answer answer) {
    return switch (answer) {
      case Answer.Found _ -> "found";
      case Answer.Tie _ -> "tie";
      case Answer.None _ -> "none";
      case Unavailable(var fault) -> fault.word();
    };
  }
}
