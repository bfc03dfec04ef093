package org.joinvoices.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import javax.sql.DataSource;
import org.joinvoices.platform.crypto.Sha256;
import org.joinvoices.platform.crypto.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a passkey signs. A challenge says itself until when and for what it holds, under a keyed
 * hash, so that asking for one stores nothing; one that was answered is remembered until it would
 * be void anyway, so that no answer counts twice.
 */
final class Challenges {

  /** As long as a browser is told to wait for its user. */
  static final Duration LIFETIME = Duration.ofMinutes(5);

  /** Web Authentication asks for 16 at least (section 13.4.3). */
  private static final int RANDOM_BYTES = 16;

  private static final int PLAIN_BYTES = RANDOM_BYTES + Long.BYTES;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient jdbc;
  private final Vault vault;
  private final InstantSource machine;

  Challenges(DataSource dataSource, Vault vault, InstantSource machine) {
    this.jdbc = JdbcClient.create(dataSource);
    this.vault = vault;
    this.machine = machine;
  }

  /**
   * @param purpose what its answer will do, and for whom where that is known
   */
  byte[] issue(String purpose) {
    byte[] random = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(random);
    long until = machine.instant().plus(LIFETIME).getEpochSecond();
    byte[] plain = ByteBuffer.allocate(PLAIN_BYTES).put(random).putLong(until).array();
    byte[] proof = proof(purpose, plain);
    return ByteBuffer.allocate(plain.length + proof.length).put(plain).put(proof).array();
  }

  /** True the first time, for a challenge of ours for this purpose that is not void yet. */
  boolean redeem(String purpose, byte[] challenge) {
    if (challenge.length <= PLAIN_BYTES) {
      return false;
    }
    byte[] plain = Arrays.copyOf(challenge, PLAIN_BYTES);
    byte[] proof = Arrays.copyOfRange(challenge, PLAIN_BYTES, challenge.length);
    Instant until = Instant.ofEpochSecond(ByteBuffer.wrap(plain).getLong(RANDOM_BYTES));
    return MessageDigest.isEqual(proof, proof(purpose, plain))
        && machine.instant().isBefore(until)
        && remember(challenge, until);
  }

  void forget() {
    jdbc.sql("DELETE FROM desk_challenge WHERE until < ?")
        .param(machine.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  private boolean remember(byte[] challenge, Instant until) {
    return jdbc.sql("INSERT INTO desk_challenge (hash, until) VALUES (?, ?) ON CONFLICT DO NOTHING")
            .params(Sha256.of(challenge), until.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  private byte[] proof(String purpose, byte[] plain) {
    byte[] name = purpose.getBytes(UTF_8);
    byte[] input = ByteBuffer.allocate(plain.length + name.length).put(plain).put(name).array();
    return vault.houseHash("desk challenge", input);
  }
}
