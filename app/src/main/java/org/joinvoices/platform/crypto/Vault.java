package org.joinvoices.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Seals data under a key of its own per scope (an action), wrapped by the master key. When a
 * scope's key is destroyed everything sealed under it is unreadable for good.
 *
 * <p>The wrapped data keys are in the {@link KeyStore}, the master key in a file of its own;
 * neither is ever in the database or its backups.
 */
public final class Vault {

  /** Not sealed here for this scope and context, or the key is gone. Holds no data. */
  static final class NotOurs extends IllegalStateException {

    private NotOurs(String message) {
      super(message);
    }
  }

  /** The scope has ended: nothing sealed in it can be opened by anybody, nor sealed any more. */
  public static final class KeyDestroyed extends IllegalStateException {

    private static final long serialVersionUID = 1;

    KeyDestroyed() {
      super("the key of this scope is destroyed");
    }
  }

  /** The scope of the house's own keys. */
  public static final UUID HOUSE = new UUID(0, 0);

  /** After so long a key that another process has destroyed is forgotten here, too. */
  private static final Duration KNOWN = Duration.ofMinutes(1);

  /**
   * Tink keeps a source of randomness per thread, and looks for one on the whole class path each
   * time; on the short-lived threads of requests that was a seventh of what a signature took.
   */
  private static final ExecutorService LASTING =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          Thread.ofPlatform().name("vault-", 0).daemon().factory());

  private final DataKeys keys;
  private final Cache<UUID, Aead> sealers = Caffeine.newBuilder().expireAfterWrite(KNOWN).build();
  private final Cache<UUID, Mac> hashers = Caffeine.newBuilder().expireAfterWrite(KNOWN).build();

  private Vault(DataKeys keys) {
    this.keys = keys;
  }

  /**
   * The vault of a house; keys that an earlier release kept in the database are moved to the store.
   *
   * @param dataSource of the house's database, which knows for what there are keys
   * @param master what wraps the keys
   * @param store where they are
   * @throws IllegalStateException if the store has other keys than the database
   */
  public static Vault open(DataSource dataSource, MasterKey master, KeyStore store) {
    var keys = new DataKeys(dataSource, master, store);
    keys.adopt();
    return new Vault(keys);
  }

  /** Whether what was sealed in this scope is unreadable for good. */
  public boolean isDestroyed(UUID scope) {
    return keys.isDestroyed(scope);
  }

  /** Whether the scope has a key, which {@link #destroy} would end. */
  public boolean holdsKey(UUID scope) {
    return keys.holds(scope);
  }

  /**
   * Ends a scope: overwrites and deletes its keys. Other processes that have read them forget them
   * within a minute.
   */
  public void destroy(UUID scope) {
    if (scope.equals(HOUSE)) {
      throw new IllegalArgumentException("the house's own keys last as long as the house");
    }
    keys.destroy(scope);
    sealers.invalidate(scope);
    hashers.invalidate(scope);
  }

  /**
   * Seals {@code plain}.
   *
   * @param scope whose key to use; one is made on first use
   * @param plain what to hide
   * @param context bound to the result but not stored in it, such as the row's id: opening with
   *     another context fails
   */
  public byte[] seal(UUID scope, byte[] plain, byte[] context) {
    return lastingly(
        () -> {
          try {
            return sealer(scope).encrypt(plain, context);
          } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal", e);
          }
        });
  }

  /**
   * @throws IllegalStateException if the key is gone, or {@code sealed} was not made here for this
   *     scope and context; the message holds no data
   */
  public byte[] open(UUID scope, byte[] sealed, byte[] context) {
    try {
      return opener(scope).decrypt(sealed, context);
    } catch (GeneralSecurityException e) {
      throw new NotOurs("not sealed here for this scope and context");
    }
  }

  /**
   * HMAC-SHA-256 under a key of the scope, 32 bytes: equal input gives equal output within one
   * scope and purpose, and without the key nobody can test a guess.
   *
   * @param purpose separates uses, for example {@code mailbox} and {@code person}
   */
  public byte[] keyedHash(UUID scope, String purpose, byte[] input) {
    var name = purpose.getBytes(UTF_8);
    // The length first, so that no purpose and input can be read as another pair.
    var framed =
        ByteBuffer.allocate(Integer.BYTES + name.length + input.length)
            .putInt(name.length)
            .put(name)
            .put(input);
    try {
      return hasher(scope).computeMac(framed.array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot hash", e);
    }
  }

  /**
   * As {@link #keyedHash} under a key of the whole house, for what crosses actions, such as
   * mailboxes never to mail.
   */
  public byte[] houseHash(String purpose, byte[] input) {
    return keyedHash(HOUSE, purpose, input);
  }

  /**
   * Does work that seals and hashes much where it is cheap: on a thread that lasts. Whoever asks
   * from such a thread does it at once.
   *
   * @throws RuntimeException as {@code work} throws it
   */
  public static <T> T lastingly(Supplier<T> work) {
    if (!Thread.currentThread().isVirtual()) {
      return work.get();
    }
    try {
      return LASTING.submit(work::get).get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while sealing", e);
    }
  }

  private Aead sealer(UUID scope) throws GeneralSecurityException {
    var known = sealers.getIfPresent(scope);
    return known != null ? known : remember(scope, keys.findOrMake(scope, DataKeys.SEAL));
  }

  /** Never makes a key: what was sealed under a lost one must not look merely damaged. */
  private Aead opener(UUID scope) throws GeneralSecurityException {
    var known = sealers.getIfPresent(scope);
    return known != null
        ? known
        : remember(
            scope,
            keys.find(scope, DataKeys.SEAL)
                .orElseThrow(() -> new NotOurs("no key for this scope")));
  }

  private Aead remember(UUID scope, KeysetHandle key) throws GeneralSecurityException {
    var sealer = key.getPrimitive(RegistryConfiguration.get(), Aead.class);
    sealers.put(scope, sealer);
    return sealer;
  }

  private Mac hasher(UUID scope) throws GeneralSecurityException {
    var known = hashers.getIfPresent(scope);
    if (known != null) {
      return known;
    }
    var key = keys.findOrMake(scope, DataKeys.HASH);
    var hasher = key.getPrimitive(RegistryConfiguration.get(), Mac.class);
    hashers.put(scope, hasher);
    return hasher;
  }
}
