package org.joinvoices.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.HmacParameters;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * Seals data under a key of its own per scope (an action), wrapped by the master key. When a
 * scope's key is destroyed everything sealed under it is unreadable for good.
 *
 * <p>The wrapped data keys are in table {@code data_key}; the master key is a Tink keyset from the
 * environment or a key file, never in the database or its backups.
 */
public final class Vault {

  /** Not sealed here for this scope and context, or the key is gone. Holds no data. */
  static final class NotOurs extends IllegalStateException {

    private NotOurs(String message) {
      super(message);
    }
  }

  /** The scope of the house's own keys. */
  static final UUID HOUSE = new UUID(0, 0);

  private static final String SEAL = "seal";
  private static final String HASH = "hash";

  private final DataKeys keys;
  private final ConcurrentHashMap<UUID, Aead> sealers = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<UUID, Mac> hashers = new ConcurrentHashMap<>();

  /**
   * @param dataSource of the house's database; asked once per scope, on a connection of its own
   * @param master what wraps the keys there
   */
  public Vault(DataSource dataSource, MasterKey master) {
    this.keys = new DataKeys(dataSource, master);
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
    try {
      return sealer(scope).encrypt(plain, context);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot seal", e);
    }
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

  private Aead sealer(UUID scope) throws GeneralSecurityException {
    var known = sealers.get(scope);
    return known != null
        ? known
        : remember(scope, keys.findOrMake(scope, SEAL, PredefinedAeadParameters.AES256_GCM));
  }

  /** Never makes a key: what was sealed under a lost one must not look merely damaged. */
  private Aead opener(UUID scope) throws GeneralSecurityException {
    var known = sealers.get(scope);
    return known != null
        ? known
        : remember(
            scope, keys.find(scope, SEAL).orElseThrow(() -> new NotOurs("no key for this scope")));
  }

  private Aead remember(UUID scope, KeysetHandle key) throws GeneralSecurityException {
    var sealer = key.getPrimitive(RegistryConfiguration.get(), Aead.class);
    sealers.put(scope, sealer);
    return sealer;
  }

  private Mac hasher(UUID scope) throws GeneralSecurityException {
    var known = hashers.get(scope);
    if (known != null) {
      return known;
    }
    var key = keys.findOrMake(scope, HASH, plainHmac());
    var hasher = key.getPrimitive(RegistryConfiguration.get(), Mac.class);
    hashers.put(scope, hasher);
    return hasher;
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
}
