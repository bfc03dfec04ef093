package org.joinvoices.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.f4b6a3.uuid.UuidCreator;
import com.google.crypto.tink.util.Bytes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.principal.AccountId;
import org.joinvoices.platform.principal.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code desk_account}; changes belong to the caller's transaction. */
final class Accounts {

  private static final String COLUMNS =
      "SELECT id, role, sealed_email, invited_at, accepted_at FROM desk_account ";

  private final JdbcClient jdbc;
  private final Vault vault;

  Accounts(DataSource dataSource, Vault vault) {
    this.jdbc = JdbcClient.create(dataSource);
    this.vault = vault;
  }

  Optional<Account> find(AccountId id) {
    return jdbc.sql(COLUMNS + "WHERE id = ?").param(id.value()).query(this::account).optional();
  }

  Optional<Account> find(Bytes mailboxHash) {
    return jdbc.sql(COLUMNS + "WHERE mailbox_hash = ?")
        .param(mailboxHash.toByteArray())
        .query(this::account)
        .optional();
  }

  /** Those who may come, the longest here first. */
  List<Account> list() {
    return jdbc.sql(COLUMNS + "WHERE removed_at IS NULL ORDER BY invited_at, id")
        .query(this::account)
        .list();
  }

  AccountId add(Mailbox mailbox, Bytes hash, Role role, Instant now) {
    var id = new AccountId(UuidCreator.getTimeOrderedEpoch());
    byte[] email = vault.seal(Vault.HOUSE, mailbox.address().getBytes(UTF_8), context(id));
    jdbc.sql(
            """
            INSERT INTO desk_account (id, role, mailbox_hash, sealed_email, invited_at)
            VALUES (?, ?, ?, ?, ?)
            """)
        .params(id.value(), role.word(), hash.toByteArray(), email, utc(now))
        .update();
    return id;
  }

  void setRole(AccountId id, Role role) {
    jdbc.sql("UPDATE desk_account SET role = ? WHERE id = ?")
        .params(role.word(), id.value())
        .update();
  }

  /** True the first time. */
  boolean accept(AccountId id, Instant now) {
    return jdbc.sql("UPDATE desk_account SET accepted_at = ? WHERE id = ? AND accepted_at IS NULL")
            .params(utc(now), id.value())
            .update()
        == 1;
  }

  /** Forgets the person; the account's id stays for the audit trail. True the first time. */
  boolean remove(AccountId id, Instant now) {
    return jdbc.sql(
                """
                UPDATE desk_account SET removed_at = ?, mailbox_hash = NULL, sealed_email = NULL
                WHERE id = ? AND removed_at IS NULL
                """)
            .params(utc(now), id.value())
            .update()
        == 1;
  }

  /** Nobody else makes, changes or removes accounts until the caller's transaction ends. */
  void lock() {
    jdbc.sql("LOCK TABLE desk_account IN SHARE ROW EXCLUSIVE MODE").update();
  }

  boolean hasOwner() {
    return jdbc.sql(
            "SELECT EXISTS (SELECT FROM desk_account WHERE role = ? AND removed_at IS NULL)")
        .param(Role.OWNER.word())
        .query(Boolean.class)
        .single();
  }

  private Account account(ResultSet row, int number) throws SQLException {
    var id = new AccountId(row.getObject("id", UUID.class));
    return new Account(
        id,
        Role.find(row.getString("role")).orElseThrow(),
        email(id, row.getBytes("sealed_email")),
        row.getObject("invited_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("accepted_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  private Optional<String> email(AccountId id, byte @Nullable [] sealed) {
    return Optional.ofNullable(sealed)
        .map(bytes -> new String(vault.open(Vault.HOUSE, bytes, context(id)), UTF_8));
  }

  private static byte[] context(AccountId id) {
    return ("desk account:" + id.value()).getBytes(UTF_8);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
