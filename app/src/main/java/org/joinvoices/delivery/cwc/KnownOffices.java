package org.joinvoices.delivery.cwc;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The office list of one gateway, asked for at most every twelve hours while it can be read.
 *
 * <p>When it cannot be read or is empty, nothing may be sent: an empty list must not turn every
 * office away. A list with less than half of the offices known before is not believed either; the
 * one before stays in use. Both are alarms. Known in memory only: after a restart whatever the
 * gateway lists is taken, which is also how an operator lets a list through that shrank in earnest.
 */
public final class KnownOffices {

  /** The list is empty, unreadable, or there is none; nothing is sent. */
  public static final String UNREADABLE = "offices_unreadable";

  /** The list lost more than half of its offices; the one before is in use. */
  public static final String SHRUNK = "offices_shrunk";

  private static final Logger LOG = LoggerFactory.getLogger(KnownOffices.class);

  private static final Duration FRESH = Duration.ofHours(12);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration DOUBT = Duration.ofMinutes(10);

  private final Gateway gateway;
  private final InstantSource steady;
  private Set<OfficeCode> offices = Set.of();

  /** The last list that was believed, whether it may be used now or not. */
  private Set<OfficeCode> believed = Set.of();

  private Optional<Instant> readAt = Optional.empty();
  private Optional<String> alarm = Optional.empty();
  private Instant askAgainAt = Instant.MIN;

  private volatile OfficeStanding standing =
      new OfficeStanding(0, Optional.empty(), Optional.empty());

  /**
   * @param steady a clock that goes evenly
   */
  public KnownOffices(Gateway gateway, InstantSource steady) {
    this.gateway = gateway;
    this.steady = steady;
  }

  /** Whether there is a list to go by. */
  public synchronized boolean isKnown() {
    if (!steady.instant().isBefore(askAgainAt)) {
      refresh();
    }
    return !offices.isEmpty();
  }

  /** Whether the office is on the list, however it is spelled; meaningful while it is known. */
  public synchronized boolean contains(OfficeCode office) {
    return isKnown() && office.spellings().stream().anyMatch(offices::contains);
  }

  /** The office as this gateway spells it; unchanged where it lists none such. */
  public synchronized OfficeCode spelled(OfficeCode office) {
    return office.spellings().stream().filter(offices::contains).findFirst().orElse(office);
  }

  /** After a gateway contradicted the list: ask again before the next message. */
  public synchronized void forget() {
    askAgainAt = Instant.MIN;
  }

  /** For those who watch: asks nobody, and waits for nobody who asks. */
  public OfficeStanding standing() {
    return standing;
  }

  private void refresh() {
    try {
      take(gateway.offices());
    } catch (IOException e) {
      offices = Set.of();
      settle(Optional.of(UNREADABLE), PATIENCE);
    }
  }

  private void take(Set<OfficeCode> listed) {
    if (listed.isEmpty()) {
      offices = Set.of();
      settle(Optional.of(UNREADABLE), PATIENCE);
    } else if (listed.size() * 2 < believed.size()) {
      offices = believed;
      settle(Optional.of(SHRUNK), DOUBT);
    } else {
      offices = listed;
      believed = listed;
      readAt = Optional.of(steady.instant());
      settle(Optional.empty(), FRESH);
    }
  }

  /** Said once, when it begins or changes, not every time somebody looks. */
  private void settle(Optional<String> now, Duration rest) {
    if (!now.equals(alarm)) {
      now.ifPresentOrElse(
          code -> LOG.error("a gateway's office list is in doubt: {}", code),
          () -> LOG.info("a gateway's office list can be read again"));
    }
    alarm = now;
    askAgainAt = steady.instant().plus(rest);
    standing = new OfficeStanding(offices.size(), readAt, alarm);
  }
}
