package org.joinvoices.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.joinvoices.action.Publication.Accepted;
import org.joinvoices.action.Publication.LetterOutcome;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditEntry;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.database.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class PublishingTest {

  private static final Instant NOW = SampleActions.OPEN;
  private static final Instant LATER = NOW.plus(Duration.ofHours(1));

  private final DataSource database = TestDatabase.fresh();
  private final Publishing publishing = new Publishing(database);

  @Test
  void publishesANewActionWithItsFirstVersion() {
    Accepted accepted = publish(SeedAction.folder());

    assertThat(accepted.letter()).isEqualTo(LetterOutcome.FIRST_VERSION);
    assertThat(accepted.changes())
        .extracting(Change::toString)
        .contains("+ slug: join-voices-with-asylum-seekers");
    assertThat(new Actions(database).find(SeedAction.SLUG)).contains(accepted.action());
  }

  @Test
  void changesNothingWhenPublishedTwice() {
    publish(SeedAction.folder());
    var before = rows();

    Accepted again = publish(SeedAction.folder());

    assertThat(again.changes()).isEmpty();
    assertThat(again.letter()).isEqualTo(LetterOutcome.UNCHANGED);
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void entersInTheAuditTrailWhatChangedSomethingAndNoMore() {
    publishing.preview(SeedAction.folder(), NOW);
    Action action = publish(SeedAction.folder()).action();
    publish(SeedAction.folder());

    assertThat(new AuditTrail(database, InstantSource.system()).list(Long.MAX_VALUE, 10))
        .extracting(AuditEntry::actor, AuditEntry::act, AuditEntry::subject)
        .containsExactly(tuple(new Actor.CommandLine(), AuditAct.PUBLISHED, action.id().value()));
  }

  @Test
  void replacesWordsNobodyHasJoined() {
    publish(SeedAction.folder());

    Accepted accepted = publish(reworded());

    assertThat(accepted.letter()).isEqualTo(LetterOutcome.REPLACED);
    assertThat(accepted.action().letter().number()).isEqualTo(1);
    assertThat(accepted.changes())
        .singleElement()
        .asString()
        .startsWith("~ en.Salutation: Dear President-Elect Joe")
        .contains(" -> Esteemed President-Elect Joe");
  }

  @Test
  void makesTheNextVersionOfJoinedWordsAndKeepsTheFirstReadable() throws SQLException {
    Action first = publish(SeedAction.folder()).action();
    freeze(first);

    Accepted accepted = publish(reworded());

    assertThat(accepted.letter()).isEqualTo(LetterOutcome.NEXT_VERSION);
    Actions actions = new Actions(database);
    assertThat(actions.get(first.id()).letter().number()).isEqualTo(2);
    assertThat(actions.get(first.id()).letter().original().salutation()).startsWith("Esteemed");
    assertThat(actions.letter(first.id(), 1)).isEqualTo(first.letter());
  }

  @Test
  void keepsAJoinedVersionWhoseWordsStay() throws SQLException {
    Action first = publish(SeedAction.folder()).action();
    freeze(first);

    Accepted accepted = publish(edited("action.yaml", "goal: 1000", "goal: 2000"));

    assertThat(accepted.letter()).isEqualTo(LetterOutcome.UNCHANGED);
    assertThat(accepted.changes())
        .extracting(Change::toString)
        .containsExactly("~ goal: 1000 -> 2000");
    assertThat(new Actions(database).get(first.id()).goal()).isEqualTo(2000);
  }

  @Test
  void onlyLooksInAPreview() {
    publish(SeedAction.folder());
    var before = rows();

    Accepted seen = (Accepted) publishing.preview(reworded(), LATER);

    assertThat(seen.letter()).isEqualTo(LetterOutcome.REPLACED);
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void leavesTheDatabaseAloneWhenTheFolderIsFaulty() {
    Publication refused = publishing.publish(edited("en.md", "# Closing", "# The end"), NOW);

    assertThat(refused).isInstanceOf(Publication.Refused.class);
    assertThat(rows()).isEmpty();
  }

  @Test
  void exportsAFolderThatChangesNothingWhenPublished() {
    Action action = publish(SeedAction.folder()).action();

    ActionFolder exported = publishing.export(SeedAction.SLUG).orElseThrow();

    assertThat(exported.files()).containsOnlyKeys("action.yaml", "en.md", "es.md");
    assertThat(exported.files().get("en.md")).isEqualTo(SeedAction.folder().files().get("en.md"));
    assertThat(exported.files().get("es.md")).isEqualTo(SeedAction.folder().files().get("es.md"));
    Accepted again = publish(exported);
    assertThat(again.changes()).isEmpty();
    assertThat(again.action()).isEqualTo(action);
  }

  @Test
  void exportsNothingUnderAnUnknownName() {
    assertThat(publishing.export(new Slug("no-such-letter"))).isEmpty();
  }

  private Accepted publish(ActionFolder folder) {
    return (Accepted) publishing.publish(folder, LATER);
  }

  private static ActionFolder reworded() {
    return edited("en.md", "Dear President-Elect", "Esteemed President-Elect");
  }

  private static ActionFolder edited(String file, String from, String to) {
    Map<String, String> files = new HashMap<>(SeedAction.folder().files());
    files.computeIfPresent(file, (name, text) -> text.replace(from, to));
    return new ActionFolder(files);
  }

  private void freeze(Action action) throws SQLException {
    try (Connection connection = database.getConnection()) {
      Letters.freeze(connection, action.id(), action.letter().mark(), NOW);
    }
  }

  private List<Map<String, @Nullable Object>> rows() {
    return JdbcClient.create(database)
        .sql(
            """
            SELECT a.id, a.settings::text, a.updated_at, v.number, v.texts::text, v.frozen_at
            FROM action a JOIN letter_version v ON v.action_id = a.id ORDER BY v.number
            """)
        .query()
        .listOfRows();
  }
}
