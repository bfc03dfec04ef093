package org.joinvoices.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.joinvoices.action.Action;
import org.joinvoices.action.SampleActions;
import org.joinvoices.platform.crypto.KeyStore;
import org.joinvoices.platform.crypto.MasterKey;
import org.joinvoices.platform.crypto.Tokens;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.database.BegunHome;
import org.joinvoices.platform.database.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** Decisions about many signatures by command, on a house of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReviewCommandTest {

  private static final UUID KNOWN = UUID.fromString("0176e000-0000-7000-8000-000000000001");

  private final Typing typing = new Typing();
  private final Path temp;
  private final Path home;
  private String receipt = "";

  ReviewCommandTest(@TempDir Path temp) {
    this.temp = temp;
    this.home = temp.resolve("home");
  }

  @BeforeAll
  void signatures() {
    BegunHome.in(home);
    try (var opened = Database.open(home)) {
      var database = opened.dataSource();
      Action action = SampleActions.stored(database);
      add(JdbcClient.create(database), action, KNOWN, "honeypot");
      add(JdbcClient.create(database), action, UUID.randomUUID(), "busy_domain");
      Vault vault =
          Vault.open(
              database,
              MasterKey.loadOrCreate(DemoProperties.masterKey(home)),
              KeyStore.in(DemoProperties.keyStore(home)));
      receipt =
          "https://sample.example/r/"
              + new Tokens(vault, java.time.InstantSource.system())
                  .issue(
                      new Tokens.Claim(Tokens.Purpose.RECEIPT, action.id().value(), KNOWN),
                      Duration.ofDays(500));
    }
  }

  private static void add(JdbcClient jdbc, Action action, UUID id, String flag) {
    jdbc.sql(
            """
            INSERT INTO signature (action_id, id, letter_version, state, act, language, display, reply_wanted,
              own_words_public, minor, country, region, zip3, seats, match, mailbox_hash, person_hash, muted, signed_at,
              flags)
            VALUES (?, ?, 1, 'under_review', 'letter', 'en', 'count_only', false, false, false, 'US', '', '', '{}', '{}',
              sha256(?::text::bytea), 'p', false, ?, ARRAY[?])
            """)
        .params(
            action.id().value(),
            id,
            id.toString(),
            SampleActions.OPEN.atOffset(ZoneOffset.UTC),
            flag)
        .update();
  }

  @Test
  void saysFirstDoesItByYesUndoesItAndIsInABackup() throws IOException {
    assertThat(type("list", "--action", "sample-letter")).as("%s", typing.complaint()).isZero();
    assertThat(typing.said())
        .contains("Under review: 2", "busy_domain: 1", "Signatures that are meant: 2")
        .contains(KNOWN + "  " + SampleActions.OPEN + "  under_review  --  honeypot");

    assertThat(type("list", "--action", "sample-letter", "--source", "sheet")).isZero();
    assertThat(typing.said()).contains("Signatures that are meant: 0");

    assertThat(type("release", "--action", "sample-letter", "--flag", "honeypot")).isZero();
    assertThat(typing.said())
        .contains("Signatures that are meant: 1", "Nothing was changed: add --yes");

    Path file = Files.writeString(temp.resolve("list.txt"), receipt + "\n\n" + KNOWN + "\n");
    assertThat(
            type(
                "invalidate",
                "--action",
                "sample-letter",
                "--signatures",
                file,
                "--reason",
                "test",
                "--yes",
                "--json"))
        .as("%s", typing.complaint())
        .isZero();
    String done = typing.said();
    assertThat(done)
        .contains("\"decision\":\"invalidate\",\"reason\":\"test\",\"state\":\"done\"")
        .contains("\"expected\":1,\"changed\":1");
    String batch = done.replaceAll("(?s).*\"batch\":\"([^\"]*)\".*", "$1");

    Path elsewhere = temp.resolve("elsewhere");
    assertThat(typing.type("backup", temp.resolve("backup"), "--home", home)).isZero();
    assertThat(typing.type("restore", temp.resolve("backup"), "--home", elsewhere)).isZero();
    FileSystemUtils.copyRecursively(home.resolve("keys"), elsewhere.resolve("keys"));
    typing.said();
    assertThat(typing.type("review", "undo", batch, "--home", elsewhere))
        .as("%s", typing.complaint())
        .isZero();
    assertThat(typing.said()).contains("undone", "1 brought back, 0 left as they are");

    assertThat(type("batches", "--action", "sample-letter")).isZero();
    assertThat(typing.said()).contains(batch + ": invalidate (test), done", "1 of 1 taken out");
    assertThat(type("undo", batch)).isZero();
    assertThat(type("undo", batch)).isEqualTo(1);
    assertThat(typing.complaint()).contains("undone already");
    typing.said();
    assertThat(type("list", "--action", "sample-letter", "--json")).isZero();
    assertThat(typing.said())
        .contains("\"under_review\":2,\"by_flag\":{\"busy_domain\":1,\"honeypot\":1}");
  }

  @Test
  void saysWhatIsWrongWithACondition() throws IOException {
    Path file = Files.writeString(temp.resolve("bad.txt"), KNOWN + "\nnonsense\n");
    refuses("--signatures", file, "Line 2 of " + file + " is neither the id of a signature");
    refuses("--mail-domain", "someone@example.org", "--mail-domain is what stands behind the @");
    refuses("--zip3", "44103", "--zip3 is the first three digits");
    refuses("--region", "Ohio", "--region is the code of a state");
    refuses("--flag", "Honey pot", "--flag is a word");
    refuses("--source", "paper", "none of web, sheet, sheet_mail");
    refuses("--state", "withdrawn", "none of under_review, confirmed, pending");
    assertThat(type("invalidate", "--action", "sample-letter", "--reason", "why")).isEqualTo(2);
    assertThat(typing.complaint()).contains("none of automated, repeated, made_up, test, other");
    assertThat(type("undo", UUID.randomUUID().toString())).isEqualTo(1);
    assertThat(typing.complaint()).contains("There is no batch");
  }

  private void refuses(String option, Object value, String sentence) {
    assertThat(type("list", "--action", "sample-letter", option, value)).isNotZero();
    assertThat(typing.complaint()).contains(sentence);
  }

  private int type(Object... words) {
    Object[] all = new Object[words.length + 3];
    all[0] = "review";
    System.arraycopy(words, 0, all, 1, words.length);
    all[words.length + 1] = "--home";
    all[words.length + 2] = home;
    return typing.type(all);
  }
}
