package org.joinvoices.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.joinvoices.platform.crypto.MasterKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxFilesTest {

  @Test
  void startsNothingWithAListThatCannotBeReadAndNamesTheLine(@TempDir Path folder)
      throws IOException {
    MasterKey.loadOrCreate(folder.resolve("master.json"));
    Path rules = Files.writeString(folder.resolve("rules.txt"), "# ours\ncampus.example tag=+\n");
    Path config =
        Files.writeString(
            folder.resolve("house.conf"),
            """
            base-url = http://127.0.0.1:9
            home = %1$s/home
            master-key-file = %1$s/master.json
            key-store = %1$s/keys
            listen.port = 9
            mail.host = 127.0.0.1
            mail.from = letters@sample.example
            mailboxes.rules-file = %2$s
            """
                .formatted(folder, rules));
    var typing = new Typing();

    assertThat(typing.type("serve", "--config", config)).isOne();

    assertThat(typing.complaint())
        .contains(rules + ":2: Write DOMAIN [DOMAIN ...] : RULE [RULE ...].");
    assertThat(folder.resolve("home")).doesNotExist();
  }
}
