package org.joinvoices.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** PostgreSQL quotes rows in its error details ("Failing row contains (...)"); we must not. */
final class SilentErrorsTest {

  private final DataSource database = TestDatabase.fresh();
  private final JdbcTemplate jdbc = new JdbcTemplate(database);

  @BeforeEach
  void oneStrictTable() {
    TestDatabase.owner(database)
        .sql(
            """
            CREATE TABLE strict (email text PRIMARY KEY, age int CHECK (age > 0));
            GRANT ALL ON strict TO PUBLIC
            """)
        .update();
    jdbc.update("INSERT INTO strict VALUES ('amira@example.org', 1)");
  }

  @Test
  void aBrokenConstraintDoesNotQuoteTheRow() {
    var insert = "INSERT INTO strict VALUES (?, ?)";

    assertThat(told(() -> jdbc.update(insert, "ruth@example.org", 0)))
        .contains("strict_age_check")
        .doesNotContain("ruth");
    assertThat(told(() -> jdbc.update(insert, "amira@example.org", 1)))
        .contains("strict_pkey")
        .doesNotContain("amira");
  }

  @Test
  void aBrokenBatchDoesNotQuoteTheRow() {
    var rows = List.<Object[]>of(new Object[] {"ruth@example.org", 0});

    assertThat(told(() -> jdbc.batchUpdate("INSERT INTO strict VALUES (?, ?)", rows)))
        .contains("strict_age_check")
        .doesNotContain("ruth");
  }

  private static String told(Runnable statement) {
    var text = new StringWriter();
    catchThrowable(statement::run).printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
