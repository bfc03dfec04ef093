package org.joinvoices.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.joinvoices.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

final class VaultTest {

  private static final byte[] CONTEXT = "row 1".getBytes(UTF_8);

  private final DataSource database = TestDatabase.fresh();
  private final MasterKey master = MasterKey.random();
  private final Vault vault = new Vault(database, master);
  private final UUID scope = UUID.randomUUID();

  @Test
  void opensAfterARestartWhatItSealedBefore() {
    var sealed = vault.seal(scope, "Amira".getBytes(UTF_8), CONTEXT);

    var restarted = new Vault(database, master);

    assertThat(restarted.open(scope, sealed, CONTEXT)).asString(UTF_8).isEqualTo("Amira");
  }

  @Test
  void opensNothingUnderAnotherScopeContextOrMasterKey() {
    var sealed = vault.seal(scope, "Amira".getBytes(UTF_8), CONTEXT);
    var other = UUID.randomUUID();
    vault.seal(other, new byte[1], CONTEXT);

    assertThatThrownBy(() -> vault.open(other, sealed, CONTEXT)).hasMessageNotContaining("Amira");
    assertThatThrownBy(() -> vault.open(scope, sealed, new byte[0]))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new Vault(database, MasterKey.random()).open(scope, sealed, CONTEXT))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void losesAllThatWasSealedUnderADestroyedKey() {
    var sealed = vault.seal(scope, "Amira".getBytes(UTF_8), CONTEXT);
    JdbcClient.create(database).sql("DELETE FROM data_key WHERE scope = ?").param(scope).update();

    assertThatThrownBy(() -> new Vault(database, master).open(scope, sealed, CONTEXT))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void agreesOnOneKeyWhenManyNodesSealFirst() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          threads.invokeAll(
              IntStream.range(0, 8)
                  .mapToObj(node -> new Vault(database, master))
                  .<Callable<byte[]>>map(each -> () -> each.seal(scope, new byte[] {7}, CONTEXT))
                  .toList());
      for (var sealed : all) {
        assertThat(vault.open(scope, sealed.get(), CONTEXT)).containsExactly(7);
      }
    }
  }

  @Test
  void hashesAlikeOnlyWithinOneScopeAndPurpose() {
    var input = "amira@example.org".getBytes(UTF_8);
    var hash = vault.keyedHash(scope, "mailbox", input);

    assertThat(hash).hasSize(32);
    assertThat(new Vault(database, master).keyedHash(scope, "mailbox", input)).isEqualTo(hash);
    assertThat(vault.keyedHash(scope, "person", input)).isNotEqualTo(hash);
    assertThat(vault.keyedHash(UUID.randomUUID(), "mailbox", input)).isNotEqualTo(hash);
    assertThat(vault.houseHash("mailbox", input)).isNotEqualTo(hash);
  }

  @Test
  void keepsTheMasterKeyFileToItsOwner(@TempDir Path home) throws Exception {
    var file = home.resolve("keys").resolve("master.json");
    var sealed =
        new Vault(database, MasterKey.loadOrCreate(file)).seal(scope, new byte[] {7}, CONTEXT);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(new Vault(database, MasterKey.loadOrCreate(file)).open(scope, sealed, CONTEXT))
        .containsExactly(7);
  }
}
