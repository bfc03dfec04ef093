package org.joinvoices.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.platform.crypto.Sha256;
import org.joinvoices.platform.principal.AccountId;
import org.joinvoices.platform.principal.Role;
import org.joinvoices.platform.principal.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Table {@code desk_session}. A browser holds a random token, the database its hash: a copy of the
 * database signs nobody in.
 */
final class DeskSessions {

  /** A session ends when nobody used it for so long: a working day. */
  static final Duration IDLE = Duration.ofHours(8);

  /** And after this in any case. */
  static final Duration LONGEST = Duration.ofDays(7);

  /** Last use is noted this often, so that looking around writes next to nothing. */
  private static final Duration NOTED = Duration.ofMinutes(1);

  private static final int TOKEN_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new session with the secret that only its browser keeps. */
  record Begun(UUID id, String token) {

    @Override
    public String toString() {
      return "Begun[" + id + ", token hidden]";
    }
  }

  private final JdbcClient jdbc;
  private final InstantSource machine;

  DeskSessions(DataSource dataSource, InstantSource machine) {
    this.jdbc = JdbcClient.create(dataSource);
    this.machine = machine;
  }

  Begun begin(AccountId account, String device) {
    var begun = new Begun(UUID.randomUUID(), newToken());
    var now = utc(machine.instant());
    jdbc.sql(
            """
            INSERT INTO desk_session (id, account_id, token_hash, device, began_at, seen_at)
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        .params(begun.id(), account.value(), hash(begun.token()), device, now, now)
        .update();
    return begun;
  }

  /** Who holds this token, as long as the session lasts and the access is not removed. */
  Optional<SignedIn> find(String token) {
    Instant now = machine.instant();
    Optional<SignedIn> found =
        jdbc.sql(
                """
                SELECT s.id, s.account_id, a.role FROM desk_session s JOIN desk_account a ON a.id = s.account_id
                WHERE s.token_hash = ? AND s.began_at > ? AND s.seen_at > ? AND a.removed_at IS NULL
                """)
            .params(hash(token), utc(now.minus(LONGEST)), utc(now.minus(IDLE)))
            .query(DeskSessions::signedIn)
            .optional();
    found.ifPresent(who -> note(who.session(), now));
    return found;
  }

  private void note(UUID session, Instant now) {
    jdbc.sql("UPDATE desk_session SET seen_at = ? WHERE id = ? AND seen_at < ?")
        .params(utc(now), session, utc(now.minus(NOTED)))
        .update();
  }

  /** All that last, the latest used first. */
  List<DeskSession> list() {
    Instant now = machine.instant();
    return jdbc.sql(
            """
            SELECT id, account_id, device, began_at, seen_at FROM desk_session
            WHERE began_at > ? AND seen_at > ? ORDER BY seen_at DESC, id
            """)
        .params(utc(now.minus(LONGEST)), utc(now.minus(IDLE)))
        .query(DeskSessions::session)
        .list();
  }

  /** True if there was such a session. */
  boolean end(UUID id) {
    return jdbc.sql("DELETE FROM desk_session WHERE id = ?").param(id).update() == 1;
  }

  /** True if it was this account's. */
  boolean end(UUID id, AccountId account) {
    return jdbc.sql("DELETE FROM desk_session WHERE id = ? AND account_id = ?")
            .params(id, account.value())
            .update()
        == 1;
  }

  /** Ids of what was ended. */
  List<UUID> endAll(AccountId account) {
    return jdbc.sql("DELETE FROM desk_session WHERE account_id = ? RETURNING id")
        .param(account.value())
        .query(UUID.class)
        .list();
  }

  /** Removes what has ended by itself. */
  void forget() {
    Instant now = machine.instant();
    jdbc.sql("DELETE FROM desk_session WHERE began_at <= ? OR seen_at <= ?")
        .params(utc(now.minus(LONGEST)), utc(now.minus(IDLE)))
        .update();
  }

  private static SignedIn signedIn(ResultSet row, int number) throws SQLException {
    return new SignedIn(
        new AccountId(row.getObject("account_id", UUID.class)),
        Role.find(row.getString("role")).orElseThrow(),
        row.getObject("id", UUID.class));
  }

  private static DeskSession session(ResultSet row, int number) throws SQLException {
    return new DeskSession(
        row.getObject("id", UUID.class),
        new AccountId(row.getObject("account_id", UUID.class)),
        row.getString("device"),
        row.getObject("began_at", OffsetDateTime.class).toInstant(),
        row.getObject("seen_at", OffsetDateTime.class).toInstant());
  }

  private static String newToken() {
    byte[] token = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(token);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  private static byte[] hash(String token) {
    return Sha256.of(token.getBytes(UTF_8));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
