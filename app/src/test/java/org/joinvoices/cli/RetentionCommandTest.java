package org.joinvoices.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.joinvoices.action.SampleActions;
import org.joinvoices.platform.crypto.KeyStore;
import org.joinvoices.platform.crypto.MasterKey;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.database.BegunHome;
import org.joinvoices.platform.database.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionCommandTest {

  private final Typing typing = new Typing();
  private final Path home;

  RetentionCommandTest(@TempDir Path home) {
    this.home = home;
  }

  /** The sample letter closed years ago, and its house has no clock of its own. */
  @Test
  void showsWhatIsDueThenErasesItAndLeavesATrace() {
    var master = MasterKey.loadOrCreate(home.resolve("keys/master.json"));
    BegunHome.in(home);
    try (var database = Database.open(home)) {
      var action = SampleActions.stored(database.dataSource());
      Vault.open(database.dataSource(), master, KeyStore.in(home.resolve("keys/data")))
          .seal(action.id().value(), new byte[1], new byte[0]);
    }

    assertThat(retention("--dry-run")).as("%s", typing.err).isZero();
    assertThat(typing.out.toString())
        .startsWith("sample-letter: 1 key of the letter")
        .contains("Nothing was erased: --dry-run.");
    assertThat(retention("--json")).isZero();
    assertThat(typing.out.toString())
        .contains("{\"dry_run\":false,\"at\":\"")
        .contains("\"lines\":[{\"action\":\"sample-letter\",\"kind\":\"key\",\"count\":1}]}");
    assertThat(home.resolve("keys/data")).isDirectoryContaining("glob:**.destroyed");
  }

  private int retention(String... words) {
    Object[] all = new Object[words.length + 3];
    all[0] = "retention";
    System.arraycopy(words, 0, all, 1, words.length);
    all[words.length + 1] = "--home";
    all[words.length + 2] = home;
    return typing.type(all);
  }
}
