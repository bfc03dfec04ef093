package org.joinvoices.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.joinvoices.platform.clock.CivicClockStore;
import org.joinvoices.platform.crypto.KeyStore;
import org.joinvoices.platform.crypto.MasterKey;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.database.BareDatabase;
import org.joinvoices.platform.database.Database;
import org.joinvoices.signing.SignatureEvents;
import org.joinvoices.signing.SignatureKey;
import org.joinvoices.signing.Signatures;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * There and back, from a backup that release 0.1.0's house left behind: three sample signatures,
 * two of them confirmed. Its master key beside it is a sample and opens nothing else.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupCommandTest {

  private final Typing typing = new Typing();
  private final Path temp;
  private final Path home;
  private final Path old;
  private final Map<String, Long> expected = new TreeMap<>();
  private final Map<String, Long> found = new TreeMap<>();
  private List<String> pending = List.of("unread");

  BackupCommandTest(@TempDir Path temp) throws URISyntaxException {
    this.temp = temp;
    this.home = temp.resolve("home");
    this.old =
        Path.of(
            Objects.requireNonNull(BackupCommandTest.class.getResource("/backup-v0.1.0")).toURI());
  }

  @BeforeAll
  void bringsBackWhatAnEarlierReleaseSaved() {
    assertThat(typing.type("restore", old, "--home", home)).as("%s", typing.err).isZero();
    try (var bare = BareDatabase.open(home)) {
      pending = bare.standing().pending();
      var jdbc = JdbcClient.create(bare.owner());
      for (JsonNode table : manifest(old).get("tables")) {
        String name = table.get("name").asString();
        expected.put(name, table.get("rows").asLong());
        found.put(name, jdbc.sql("SELECT count(*) FROM " + name).query(Long.class).single());
      }
    }
  }

  @Test
  void countsWhatTheManifestCountsAndIsAtThisRelease() {
    assertThat(pending).isEmpty();
    expected.put("delivery_lane", 2L); // which the restore stopped
    expected.put("consent", 6L); // of each kind one row in place of one for each text
    assertThat(found).isEqualTo(expected).containsEntry("signature", 3L);
    assertThat(typing.out.toString())
        .contains("every checksum and count agrees")
        .contains("Put the master key to " + home.resolve("keys/master.json"));
  }

  @Test
  void opensWhatWasSealedOnceTheKeyIsThere() {
    MasterKey key = MasterKey.load(old.resolveSibling("backup-v0.1.0.sample-master-key.json"));
    try (var database = Database.open(home)) {
      var clock = new CivicClockStore(database.dataSource(), InstantSource.system()).clock();
      var vault = Vault.open(database.dataSource(), key, KeyStore.in(temp.resolve("data-keys")));
      var signatures = new Signatures(database.dataSource(), vault, clock);
      UUID action =
          JdbcClient.create(database.dataSource())
              .sql("SELECT id FROM action")
              .query(UUID.class)
              .single();
      var shown = new ArrayList<String>();

      signatures.forEachConfirmed(
          new ActionId(action),
          clock.instant(),
          Instant.EPOCH,
          clock.instant(),
          Instant.EPOCH,
          entry -> shown.add(entry.shownAs()));

      assertThat(shown).hasSize(2).allMatch(name -> name.startsWith("Sample-"));
    }
  }

  @Test
  void goesOnCountingAndReadsEachEventOnceMore() {
    try (var database = Database.open(home)) {
      var jdbc = JdbcClient.create(database.dataSource());
      jdbc.sql("DELETE FROM event_cursor WHERE reader = 'test'").update();
      List<SignatureKey> first = read(database.dataSource());
      assertThat(first).hasSize(2);

      // The same event once more: whatever number this server's transactions have, it comes next.
      jdbc.sql(
              """
              INSERT INTO signature_event (action_id, signature_id, kind, at, salt)
              SELECT action_id, signature_id, 'withdrawn', at, salt FROM signature_event ORDER BY seq LIMIT 1
              """)
          .update();

      assertThat(read(database.dataSource())).containsExactly(first.getFirst());
      assertThat(jdbc.sql("SELECT max(seq) FROM signature_event").query(Long.class).single())
          .isGreaterThanOrEqualTo(3);
      assertThat(
              jdbc.sql("SELECT min(seq) FROM event_cursor WHERE reader <> 'test'")
                  .query(Long.class)
                  .single())
          .as("readers stand where they stood")
          .isEqualTo(2);
    }
  }

  /** Neither what waited at the backup, nor what would have been made of it after the start. */
  @Test
  void letsNothingGoOutByItselfUntilItIsResumed() {
    Path lost = temp.resolve("lost");
    Path saved = temp.resolve("saved");
    Path back = temp.resolve("back");
    assertThat(type("restore", old, "--home", lost)).isZero();
    assertThat(type("resume", "house", "senate", "mails", "--home", lost)).isZero();
    try (var database = Database.open(lost)) {
      var jdbc = JdbcClient.create(database.dataSource());
      jdbc.sql("DELETE FROM mail").update();
      jdbc.sql("UPDATE delivery SET state = 'queued', settled_at = NULL, receipt = NULL").update();
      jdbc.sql(
              """
              INSERT INTO mail (id, kind, scope, subject_id, queued_at, state, due_at)
              SELECT gen_random_uuid(), 'confirm', action_id, id, signed_at, 'sending', signed_at FROM signature
              """)
          .update();
      jdbc.sql(
              """
              INSERT INTO signature_event (action_id, signature_id, kind, at, salt)
              SELECT action_id, signature_id, 'confirmed', at, salt FROM signature_event ORDER BY seq LIMIT 1
              """)
          .update();
    }
    assertThat(type("backup", saved, "--home", lost)).isZero();

    assertThat(type("restore", saved, "--home", back)).as("%s", typing.err).isZero();

    assertThat(waiting(back)).containsOnly("confirm stopped", "receipt stopped").hasSize(4);
    assertThat(said("status", "--home", back))
        .contains("0 waiting", "stopped   house: nothing is sent since the restore.")
        .contains("./joinvoices resume senate", "mails: 4 from before the restore");
    assertThat(said("doctor", "--home", back))
        .contains("stopped: {house=restored, senate=restored, office_mail=restored}")
        .contains(
            "then ./joinvoices resume house senate office_mail.", "4 from before the restore wait");

    assertThat(said("resume", "mails", "senate", "--home", back))
        .contains("senate: resumed (it was stopped: restored); messages that wait to go: 4")
        .contains("mails: resumed, 4 of them; mails that wait to go: 4");

    assertThat(waiting(back)).containsOnly("confirm due", "receipt due");
    assertThat(acts(back)).containsExactly("senate_resumed", "mails_resumed");
    assertThat(said("resume", "mails", "senate", "--home", back))
        .contains("senate: was not stopped", "mails: none were stopped");
    assertThat(said("status", "--home", back))
        .contains("stopped   house: ")
        .doesNotContain("stopped   senate", "stopped   mails");
  }

  @Test
  void namesWhatCanBeResumedAndWhatIsNotThere() {
    assertThat(type("resume", "congress", "--home", home)).isEqualTo(2);
    assertThat(typing.err.toString())
        .contains("nothing here is called congress; name house, senate, office_mail,");
    assertThat(type("restore", temp.resolve("nowhere"), "--home", temp.resolve("new"))).isOne();
    assertThat(typing.err.toString()).contains("There is no folder " + temp.resolve("nowhere"));
  }

  /** Kind of each mail, and whether it is due. */
  private static List<String> waiting(Path home) {
    try (var database = Database.open(home)) {
      return JdbcClient.create(database.dataSource())
          .sql(
              """
              SELECT kind || CASE WHEN due_at = 'infinity' THEN ' stopped' ELSE ' due' END FROM mail
              WHERE state = 'queued'
              """)
          .query(String.class)
          .list();
    }
  }

  /** The two newest of the audit trail; those before came with the backup. */
  private static List<String> acts(Path home) {
    try (var database = Database.open(home)) {
      return JdbcClient.create(database.dataSource())
          .sql(
              "SELECT act FROM audit_entry WHERE actor = 'command_line' ORDER BY number DESC LIMIT 2")
          .query(String.class)
          .list();
    }
  }

  private static String said(Object... words) {
    var typing = new Typing();
    typing.type(words);
    return typing.out + "" + typing.err;
  }

  private static List<SignatureKey> read(DataSource database) {
    var keys = new ArrayList<SignatureKey>();
    new SignatureEvents(database)
        .read("test", 100, (_, events) -> events.forEach(event -> keys.add(event.key())));
    return keys;
  }

  @Test
  void refusesAHouseThatIsThere() {
    assertThat(typing.type("restore", old, "--home", home)).isOne();
    assertThat(typing.err.toString()).contains("There is a house already.");
  }

  @Test
  void savesAHouseForOneRecipientAloneAndBringsItBack()
      throws IOException, GeneralSecurityException {
    var keys = new X25519KeyPairGenerator().generateKeyPair();
    Path identity = temp.resolve("identity.txt");
    Files.writeString(identity, "# sample\n" + keys.getPrivate() + "\n");
    Path wrong = temp.resolve("wrong.txt");
    Files.writeString(wrong, new X25519KeyPairGenerator().generateKeyPair().getPrivate() + "\n");
    Path sealed = temp.resolve("sealed");
    Path book = home.resolve("books/sample/petition-book.pdf");
    Files.createDirectories(book.getParent());
    Files.writeString(book, "a sample book");

    assertThat(type("backup", sealed, "--home", home, "--recipient", keys.getPublic())).isZero();
    assertThat(typing.out.toString())
        .contains("1 files of petition books", "Not in it: the master key", "35 days");
    assertThat(sealed.resolve("tables/signature.gz.age"))
        .content(ISO_8859_1)
        .startsWith("age-encryption.org/v1\n-> X25519 ");
    assertThat(Files.getPosixFilePermissions(sealed)).hasSize(3);

    Path other = temp.resolve("other");
    assertThat(type("restore", sealed, "--home", other)).isOne();
    assertThat(type("restore", sealed, "--home", other, "--identity", wrong)).isOne();
    assertThat(other).doesNotExist();
    assertThat(type("restore", sealed, "--home", other, "--identity", identity))
        .as("%s", typing.err)
        .isZero();
    assertThat(other.resolve("books/sample/petition-book.pdf")).hasContent("a sample book");
  }

  @ParameterizedTest
  @CsvSource({
    "tables/signature.gz, cut",
    "tables/signature_event.gz, changed",
    "tables/consent.gz, missing",
    "manifest.json, changed",
    "manifest.json.sha256, missing"
  })
  void namesWhatIsDamagedAndChangesNothing(String file, String how) throws IOException {
    Path copy = temp.resolve("copy-" + how + "-" + file.replace('/', '-'));
    FileSystemUtils.copyRecursively(old, copy);
    Path victim = copy.resolve(file);
    byte[] bytes = Files.readAllBytes(victim);
    switch (how) {
      case "cut" -> Files.write(victim, Arrays.copyOf(bytes, bytes.length - 9));
      case "changed" -> {
        bytes[bytes.length / 2] ^= 1;
        Files.write(victim, bytes);
      }
      default -> Files.delete(victim);
    }
    Path empty = temp.resolve("empty");

    assertThat(type("restore", copy, "--home", empty)).isOne();

    assertThat(typing.err.toString()).contains(file + " is ").contains("Nothing was changed.");
    assertThat(empty).doesNotExist();
  }

  private int type(Object... words) {
    return typing.type(words);
  }

  private static JsonNode manifest(Path backup) {
    return JsonMapper.shared().readTree(backup.resolve("manifest.json").toFile());
  }
}
