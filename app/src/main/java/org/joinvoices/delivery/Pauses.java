package org.joinvoices.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.joinvoices.districts.Seat;
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

    public boolean isPaused(ActionId action) {
      return paused.contains(new Pausable.OfAction(action));
    }

    public boolean isPaused(Seat office) {
      return paused.contains(new Pausable.OfOffice(office));
    }

    public boolean isPaused(Route lane) {
      return lane.isSent() && paused.contains(new Pausable.OfLane(lane));
    }
  }

  private final JdbcClient jdbc;
  private final InstantSource machine;

  public Pauses(DataSource dataSource, InstantSource machine) {
    this.jdbc = JdbcClient.create(dataSource);
    this.machine = machine;
  }

  /** The oldest first. */
  public List<Pause> list() {
    return jdbc
        .sql("SELECT scope, subject, since FROM delivery_pause ORDER BY since, scope, subject")
        .query((row, _) -> pause(row))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  public Now now() {
    return new Now(list().stream().map(Pause::of).collect(Collectors.toSet()));
  }

  /**
   * @return false if it was paused already
   */
  public boolean pause(Pausable what) {
    return jdbc.sql(
                "INSERT INTO delivery_pause (scope, subject, since) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
            .params(what.scope(), what.subject(), machine.instant().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /**
   * @return false if it was not paused
   */
  public boolean resume(Pausable what) {
    return jdbc.sql("DELETE FROM delivery_pause WHERE scope = ? AND subject = ?")
            .params(what.scope(), what.subject())
            .update()
        == 1;
  }

  /** How many messages are ready to go, or would be if this and all else were not paused. */
  public long waiting(Pausable what) {
    String column =
        switch (what) {
          case Pausable.OfAction _ -> "action_id = CAST(? AS uuid)";
          case Pausable.OfOffice _ -> "target = ?";
          case Pausable.OfLane _ -> "lane = ?";
        };
    return jdbc.sql("SELECT count(*) FROM delivery WHERE state = 'queued' AND " + column)
        .param(what.subject())
        .query(Long.class)
        .single();
  }

  private static Optional<Pause> pause(ResultSet row) throws SQLException {
    Instant since = row.getObject("since", OffsetDateTime.class).toInstant();
    return Pausable.parse(row.getString("scope"), row.getString("subject"))
        .map(of -> new Pause(of, since));
  }
}
