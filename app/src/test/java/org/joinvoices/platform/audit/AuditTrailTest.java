package org.joinvoices.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.joinvoices.platform.database.TestDatabase;
import org.joinvoices.platform.principal.AccountId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class AuditTrailTest {

  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private final DataSource database = TestDatabase.fresh();
  private final AuditTrail trail = new AuditTrail(database, InstantSource.fixed(NOW));
  private final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(database));
  private final Actor person = new Actor.Person(new AccountId(UUID.randomUUID()));
  private final UUID subject = UUID.randomUUID();

  @Test
  void tellsWhoDidWhatToWhatAndWhenNewestFirst() {
    transaction.executeWithoutResult(
        _ -> {
          trail.append(new Actor.CommandLine(), AuditAct.PUBLISHED, subject);
          trail.append(person, AuditAct.SIGNED_OUT, subject);
          trail.append(new Actor.Authors("Las familias"), AuditAct.TEXT_APPROVED, subject);
          trail.append(new Actor.Partner("Example Alliance"), AuditAct.PARTNER_EXPORTED, subject);
        });

    var entries = trail.list(Long.MAX_VALUE, 10);
    assertThat(entries)
        .extracting(AuditEntry::actor)
        .containsExactly(
            new Actor.Partner("Example Alliance"),
            new Actor.Authors("Las familias"),
            person,
            new Actor.CommandLine());
    assertThat(entries)
        .extracting(AuditEntry::act)
        .containsExactly(
            AuditAct.PARTNER_EXPORTED,
            AuditAct.TEXT_APPROVED,
            AuditAct.SIGNED_OUT,
            AuditAct.PUBLISHED);
    assertThat(entries)
        .allMatch(entry -> entry.subject().equals(subject) && entry.at().equals(NOW));
    assertThat(trail.list(entries.get(2).number(), 10)).containsExactly(entries.getLast());
  }

  @Test
  void forgetsWhatDidNotHappen() {
    transaction.executeWithoutResult(
        status -> {
          trail.append(person, AuditAct.SIGNED_OUT, subject);
          status.setRollbackOnly();
        });

    assertThat(trail.list(Long.MAX_VALUE, 10)).isEmpty();
  }

  @Test
  void takesNoEntryOutsideOfTheTransactionOfItsDeed() {
    assertThatThrownBy(() -> trail.append(person, AuditAct.SIGNED_OUT, subject))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE audit_entry SET act = 'invited'",
        "DELETE FROM audit_entry",
        "TRUNCATE audit_entry"
      })
  void isNeitherChangedNorShortened(String attempt) {
    transaction.executeWithoutResult(_ -> trail.append(person, AuditAct.SIGNED_OUT, subject));

    assertThatThrownBy(() -> JdbcClient.create(database).sql(attempt).update())
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining("permission denied");
    assertThat(trail.list(Long.MAX_VALUE, 10)).hasSize(1);
  }

  @Test
  void theDatabaseKnowsTheSameActs() {
    assertThat(
            JdbcClient.create(database)
                .sql(
                    "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'audit_entry_act_check'")
                .query(String.class)
                .single())
        .contains(
            Arrays.stream(AuditAct.values())
                .map(act -> "'" + act.word() + "'::text")
                .collect(Collectors.joining(", ", "[", "]")));
  }
}
