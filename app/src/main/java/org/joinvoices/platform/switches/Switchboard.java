package org.joinvoices.platform.switches;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * What is paused, as this process last heard. Asks nobody, so that pages know it while the database
 * is away or shall be left alone.
 */
public final class Switchboard {

  private static final Logger LOG = LoggerFactory.getLogger(Switchboard.class);

  private final Supplier<List<Standstill>> source;
  private volatile Map<Switch, Standstill> paused = Map.of();

  /** Knows what the switches are now; later changes after each {@link #follow}. */
  public Switchboard(Switches switches) {
    this.source = switches::list;
    read();
  }

  /** Reads the switches anew; while the database does not answer, they stay as they were. */
  public void follow() {
    try {
      read();
    } catch (DataAccessException away) {
      LOG.warn("the switches cannot be read: {}", away.getClass().getName());
    }
  }

  private void read() {
    paused = source.get().stream().collect(Collectors.toMap(Standstill::what, each -> each));
  }

  public Optional<Standstill> find(Switch what) {
    return Optional.ofNullable(paused.get(what));
  }

  /** What keeps people from signing a letter: static pages, a pause of all letters, or its own. */
  public Optional<Standstill> findSigning(UUID action) {
    return Stream.of(Switch.PAGES, Switch.SIGNING, Switch.signing(action))
        .flatMap(one -> find(one).stream())
        .findFirst();
  }

  public boolean isPaused(Switch what) {
    return paused.containsKey(what);
  }
}
