package org.joinvoices.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.HmacParameters;
import com.google.crypto.tink.util.Bytes;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The keys of each scope: one that seals, one that hashes, bound to scope and use, so that files
 * cannot be swapped. They lie in the key store; table {@code data_key} only knows which scopes have
 * some, so that a store that lacks them is noticed and no second key is made.
 */
final class DataKeys {

  static final String SEAL = "seal";
  static final String HASH = "hash";

  private record Row(UUID scope, String purpose, Bytes wrapped) {}

  private final JdbcClient register;
  private final MasterKey master;
  private final KeyStore store;

  DataKeys(DataSource dataSource, MasterKey master, KeyStore store) {
    this.register = JdbcClient.create(dataSource);
    this.master = master;
    this.store = store;
  }

  /**
   * @throws Vault.KeyDestroyed if the scope has ended
   */
  Optional<KeysetHandle> find(UUID scope, String purpose) {
    if (store.isDestroyed(scope)) {
      throw new Vault.KeyDestroyed();
    }
    return store.find(scope).map(keys -> unwrap(scope, purpose, keys));
  }

  /**
   * The stored key; of several makers at once, the first counts and all use its key.
   *
   * @throws Vault.KeyDestroyed if the scope has ended
   */
  KeysetHandle findOrMake(UUID scope, String purpose) {
    return find(scope, purpose).orElseGet(() -> make(scope, purpose));
  }

  private KeysetHandle make(UUID scope, String purpose) {
    if (isRegistered(scope)) {
      return find(scope, purpose).orElseThrow(DataKeys::lost); // or made this moment
    }
    store.add(scope, complete(scope, Map.of()));
    register(scope);
    return find(scope, purpose).orElseThrow(DataKeys::lost);
  }

  private static IllegalStateException lost() {
    return new IllegalStateException(
        "The key store lacks a key that is in use. Is it the right folder?");
  }

  boolean isDestroyed(UUID scope) {
    return store.isDestroyed(scope);
  }

  boolean holds(UUID scope) {
    return store.holds(scope);
  }

  void destroy(UUID scope) {
    store.destroy(scope);
  }

  /**
   * Moves keys from the table, where earlier releases kept them, to the store; there is nothing to
   * do the next time. Each is safe in the store before it leaves the table.
   *
   * @throws IllegalStateException if the store lacks keys that are in use, or has others
   */
  void adopt() {
    var byScope = new TreeMap<UUID, Map<String, Bytes>>();
    register
        .sql("SELECT scope, purpose, wrapped FROM data_key WHERE wrapped IS NOT NULL")
        .query(
            (row, _) ->
                new Row(
                    row.getObject("scope", UUID.class),
                    row.getString("purpose"),
                    Bytes.copyFrom(row.getBytes("wrapped"))))
        .list()
        .forEach(
            row ->
                byScope
                    .computeIfAbsent(row.scope(), _ -> new TreeMap<>())
                    .put(row.purpose(), row.wrapped()));
    byScope.forEach(this::adopt);
    requireAll();
  }

  /** A house on another store than its own would seal anew, and call the old unreadable. */
  private void requireAll() {
    register.sql("SELECT DISTINCT scope FROM data_key").query(UUID.class).list().stream()
        .filter(scope -> !store.holds(scope) && !store.isDestroyed(scope))
        .findAny()
        .ifPresent(
            _ -> {
              throw lost();
            });
  }

  private void adopt(UUID scope, Map<String, Bytes> keys) {
    store.add(scope, complete(scope, keys));
    var stored = store.find(scope);
    if (stored.isPresent() && !stored.get().entrySet().containsAll(keys.entrySet())) {
      throw new IllegalStateException(
          "The key store has other keys than the database. Is it the right folder?");
    }
    register(scope);
    register.sql("UPDATE data_key SET wrapped = NULL WHERE scope = ?").param(scope).update();
  }

  private boolean isRegistered(UUID scope) {
    return register
            .sql("SELECT count(*) FROM data_key WHERE scope = ?")
            .param(scope)
            .query(Long.class)
            .single()
        > 0;
  }

  private void register(UUID scope) {
    register
        .sql(
            """
            INSERT INTO data_key (scope, purpose) VALUES (?, 'seal'), (?, 'hash') ON CONFLICT DO NOTHING
            """)
        .params(scope, scope)
        .update();
  }

  /** These keys, and a new one for each use that has none. */
  private Map<String, Bytes> complete(UUID scope, Map<String, Bytes> keys) {
    try {
      var all = new TreeMap<>(keys);
      all.putIfAbsent(SEAL, wrapped(scope, SEAL, PredefinedAeadParameters.AES256_GCM));
      all.putIfAbsent(HASH, wrapped(scope, HASH, plainHmac()));
      return all;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot make the data key", e);
    }
  }

  private Bytes wrapped(UUID scope, String purpose, Parameters kind)
      throws GeneralSecurityException {
    return Bytes.copyFrom(master.wrap(KeysetHandle.generateNew(kind), context(scope, purpose)));
  }

  private KeysetHandle unwrap(UUID scope, String purpose, Map<String, Bytes> keys) {
    var wrapped = keys.get(purpose);
    if (wrapped == null) {
      throw new IllegalStateException("a file of the key store is incomplete");
    }
    try {
      return master.unwrap(wrapped.toByteArray(), context(scope, purpose));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot unwrap the data key", e);
    }
  }

  /** Without Tink's five-byte key prefix, because hashes are compared for equality in SQL. */
  private static HmacParameters plainHmac() throws GeneralSecurityException {
    return HmacParameters.builder()
        .setKeySizeBytes(32)
        .setTagSizeBytes(32)
        .setVariant(HmacParameters.Variant.NO_PREFIX)
        .setHashType(HmacParameters.HashType.SHA256)
        .build();
  }

  private static byte[] context(UUID scope, String purpose) {
    return (purpose + ":" + scope).getBytes(UTF_8);
  }
}
