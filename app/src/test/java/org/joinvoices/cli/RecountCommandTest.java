package org.joinvoices.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.joinvoices.action.SampleActions;
import org.joinvoices.platform.database.BegunHome;
import org.joinvoices.platform.database.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class RecountCommandTest {

  private final Typing typing = new Typing();
  private final Path home;

  RecountCommandTest(@TempDir Path home) {
    this.home = home;
  }

  @Test
  void saysWhereCountsDifferAndSetsThemRight() {
    BegunHome.in(home);
    try (var database = Database.open(home)) {
      var source = database.dataSource();
      SampleActions.stored(source);
      JdbcClient.create(source)
          .sql(
              """
              INSERT INTO signature_count (action_id, confirmed, counted, awaiting, as_of)
              SELECT id, 7, 7, 0, opens FROM action
              """)
          .update();
    }

    assertThat(type()).as("%s", typing.err).isEqualTo(1);
    assertThat(typing.out.toString())
        .contains("DIFFERS  sample-letter: 0 signatures, 0 by events; counted 7", "published 7");
    assertThat(typing.type("doctor", "--home", home)).isEqualTo(1);
    assertThat(typing.out.toString()).contains("fault    counts: sample-letter");

    assertThat(type("--fix", "--action", "sample-letter")).as("%s", typing.err).isZero();
    assertThat(typing.out.toString()).contains("fixed    sample-letter", "agrees   sample-letter");
    assertThat(type("--json")).isZero();
    assertThat(typing.out.toString())
        .contains("{\"action\":\"sample-letter\",\"signatures\":0,\"events\":0,\"unread\":0,")
        .contains("\"agrees\":true,\"fixed\":false}");
    assertThat(type("--action", "no-such-letter")).isEqualTo(1);
    assertThat(typing.err.toString()).contains("There is no action no-such-letter");
  }

  private int type(String... words) {
    Object[] all = new Object[words.length + 3];
    all[0] = "recount";
    System.arraycopy(words, 0, all, 1, words.length);
    all[words.length + 1] = "--home";
    all[words.length + 2] = home;
    return typing.type(all);
  }
}
