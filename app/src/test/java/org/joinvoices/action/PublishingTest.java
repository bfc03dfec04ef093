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
import org.joinvoices.districts.Seat;
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

    assertThat(exported.files()).containsOnlyKeys("action.yaml", "en.md", "es.md", "ar.md");
    assertThat(exported.files().get("en.md")).isEqualTo(SeedAction.folder().files().get("en.md"));
    assertThat(exported.files().get("es.md")).isEqualTo(SeedAction.folder().files().get("es.md"));
    assertThat(exported.files().get("ar.md")).isEqualTo(SeedAction.folder().files().get("ar.md"));
    Accepted again = publish(exported);
    assertThat(again.changes()).isEmpty();
    assertThat(again.action()).isEqualTo(action);
  }

  /** Every key there is, so that none is lost on the way. */
  @Test
  void exportsAllThatALetterCanSayOfOfficesAndAddressees() {
    Action action =
        publish(
                edited(
                    "action.yaml",
                    "original_language: en",
                    """
                    channels: {senate: [packet], OH-11: [packet, hand_off]}
                    offices:
                      - {seat: OH-11, email: a@b.example, phone: 202-555-0100, postal_address: [One, Two]}
                      - {seat: CA-S3, contact_page: "https://office.example/contact"}
                    bills: [{congress: 117, type: hr, number: 6}, {congress: 117, type: s, number: 1}]
                    stance: con
                    original_language: en""",
                    "office: The White House",
                    """
                    office: The White House
                        email: president@house.example
                        salutation: Dear President Biden,
                        phone: +52 55 5000 0000
                        contact_page: https://house.example
                        country: MX
                        postal_lead_days: 30
                        deliver_by: [print, mail]"""))
            .action();

    Accepted again = publish(publishing.export(SeedAction.SLUG).orElseThrow());

    assertThat(again.changes()).isEmpty();
    assertThat(again.action()).isEqualTo(action);
    assertThat(action.office(new Seat("OH-11")).orElseThrow().postalAddress()).hasSize(2);
    assertThat(new Actions(database).find(SeedAction.SLUG)).contains(action);
  }

  @Test
  void readsWhatAnEarlierReleaseStored() {
    Action action = publish(SeedAction.folder()).action();
    JdbcClient.create(database)
        .sql(
            """
            UPDATE action SET settings = (settings - 'congress') || jsonb_build_object('addressees',
              (SELECT jsonb_agg(a - '{salutation,phone,contactPage,country,postalLeadDays,deliverBy}'::text[])
               FROM jsonb_array_elements(settings->'addressees') a))
            """)
        .update();

    assertThat(new Actions(database).find(SeedAction.SLUG)).contains(action);
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

  private static ActionFolder edited(String file, String... fromTo) {
    Map<String, String> files = new HashMap<>(SeedAction.folder().files());
    for (int i = 0; i < fromTo.length; i += 2) {
      String from = fromTo[i];
      String to = fromTo[i + 1];
      files.computeIfPresent(file, (name, text) -> text.replace(from, to));
    }
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
