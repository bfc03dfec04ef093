package org.joinvoices.signing;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Codes for events at which many sign from one place. They never stand in anybody's way. */
public final class EventCodes {

  /** The most signatures a code may hold for. */
  public static final int MOST = 100_000;

  private static final int LENGTH = 8;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** For so long another server may not know of a code that was made or ended. */
  private static final Duration KNOWN = Duration.ofSeconds(2);

  private static final int MOST_ACTIONS = 1_000;

  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final LoadingCache<ActionId, Set<String>> open;

  /**
   * @param clock civic time
   */
  public EventCodes(DataSource dataSource, InstantSource clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.clock = clock;
    this.open =
        Caffeine.newBuilder()
            .maximumSize(MOST_ACTIONS)
            .expireAfterWrite(KNOWN)
            .build(this::readOpen);
  }

  /**
   * Makes a code.
   *
   * @param from civic instant, before {@code until}
   * @param most signatures, from 1 to {@link #MOST}
   */
  public EventCode make(ActionId action, Instant from, Instant until, int most) {
    String code = newCode();
    jdbc.sql(
            """
            INSERT INTO event_code (action_id, code, opens, closes, most, used, made_at) VALUES (?, ?, ?, ?, ?, 0, ?)
            """)
        .params(
            action.value(),
            code,
            from.atOffset(ZoneOffset.UTC),
            until.atOffset(ZoneOffset.UTC),
            most,
            clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    open.invalidate(action);
    return new EventCode(code, from, until, most, 0, Optional.empty());
  }

  /** Those of the action, the newest first. */
  public List<EventCode> list(ActionId action) {
    return jdbc.sql(
            """
            SELECT code, opens, closes, most, used, ended_at FROM event_code
            WHERE action_id = ? ORDER BY made_at DESC, code
            """)
        .param(action.value())
        .query(EventCodes::read)
        .list();
  }

  /**
   * Ends a code before its time.
   *
   * @param typed however it was typed
   * @return its name; empty if there is no such code, or it has ended already
   */
  public Optional<String> end(ActionId action, String typed) {
    String code = plain(typed);
    int ended =
        jdbc.sql(
                "UPDATE event_code SET ended_at = ? WHERE action_id = ? AND code = ? AND ended_at IS NULL")
            .params(clock.instant().atOffset(ZoneOffset.UTC), action.value(), code)
            .update();
    open.invalidate(action);
    return ended == 1 ? Optional.of(code) : Optional.empty();
  }

  /** The code as it is written, if it holds now; empty for what is unknown, or over. */
  public Optional<String> find(ActionId action, String typed) {
    if (typed.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(plain(typed)).filter(code -> open.get(action).contains(code));
    } catch (DataAccessException away) {
      return Optional.empty();
    }
  }

  /**
   * Takes one place of the code, for a form that is about to be stored. Should it not be stored
   * after all, the place is gone: nobody is harmed by that.
   *
   * @return false for a code that is unknown, over or used up
   */
  boolean take(ActionId action, String typed) {
    return find(action, typed).filter(code -> takePlace(action, code)).isPresent();
  }

  private boolean takePlace(ActionId action, String code) {
    try {
      return jdbc.sql(
                  """
                  UPDATE event_code SET used = used + 1
                  WHERE action_id = ? AND code = ? AND ended_at IS NULL AND used < most
                  """)
              .params(action.value(), code)
              .update()
          == 1;
    } catch (DataAccessException away) {
      return false;
    }
  }

  private Set<String> readOpen(ActionId action) {
    Instant now = clock.instant();
    return list(action).stream()
        .filter(code -> code.standing(now) == EventCode.Standing.OPEN)
        .map(EventCode::code)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static EventCode read(ResultSet row, int number) throws SQLException {
    return new EventCode(
        row.getString("code"),
        Signatures.instant(row, "opens").orElseThrow(),
        Signatures.instant(row, "closes").orElseThrow(),
        row.getInt("most"),
        row.getInt("used"),
        Signatures.instant(row, "ended_at"));
  }

  private static String newCode() {
    StringBuilder code = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      code.append(ShortCode.ALPHABET.charAt(RANDOM.nextInt(ShortCode.ALPHABET.length())));
    }
    return shown(code.toString());
  }

  /** However it was typed, as it is written. */
  private static String plain(String typed) {
    String plain = ShortCode.plain(typed);
    return plain.length() == LENGTH ? shown(plain) : "";
  }

  private static String shown(String code) {
    return code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2);
  }
}
