package org.joinvoices.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.joinvoices.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SchemaTest {

  private static final String SOMEBODY = "'00000000-0000-0000-0000-000000000000'";

  private static final DataSource DATABASE = TestDatabase.fresh();

  /** The words a CHECK of the database allows, as PostgreSQL gives the constraint back. */
  private static String check(String constraint) {
    return JdbcClient.create(DATABASE)
        .sql("SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = ?")
        .param(constraint)
        .query(String.class)
        .single();
  }

  private static String words(Stream<String> words) {
    return words.map(word -> "'" + word + "'::text").collect(Collectors.joining(", "));
  }

  @Test
  void allowsTheSameWordsAsTheCode() {
    assertThat(check("signature_state_check"))
        .contains("[" + words(Arrays.stream(SignatureState.values()).map(SignatureState::word)));
    assertThat(check("signature_ended_why_check"))
        .contains("[" + words(Arrays.stream(EndedWhy.values()).map(EndedWhy::word)) + "]");
    assertThat(check("review_batch_reason_check"))
        .contains("[" + words(Arrays.stream(ReviewReason.values()).map(ReviewReason::word)) + "]");
    assertThat(check("review_batch_state_check"))
        .contains(
            "["
                + words(Arrays.stream(ReviewBatch.State.values()).map(ReviewBatch.State::word))
                + "]");
    assertThat(check("signature_act_check"))
        .contains("[" + words(Arrays.stream(Act.values()).map(Act::word)) + "]");
    assertThat(check("signature_display_check"))
        .contains("[" + words(Arrays.stream(Display.values()).map(Display::word)) + "]");
    assertThat(check("consent_kind_check"))
        .contains("[" + words(Arrays.stream(Consent.values()).map(Consent::word)) + "]");
    assertThat(check("signature_event_kind_check"))
        .contains(
            words(Arrays.stream(SignatureEvent.Kind.values()).map(SignatureEvent.Kind::word)));
  }

  /** A plan kept from an empty table serves a full one, until there are statistics. */
  @Test
  void findsASignatureByItsKeyEvenIfPlannedWhileThereWasNone() {
    assertThat(plan(ConfirmationMails.DUE, SOMEBODY)).contains("signature_pkey");
  }

  private static String plan(String sql, String key) {
    String whole = sql.replaceFirst("[?]", SOMEBODY).replace("?", key);
    var jdbc = JdbcClient.create(DATABASE);
    return String.join("\n", jdbc.sql("EXPLAIN " + whole).query(String.class).list());
  }
}
