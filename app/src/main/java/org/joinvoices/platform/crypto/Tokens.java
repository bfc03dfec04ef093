package org.joinvoices.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Link tokens that say what they are for, sealed so that nobody can read, forge or guess one, and
 * so that none need be stored. Text form: base64url without padding, at most 140 characters.
 * Lifetimes run on civic time, but of {@link Purpose#OWN_DATA} and {@link Purpose#PARTNER_EXPORT}
 * on machine time: their minutes are a person's, whatever day a demonstration has.
 */
public final class Tokens {

  /** What a link opens. */
  public enum Purpose {
    /** Confirm or refuse a pending signature. */
    CONFIRM,
    /** The page after signing. */
    THANKS,
    /** The receipt. */
    RECEIPT,
    /** All that is held about a signer, and its end; runs on machine time. */
    OWN_DATA,
    /** The names of those who said yes to a partner; runs on machine time. */
    PARTNER_EXPORT
  }

  /** What a token says: {@code id} within {@code scope} (a signature of an action). */
  public record Claim(Purpose purpose, UUID scope, UUID id) {}

  /** Two ids and the second after which the token is void. */
  private static final int PLAIN_BYTES = 5 * Long.BYTES;

  private static final Set<Purpose> MACHINE = EnumSet.of(Purpose.OWN_DATA, Purpose.PARTNER_EXPORT);

  private static final int LONGEST_TEXT = 140;

  private final Vault vault;
  private final InstantSource civic;
  private final InstantSource machine;

  /**
   * @param vault whose house key seals the tokens
   * @param civic the clock most lifetimes run on
   */
  public Tokens(Vault vault, InstantSource civic) {
    this(vault, civic, InstantSource.system());
  }

  Tokens(Vault vault, InstantSource civic, InstantSource machine) {
    this.vault = vault;
    this.civic = civic;
    this.machine = machine;
  }

  private Instant now(Purpose purpose) {
    return (MACHINE.contains(purpose) ? machine : civic).instant();
  }

  /** A new token; two for the same claim differ. */
  public String issue(Claim claim, Duration lifetime) {
    var plain =
        ByteBuffer.allocate(PLAIN_BYTES)
            .putLong(claim.scope().getMostSignificantBits())
            .putLong(claim.scope().getLeastSignificantBits())
            .putLong(claim.id().getMostSignificantBits())
            .putLong(claim.id().getLeastSignificantBits())
            .putLong(now(claim.purpose()).plus(lifetime).getEpochSecond());
    var sealed = vault.seal(Vault.HOUSE, plain.array(), context(claim.purpose()));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  /** What the token says, or empty if it is not ours, not for {@code purpose}, or expired. */
  public Optional<Claim> read(Purpose purpose, String token) {
    if (token.length() > LONGEST_TEXT) {
      return Optional.empty();
    }
    return unseal(purpose, token).flatMap(plain -> stillValid(purpose, plain));
  }

  private Optional<ByteBuffer> unseal(Purpose purpose, String token) {
    try {
      var sealed = Base64.getUrlDecoder().decode(token);
      return Optional.of(ByteBuffer.wrap(vault.open(Vault.HOUSE, sealed, context(purpose))));
    } catch (IllegalArgumentException | Vault.NotOurs e) {
      return Optional.empty();
    }
  }

  private Optional<Claim> stillValid(Purpose purpose, ByteBuffer plain) {
    var scope = new UUID(plain.getLong(), plain.getLong());
    var id = new UUID(plain.getLong(), plain.getLong());
    var end = Instant.ofEpochSecond(plain.getLong());
    return now(purpose).isBefore(end)
        ? Optional.of(new Claim(purpose, scope, id))
        : Optional.empty();
  }

  /** The purpose is bound, not stored: a token read for another purpose does not open. */
  private static byte[] context(Purpose purpose) {
    return ("token:" + purpose).getBytes(UTF_8);
  }
}
