package org.joinvoices.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

final class DatabaseTest {

  @Test
  void bringsAServerOfItsOperatorToThisReleaseAndLeavesItRunning(@TempDir Path home) {
    try (var theirs = EmbeddedDatabase.open(home)) {
      JdbcClient.create(theirs.address().unpooled()).sql("CREATE DATABASE other").update();
      var login = theirs.address().in("other").login();

      Database.connect(login).close();

      assertThat(
              JdbcClient.create(login.unpooled())
                  .sql("SELECT count(*) FROM mail")
                  .query(Long.class)
                  .single())
          .isZero();
    }
  }

  @Test
  void saysWhyAServerCannotBeUsedAndKeepsItsPasswordToItself(@TempDir Path home) {
    try (var theirs = EmbeddedDatabase.open(home)) {
      var login = theirs.address().login();
      var wrong = new Login(login.url(), login.user(), "not-the-password");

      assertThatThrownBy(() -> Database.connect(wrong))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("SQLState 28P01")
          .hasMessageNotContaining("not-the-password");
      assertThat(wrong.toString()).doesNotContain("not-the-password");
    }
  }
}
