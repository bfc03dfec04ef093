package org.joinvoices.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.switches.Switches;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What people paused, and only people: a gateway that stops us is {@link LaneStops}. Paused
 * messages stay queued. The database is all this needs, whether a server runs or not; a running one
 * follows within a second.
 */
public final class Pauses {

  /**
   * One pause.
   *
   * @param since machine time
   */
  public record Pause(Pausable of, Instant since) {}

  /** All pauses of one moment, for whoever asks for many messages. */
  public record Now(Set<Pausable> paused) {

    public Now {
      paused = Set.copyOf(paused);
    }

    /**
     * Why a message waits: {@code paused} (its letter, or its lane) or {@code office_paused}; empty
     * if for none of these.
     */
    public Optional<String> obstacle(ActionId action, Seat seat, Route lane) {
      if (isPaused(action) || isPaused(lane)) {
        return Optional.of(HeldReason.PAUSED);
      }
      return isPaused(seat) ? Optional.of(HeldReason.OFFICE_PAUSED) : Optional.empty();
    }

    /** Whether nothing at all goes to anybody. */
    boolean isAllPaused() {
      return paused.contains(new Pausable.OfAll());
    }

    public boolean isPaused(ActionId action) {
      return isAllPaused() || paused.contains(new Pausable.OfAction(action));
    }

    public boolean isPaused(Seat office) {
      return paused.contains(new Pausable.OfOffice(office));
    }

    public boolean isPaused(Route lane) {
      return lane.isSent() && paused.contains(new Pausable.OfLane(lane));
    }
  }

  private final Switches switches;
  private final JdbcClient jdbc;

  public Pauses(DataSource dataSource, InstantSource machine) {
    this.switches = new Switches(dataSource, machine);
    this.jdbc = JdbcClient.create(dataSource);
  }

  /** The oldest first. */
  public List<Pause> list() {
    return switches.list().stream()
        .flatMap(one -> Pausable.of(one.what()).map(of -> new Pause(of, one.since())).stream())
        .toList();
  }

  public Now now() {
    return new Now(list().stream().map(Pause::of).collect(Collectors.toSet()));
  }

  /** How many messages are ready to go, or would be if this and all else were not paused. */
  public long waiting(Pausable what) {
    String column =
        switch (what) {
          case Pausable.OfAll _ -> "? = ''";
          case Pausable.OfAction _ -> "action_id = CAST(? AS uuid)";
          case Pausable.OfOffice _ -> "target = ?";
          case Pausable.OfLane _ -> "lane = ?";
        };
    return jdbc.sql("SELECT count(*) FROM delivery WHERE state = 'queued' AND " + column)
        .param(what.toSwitch().subject())
        .query(Long.class)
        .single();
  }
}
