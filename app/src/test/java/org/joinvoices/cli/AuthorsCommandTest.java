package org.joinvoices.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import org.joinvoices.action.SampleActions;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditEntry;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.database.BegunHome;
import org.joinvoices.platform.database.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorsCommandTest {

  private final Typing typing = new Typing();
  private final Path home;

  AuthorsCommandTest(@TempDir Path home) {
    this.home = home;
  }

  @Test
  void printsALinkOnceAndEndsIt() {
    BegunHome.in(home);
    try (var database = Database.open(home)) {
      SampleActions.stored(database.dataSource());
    }

    assertThat(type("invite", "sample-letter")).as("%s", typing.err).isZero();
    assertThat(typing.said())
        .containsPattern("(?m)^http://localhost:8080/authors/[A-Za-z0-9_-]{43}$")
        .contains("Opens the authors' room until ");
    assertThat(type("invite", "no-letter")).isOne();
    assertThat(typing.complaint()).contains("There is no action no-letter");
    assertThat(type("end", "sample-letter")).isZero();
    assertThat(typing.said()).contains("The link is ended.");
    assertThat(type("end", "sample-letter")).isOne();
    assertThat(typing.complaint()).contains("have no link");

    try (var database = Database.open(home)) {
      assertThat(
              new AuditTrail(database.dataSource(), InstantSource.system())
                  .list(Long.MAX_VALUE, 9).stream().map(AuditEntry::act))
          .containsExactly(AuditAct.AUTHORS_LINK_ENDED, AuditAct.AUTHORS_INVITED);
    }
  }

  private int type(String command, String slug) {
    return typing.type("authors", command, "--action", slug, "--home", home);
  }
}
