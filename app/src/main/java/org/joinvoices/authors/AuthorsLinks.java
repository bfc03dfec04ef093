package org.joinvoices.authors;

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
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.crypto.Sha256;
import org.joinvoices.platform.crypto.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Links to authors' rooms, one for each letter. A link is shown once, to whoever made it; here is
 * its hash. Times are the machine's: a link's days are a person's, whatever day a demonstration
 * has.
 */
public final class AuthorsLinks {

  /** What came of making a link. */
  public sealed interface Outcome {

    /**
     * It is made, and shown this once.
     *
     * @param path with the token
     */
    record Made(String path, Instant until) implements Outcome {
      @Override
      public String toString() {
        return "Made[hidden]";
      }
    }

    /** The letter's data has been erased, and its key with it. */
    record LetterEnded() implements Outcome {}
  }

  /** Half a year; the owner can make a new link at any time. */
  public static final Duration LIFETIME = Duration.ofDays(180);

  /** Beginning of the path of every room. */
  public static final String PATH = "/authors/";

  /** More than people do with a letter, and too few to fill an audit trail. */
  static final int MOST_ACTS = 60;

  /** In which so many acts are allowed. */
  public static final Duration WINDOW = Duration.ofHours(1);

  private static final int TOKEN_BYTES = 32;
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private static final String FIND =
      "SELECT action_id, made_at, until, sealed_name FROM authors_link WHERE until > ? AND ";

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Vault vault;
  private final AuditTrail audit;
  private final InstantSource machine;

  public AuthorsLinks(DataSource dataSource, Vault vault, InstantSource machine) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.vault = vault;
    this.audit = new AuditTrail(dataSource, machine);
    this.machine = machine;
  }

  /** Makes a link; one that was there opens nothing from now on. */
  public Outcome make(ActionId action, Actor by) {
    if (vault.isDestroyed(action.value())) {
      return new Outcome.LetterEnded();
    }
    String token = newToken();
    Instant now = machine.instant();
    Instant until = now.plus(LIFETIME);
    transaction.executeWithoutResult(
        _ -> {
          store(action, token, now, until);
          audit.append(by, AuditAct.AUTHORS_INVITED, action.value());
        });
    return new Outcome.Made(PATH + token, until);
  }

  private void store(ActionId action, String token, Instant now, Instant until) {
    jdbc.sql(
            """
            INSERT INTO authors_link (action_id, token_hash, made_at, until, acts_since)
            VALUES (:action, :hash, :now, :until, :now)
            ON CONFLICT (action_id) DO UPDATE SET token_hash = EXCLUDED.token_hash, made_at = EXCLUDED.made_at,
              until = EXCLUDED.until, sealed_name = NULL, acts = 0, acts_since = EXCLUDED.acts_since
            """)
        .param("action", action.value())
        .param("hash", hash(token))
        .param("now", utc(now))
        .param("until", utc(until))
        .update();
  }

  /** Ends the link of a letter at once; false if it has none. */
  public boolean end(ActionId action, Actor by) {
    return transaction.execute(
        _ -> {
          boolean ended =
              jdbc.sql("DELETE FROM authors_link WHERE action_id = ?")
                      .param(action.value())
                      .update()
                  == 1;
          if (ended) {
            audit.append(by, AuditAct.AUTHORS_LINK_ENDED, action.value());
          }
          return ended;
        });
  }

  /** The link of a letter, as long as it opens something. */
  public Optional<AuthorsLink> of(ActionId action) {
    return query("action_id = ?", action.value());
  }

  /** What a token opens; empty for what is unknown, mangled, too old or ended. */
  public Optional<AuthorsLink> find(String token) {
    return TOKEN.matcher(token).matches() ? query("token_hash = ?", hash(token)) : Optional.empty();
  }

  /** The same, and nobody else acts by the link until the caller's transaction ends. */
  Optional<AuthorsLink> lock(String token) {
    return TOKEN.matcher(token).matches()
        ? query("token_hash = ? FOR UPDATE", hash(token))
        : Optional.empty();
  }

  private Optional<AuthorsLink> query(String condition, Object key) {
    return jdbc.sql(FIND + condition)
        .params(utc(machine.instant()), key)
        .query(this::link)
        .optional()
        .filter(link -> !vault.isDestroyed(link.action().value()));
  }

  /** Notes one more act, in the transaction of {@link #lock}; false if the hour has had enough. */
  boolean take(AuthorsLink link) {
    Instant now = machine.instant();
    return jdbc.sql(
                """
                UPDATE authors_link SET acts = CASE WHEN acts_since <= :ago THEN 1 ELSE acts + 1 END,
                  acts_since = CASE WHEN acts_since <= :ago THEN :now ELSE acts_since END
                WHERE action_id = :action AND (acts_since <= :ago OR acts < :most)
                """)
            .param("ago", utc(now.minus(WINDOW)))
            .param("now", utc(now))
            .param("action", link.action().value())
            .param("most", MOST_ACTS)
            .update()
        == 1;
  }

  void name(AuthorsLink link, String name) {
    UUID action = link.action().value();
    jdbc.sql("UPDATE authors_link SET sealed_name = ? WHERE action_id = ?")
        .params(vault.seal(action, name.getBytes(UTF_8), context(action)), action)
        .update();
  }

  private AuthorsLink link(ResultSet row, int number) throws SQLException {
    UUID action = row.getObject("action_id", UUID.class);
    return new AuthorsLink(
        new ActionId(action),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        row.getObject("until", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getBytes("sealed_name"))
            .filter(_ -> !vault.isDestroyed(action))
            .map(bytes -> new String(vault.open(action, bytes, context(action)), UTF_8)));
  }

  private static byte[] context(UUID action) {
    return ("authors_link.name:" + action).getBytes(UTF_8);
  }

  private static String newToken() {
    byte[] secret = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  private static byte[] hash(String token) {
    return Sha256.of(token.getBytes(UTF_8));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
