package org.joinvoices.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.action.Action;
import org.joinvoices.action.Actions;
import org.joinvoices.action.SampleActions;
import org.joinvoices.action.SampleFolders;
import org.joinvoices.action.SeedAction;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.database.TestDatabase;
import org.joinvoices.platform.mail.BothParts;
import org.joinvoices.platform.mail.OutgoingMail;
import org.joinvoices.signing.Counts;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RemindersTest {

  private final DataSource database = TestDatabase.fresh();
  private final CivicClock clock =
      new CivicClock(InstantSource.fixed(SampleActions.OPEN), Duration.ZERO);
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final Actions actions = new Actions(database);
  private final Reminders reminders = new Reminders(database, actions, clock);
  private final ReminderMail mail =
      new ReminderMail(
          database,
          actions,
          new Counts(database, clock, Duration.ZERO),
          new BookWork(database, clock),
          URI.create("https://house.example"),
          clock);

  @Test
  void remindsFourteenSevenThreeAndOneDayBeforeEachOnce() {
    SampleFolders.publishedMinister(database);

    assertThat(remindedAt("2021-01-06T11:59:00-05:00")).isEmpty();
    assertThat(remindedAt("2021-01-06T12:00:00-05:00")).containsExactly("deadline 14");
    assertThat(remindedAt("2021-01-06T12:01:00-05:00")).containsExactly("deadline 14");
    assertThat(remindedAt("2021-01-13T12:00:00-05:00")).contains("deadline 7");
    assertThat(remindedAt("2021-01-17T12:00:00-05:00")).contains("deadline 3");
    assertThat(remindedAt("2021-01-19T12:00:00-05:00"))
        .containsExactly("deadline 14", "deadline 7", "deadline 3", "deadline 1");
    assertThat(remindedAt("2021-01-20T12:00:00-05:00")).hasSize(4);
    assertThat(jdbc.sql("SELECT count(*) FROM mail").query(Long.class).single()).isEqualTo(4);
  }

  /** The White House: three weeks by post. */
  @Test
  void remindsOfTheLastDayOfPostAsWell() {
    SeedAction.publish(database, clock.instant());

    assertThat(remindedAt("2020-12-16T12:00:00-05:00")).containsExactly("post 14");
    assertThat(remindedAt("2020-12-29T12:00:00-05:00")).contains("post 1");
    assertThat(remindedAt("2020-12-31T12:00:00-05:00")).containsExactly("post 14", "post 1");
    assertThat(remindedAt("2021-01-06T12:00:00-05:00")).contains("deadline 14");
  }

  @Test
  void sendsOnlyTheLatestAfterAPause() {
    SampleFolders.publishedMinister(database);

    assertThat(remindedAt("2021-01-18T12:00:00-05:00")).containsExactly("deadline 3");
  }

  @Test
  void saysWhatIsDueToTheOrganization() {
    Action action = SeedAction.publish(database, clock.instant());
    remindedAt("2020-12-24T09:00:00-05:00");
    OutgoingMail post = composed(action);

    assertThat(post.to()).isEqualTo("letters@sample-organization.example");
    assertThat(post.subject())
        .isEqualTo(
            "In 7 days: last day to post the petition book “Join Voices with Asylum Seekers”");
    assertThat(post.text())
        .contains("President Joe Biden (president), The White House: printed")
        .contains("By post it must leave by December 30, 2020")
        .contains("./joinvoices handed-over --action join-voices-with-asylum-seekers")
        .contains("https://house.example/desk/actions/join-voices-with-asylum-seekers")
        .doesNotContain("President-Elect Joe Biden (");
    BothParts.sayTheSame(post);

    remindedAt("2021-01-19T13:00:00-05:00");
    assertThat(composed(action).subject()).startsWith("Within a day: deadline of the letter");
    assertThat(composed(action).text()).contains("Post comes too late since December 30, 2020");
  }

  @Test
  void dropsAReminderWhoseDeadlineHasCome() {
    Action action = SampleFolders.publishedMinister(database);
    remindedAt("2021-01-19T13:00:00-05:00");
    remindedAt("2021-01-20T12:00:00-05:00");

    assertThat(mail.compose(action.id().value(), latest())).isEmpty();
  }

  private OutgoingMail composed(Action action) {
    return mail.compose(action.id().value(), latest()).orElseThrow();
  }

  private UUID latest() {
    return jdbc.sql("SELECT id FROM reminder ORDER BY at DESC LIMIT 1").query(UUID.class).single();
  }

  private List<String> remindedAt(String when) {
    Instant instant = ZonedDateTime.parse(when).toInstant();
    clock.move(Duration.between(SampleActions.OPEN, instant));
    reminders.run();
    return jdbc.sql("SELECT kind || ' ' || days FROM reminder ORDER BY at, kind")
        .query(String.class)
        .list();
  }
}
