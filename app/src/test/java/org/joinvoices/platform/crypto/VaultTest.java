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
  private final KeyStore store = TestKeys.store();
  private final Vault vault = Vault.open(database, master, store);
  private final UUID scope = UUID.randomUUID();

  @Test
  void opensAfterARestartWhatItSealedBefore() {
    var sealed = vault.seal(scope, "Amira".getBytes(UTF_8), CONTEXT);

    var restarted = Vault.open(database, master, store);

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
    assertThatThrownBy(
            () -> Vault.open(database, MasterKey.random(), store).open(scope, sealed, CONTEXT))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void endsAScopeForGoodWhenItsKeyIsDestroyed() {
    var sealed = vault.seal(scope, "Amira".getBytes(UTF_8), CONTEXT);
    var other = Vault.open(database, master, store);

    vault.destroy(scope);

    assertThat(other.isDestroyed(scope)).isTrue();
    assertThat(other.holdsKey(scope)).isFalse();
    for (var each : new Vault[] {vault, Vault.open(database, master, store)}) {
      assertThatThrownBy(() -> each.open(scope, sealed, CONTEXT))
          .isInstanceOf(Vault.KeyDestroyed.class);
      assertThatThrownBy(() -> each.seal(scope, new byte[1], CONTEXT))
          .isInstanceOf(Vault.KeyDestroyed.class);
      assertThatThrownBy(() -> each.keyedHash(scope, "mailbox", new byte[1]))
          .isInstanceOf(Vault.KeyDestroyed.class);
    }
    assertThatThrownBy(() -> vault.destroy(Vault.HOUSE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void overwritesAKeyBeforeItsFileGoes(@TempDir Path folder) throws Exception {
    var own = KeyStore.in(folder.resolve("data"));
    Vault.open(database, master, own).seal(scope, new byte[1], CONTEXT);
    var file = folder.resolve("data").resolve(scope + ".json");
    var before = Files.readAllBytes(file);
    var copy = Files.createLink(folder.resolve("another-name-of-the-same-bytes"), file);

    Files.copy(file, folder.resolve("data").resolve(scope + ".1234.part")); // as after a crash

    own.destroy(scope);

    assertThat(folder.resolve("data"))
        .isDirectoryNotContaining(left -> left.toString().matches(".*(json|part)"));
    assertThat(Files.readAllBytes(copy)).hasSameSizeAs(before).isNotEqualTo(before);
  }

  @Test
  void keepsKeysInAFolderForItsOwnerAndNoneInTheDatabase(@TempDir Path folder) throws Exception {
    var data = folder.resolve("data");
    Vault.open(database, master, KeyStore.in(data)).seal(scope, new byte[1], CONTEXT);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
        .isEqualTo("rwx------");
    try (var files = Files.list(data)) {
      assertThat(files)
          .singleElement()
          .satisfies(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"));
    }
    assertThat(count("data_key WHERE scope = '" + scope + "' AND wrapped IS NULL")).isEqualTo(2);
    assertThat(count("data_key WHERE wrapped IS NOT NULL")).isZero();
  }

  /** As releases before the key store did. */
  @Test
  void movesKeysOutOfTheDatabaseOfAnEarlierRelease(@TempDir Path folder) throws Exception {
    var early = KeyStore.in(folder.resolve("early"));
    var sealed = Vault.open(database, master, early).seal(scope, new byte[] {7}, CONTEXT);
    var hash = Vault.open(database, master, early).keyedHash(scope, "mailbox", new byte[1]);
    for (var key : early.find(scope).orElseThrow().entrySet()) {
      JdbcClient.create(database)
          .sql("UPDATE data_key SET wrapped = ? WHERE scope = ? AND purpose = ?")
          .params(key.getValue().toByteArray(), scope, key.getKey())
          .update();
    }
    var later = KeyStore.in(folder.resolve("later"));

    var moved = Vault.open(database, master, later);

    assertThat(moved.open(scope, sealed, CONTEXT)).containsExactly(7);
    assertThat(moved.keyedHash(scope, "mailbox", new byte[1])).isEqualTo(hash);
    assertThat(count("data_key WHERE wrapped IS NOT NULL")).isZero();
    assertThat(Vault.open(database, master, later).open(scope, sealed, CONTEXT))
        .as("a second start")
        .containsExactly(7);
  }

  @Test
  void refusesAStoreThatLacksKeysInUse() {
    vault.seal(scope, new byte[1], CONTEXT);

    assertThatThrownBy(() -> Vault.open(database, master, TestKeys.store()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Is it the right folder?");
  }

  private long count(String tableAndCondition) {
    return JdbcClient.create(database)
        .sql("SELECT count(*) FROM " + tableAndCondition)
        .query(Long.class)
        .single();
  }

  @Test
  void agreesOnOneKeyWhenManyNodesSealFirst() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          threads.invokeAll(
              IntStream.range(0, 8)
                  .mapToObj(node -> Vault.open(database, master, store))
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
    assertThat(Vault.open(database, master, store).keyedHash(scope, "mailbox", input))
        .isEqualTo(hash);
    assertThat(vault.keyedHash(scope, "person", input)).isNotEqualTo(hash);
    assertThat(vault.keyedHash(UUID.randomUUID(), "mailbox", input)).isNotEqualTo(hash);
    assertThat(vault.houseHash("mailbox", input)).isNotEqualTo(hash);
  }

  @Test
  void keepsTheMasterKeyFileToItsOwner(@TempDir Path home) throws Exception {
    var file = home.resolve("keys").resolve("master.json");
    var sealed =
        Vault.open(database, MasterKey.loadOrCreate(file), store)
            .seal(scope, new byte[] {7}, CONTEXT);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(
            Vault.open(database, MasterKey.loadOrCreate(file), store).open(scope, sealed, CONTEXT))
        .containsExactly(7);
  }
}
