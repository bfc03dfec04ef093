package org.joinvoices.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.util.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.platform.crypto.Sha256;
import org.joinvoices.platform.crypto.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Links that open once. The token of a link is made from its id under the key of the house, so that
 * a mail can be composed when it is sent; the database has its hash only.
 */
final class OneTimeLinks {

  /** What a link opens, and for how long. */
  enum Purpose {
    /** Printed by a command and passed on by a person. */
    INVITATION("/desk/invitation/", Duration.ofDays(3)),
    /** Mailed to whoever asked for it a moment ago. */
    SIGN_IN("/desk/link/", Duration.ofMinutes(15));

    private final String path;
    private final Duration lifetime;

    Purpose(String path, Duration lifetime) {
      this.path = path;
      this.lifetime = lifetime;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    Duration lifetime() {
      return lifetime;
    }
  }

  /** A link that is good still. */
  record Good(UUID id, Bytes mailboxHash, Instant until) {}

  static final Duration WINDOW = Duration.ofHours(1);

  /** Sign-in links of one mailbox in an hour: somebody's patience, and nobody's nuisance. */
  static final int MOST_FOR_A_MAILBOX = 5;

  /** Of the whole house in an hour, so that asking for many addresses fills no table. */
  static final int MOST_OF_THE_HOUSE = 200;

  private static final int LONGEST_TOKEN = 64;

  private final JdbcClient jdbc;
  private final Vault vault;
  private final InstantSource machine;

  OneTimeLinks(DataSource dataSource, Vault vault, InstantSource machine) {
    this.jdbc = JdbcClient.create(dataSource);
    this.vault = vault;
    this.machine = machine;
  }

  /** A new link, in the caller's transaction; an earlier invitation of this mailbox is void. */
  Good make(Purpose purpose, Bytes mailboxHash) {
    if (purpose == Purpose.INVITATION) {
      jdbc.sql("DELETE FROM desk_link WHERE purpose = ? AND mailbox_hash = ? AND used_at IS NULL")
          .params(purpose.word(), mailboxHash.toByteArray())
          .update();
    }
    UUID id = UUID.randomUUID();
    Instant now = machine.instant();
    Instant until = now.plus(purpose.lifetime());
    jdbc.sql(
            """
            INSERT INTO desk_link (id, purpose, mailbox_hash, token_hash, made_at, until)
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        .params(
            id, purpose.word(), mailboxHash.toByteArray(), hash(token(id)), utc(now), utc(until))
        .update();
    return new Good(id, mailboxHash, until);
  }

  /** False once a mailbox, or all together, have asked for as many links as an hour allows. */
  boolean mayAsk(Bytes mailboxHash) {
    return jdbc.sql(
            """
            SELECT count(*) < ? AND count(*) FILTER (WHERE mailbox_hash = ?) < ?
            FROM desk_link WHERE purpose = ? AND made_at > ?
            """)
        .params(
            MOST_OF_THE_HOUSE,
            mailboxHash.toByteArray(),
            MOST_FOR_A_MAILBOX,
            Purpose.SIGN_IN.word(),
            utc(machine.instant().minus(WINDOW)))
        .query(Boolean.class)
        .single();
  }

  /** Path of the page that the link opens. */
  String path(Purpose purpose, UUID id) {
    return purpose.path + token(id);
  }

  Optional<Good> find(Purpose purpose, UUID id) {
    return find(purpose, token(id));
  }

  /** Looks; the link stays as good as it is. */
  Optional<Good> find(Purpose purpose, String token) {
    if (token.length() > LONGEST_TOKEN) {
      return Optional.empty();
    }
    return jdbc.sql(
            """
            SELECT id, mailbox_hash, until FROM desk_link
            WHERE token_hash = ? AND purpose = ? AND used_at IS NULL AND until > ?
            """)
        .params(hash(token), purpose.word(), utc(machine.instant()))
        .query(
            (row, _) ->
                new Good(
                    row.getObject("id", UUID.class),
                    Bytes.copyFrom(row.getBytes("mailbox_hash")),
                    row.getObject("until", OffsetDateTime.class).toInstant()))
        .optional();
  }

  /** Uses the link up, in the caller's transaction; of two at once only one succeeds. */
  Optional<Good> use(Purpose purpose, String token) {
    return find(purpose, token).filter(link -> useUp(link.id()));
  }

  private boolean useUp(UUID id) {
    return jdbc.sql("UPDATE desk_link SET used_at = ? WHERE id = ? AND used_at IS NULL")
            .params(utc(machine.instant()), id)
            .update()
        == 1;
  }

  /** Voids all of a mailbox. */
  void voidAll(Bytes mailboxHash) {
    jdbc.sql("DELETE FROM desk_link WHERE mailbox_hash = ?")
        .param(mailboxHash.toByteArray())
        .update();
  }

  /** Removes what nobody can use and no limit counts any more. */
  void forget() {
    var now = machine.instant();
    jdbc.sql("DELETE FROM desk_link WHERE until < ? AND made_at < ?")
        .params(utc(now), utc(now.minus(WINDOW)))
        .update();
  }

  private String token(UUID id) {
    byte[] secret = vault.houseHash("desk link", id.toString().getBytes(UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  private static byte[] hash(String token) {
    return Sha256.of(token.getBytes(UTF_8));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
