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
      var other = theirs.address().in("other");

      Database.connect(other.owner(), other.server()).close();

      assertThat(
              JdbcClient.create(other.server().unpooled())
                  .sql("SELECT count(*) FROM mail")
                  .query(Long.class)
                  .single())
          .isZero();
    }
  }

  @Test
  void saysWhyAServerCannotBeUsedAndKeepsItsPasswordToItself(@TempDir Path home) {
    try (var theirs = EmbeddedDatabase.open(home)) {
      var owner = theirs.address().owner();
      var server = theirs.address().server();
      var wrong = new Login(server.url(), server.user(), "not-the-password");

      assertThatThrownBy(() -> Database.connect(owner, wrong))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("the login of joinvoices_server: SQLState 28P01")
          .hasMessageNotContaining("not-the-password");
      assertThat(wrong.toString()).doesNotContain("not-the-password");
    }
  }
}
