package org.joinvoices.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

final class ServerRoleTest {

  /** PostgreSQL 18, appendix A. */
  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  private final DataSource database = TestDatabase.fresh();
  private final JdbcClient server = JdbcClient.create(database);

  @ParameterizedTest
  @ValueSource(strings = {"signature_event", "delivery_attempt", "petition_book"})
  void addsToWhatIsAppendOnlyAndNeverChangesIt(String table) {
    assertThat(rights(table)).isEqualTo("SELECT INSERT");
    assertThat(refused("DELETE FROM " + table)).isTrue();
  }

  @Test
  void writesWhatMayChange() {
    assertThat(rights("signature")).isEqualTo("SELECT INSERT UPDATE DELETE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE signature_event OWNER TO joinvoices_server",
        "ALTER TABLE signature DISABLE TRIGGER ALL",
        "TRUNCATE signature CASCADE",
        "DROP TABLE mail",
        "CREATE TABLE own (id int)",
        "UPDATE flyway_schema_history SET success = false"
      })
  void changesNoTable(String statement) {
    assertThat(refused(statement)).isTrue();
  }

  private boolean refused(String statement) {
    try {
      server.sql(statement).update();
      return false;
    } catch (DataAccessException e) {
      return e.getRootCause() instanceof SQLException cause
          && INSUFFICIENT_PRIVILEGE.equals(cause.getSQLState());
    }
  }

  @Test
  void keepsItsRightsWhenTheyAreGivenAgain() {
    Login owner = TestDatabase.ownerLogin(database);

    ServerRole.grant(owner, "joinvoices_server");

    assertThat(rights("signature_event")).isEqualTo("SELECT INSERT");
  }

  private String rights(String table) {
    return server
        .sql(
            """
            SELECT concat_ws(' ',
              CASE WHEN has_table_privilege(:t, 'SELECT') THEN 'SELECT' END,
              CASE WHEN has_table_privilege(:t, 'INSERT') THEN 'INSERT' END,
              CASE WHEN has_table_privilege(:t, 'UPDATE') THEN 'UPDATE' END,
              CASE WHEN has_table_privilege(:t, 'DELETE') THEN 'DELETE' END)
            """)
        .param("t", table)
        .query(String.class)
        .single();
  }
}
