package org.joinvoices.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.joinvoices.action.Actions;
import org.joinvoices.action.SampleActions;
import org.joinvoices.action.SeedAction;
import org.joinvoices.delivery.TestRows;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditEntry;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.clock.CivicClockStore;
import org.joinvoices.platform.crypto.MasterKey;
import org.joinvoices.platform.database.Login;
import org.joinvoices.platform.database.TestDatabase;
import org.joinvoices.platform.principal.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The queue of a letter at a whole server, over HTTP: who sees it, who acts, and bad input. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueueAtTheDeskTest {

  private static final String LETTER = "/desk/actions/" + SeedAction.SLUG;
  private static final String QUEUE = LETTER + "/queue";
  private static final String ACTS = QUEUE + "/acts";

  private final DataSource database = TestDatabase.fresh();
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final ConfigurableApplicationContext server;
  private final ActionId action;
  private final DeskVisitor owner;

  QueueAtTheDeskTest(@TempDir Path home) {
    MasterKey.loadOrCreate(home.resolve("keys/master.json"));
    SeedAction.publish(database, SampleActions.OPEN);
    new CivicClockStore(database, InstantSource.system()).moveTo(SampleActions.OPEN);
    var pool = (HikariDataSource) database;
    var settings =
        DemoProperties.of(
            home, 0, new Login(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword()));
    this.server = ServerApplication.start(settings, "demo");
    this.action = server.getBean(Actions.class).list().getFirst().id();
    this.owner = come("sample-owner@mail.example", Role.OWNER);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @BeforeEach
  void rows() {
    TestDatabase.owner(database).sql("TRUNCATE delivery, signature CASCADE").update();
    TestRows.add(database, action, 3, "held", "retries_exhausted");
    TestRows.add(database, action, 2, "needs_review", "");
    TestRows.add(database, action, 1, "accepted", "");
    jdbc.sql(
            """
            INSERT INTO delivery_attempt (action_id, delivery_id, attempt_no, started_at, took_ms, result, code)
            SELECT action_id, id, 1, ?, 0, 'accepted', '200' FROM delivery WHERE state = 'accepted'
            """)
        .param(SampleActions.OPEN.atOffset(java.time.ZoneOffset.UTC))
        .update();
  }

  @Test
  void showsWhatStandsWhereWhyAndWhatToDo() {
    String queue = owner.get(QUEUE).body();
    assertThat(queue)
        .contains("OH-11", "Marcia L. Fudge", "Held", "did not answer, many times over", "Unclear")
        .contains("value=\"retry\"", "value=\"settle_arrived\"", "value=\"move\"")
        .contains("role=\"img\"", "The same as a table");
    String office = owner.get(QUEUE + "/OH-11").body();
    assertThat(office)
        .contains(
            "Retry once the gateway works again", "Ask the office whether it has", "Not tried yet");
    assertThat(owner.get(LETTER).body()).contains(QUEUE, LETTER + "/work");
  }

  @Test
  void showsOnlyWhatIsAskedFor() {
    assertThat(owner.get(QUEUE + "?state=needs_review&seat=oh-11").body())
        .contains("settle_again")
        .doesNotContain("value=\"retry\"");
    assertThat(owner.get(QUEUE + "?seat=OH-10").body()).contains("No message stands so");
    assertThat(owner.get(QUEUE + "?lane=senate").body()).contains("No message stands so");
  }

  @Test
  void asksFirstThenDoesItOnceAndSaysSo() {
    String fields = "act=retry&seat=OH-11&state=held&reason=retries_exhausted";
    var asked = owner.post(ACTS, fields);
    assertThat(asked.statusCode()).isEqualTo(200);
    assertThat(asked.body()).contains("Queue 3 messages once more?", "What happens then");
    assertThat(held()).as("asking changes nothing").isEqualTo(3);

    var done = owner.post(ACTS, fields + "&confirm=yes");
    assertThat(done.headers().firstValue("Location")).contains(QUEUE + "/OH-11?done=retry&count=3");
    assertThat(held()).isZero();
    assertThat(owner.get(QUEUE + "/OH-11?done=retry&count=3").body())
        .contains("Messages queued once more: 3.");

    assertThat(owner.post(ACTS, fields + "&confirm=yes").headers().firstValue("Location"))
        .as("pressed again")
        .contains(QUEUE + "/OH-11?done=retry&count=0");
    assertThat(owner.post(ACTS, fields).body()).contains("nothing here that this can be done with");
    assertThat(trail(1)).containsExactly(AuditAct.MESSAGES_RETRIED);
    assertThat(owner.get("/desk/audit").body()).contains("Queued messages once more");
  }

  @Test
  void movesToWhereItIsTold() {
    var asked = owner.post(ACTS, "act=move&reason=retries_exhausted");
    assertThat(asked.body())
        .contains("Move 3 messages", "On paper · 3 messages", "E-mail to the office · 0");

    var where = owner.post(ACTS, "act=move&reason=retries_exhausted&confirm=yes");
    assertThat(where.statusCode()).isEqualTo(422);
    assertThat(where.body()).contains("Choose where they shall go");

    owner.post(ACTS, "act=move&reason=retries_exhausted&confirm=yes&channel=packet");
    assertThat(rows("lane = 'packet' AND state = 'queued'")).isEqualTo(3);
  }

  @Test
  void settlesOneMessageByTheWordOfTheOffice() {
    UUID row =
        jdbc.sql("SELECT id FROM delivery WHERE state = 'needs_review' LIMIT 1")
            .query(UUID.class)
            .single();
    var asked = owner.post(ACTS, "act=settle_again&seat=OH-11&row=" + row);
    assertThat(asked.body())
        .contains("has not got this message?", "same delivery id", "may get it twice");

    owner.post(ACTS, "act=settle_arrived&seat=OH-11&confirm=yes&row=" + row);

    assertThat(rows("state = 'needs_review'")).isEqualTo(1);
    assertThat(owner.get(QUEUE + "/OH-11?state=accepted").body())
        .contains("an organizer decided so after asking the office");
  }

  @Test
  void pausesALetterAnOfficeAndAGatewayAndLetsThemGoOn() {
    for (String what :
        List.of("what=letter", "what=office&subject=OH-11", "what=lane&subject=house")) {
      var paused = owner.post(LETTER + "/pauses", "act=pause&" + what);
      assertThat(paused.headers().firstValue("Location")).contains(QUEUE + "?done=pause#pace");
      assertThat(owner.get(QUEUE).body()).contains("Paused since");
      assertThat(
              owner.post(LETTER + "/pauses", "act=pause&" + what).headers().firstValue("Location"))
          .as("pressed again")
          .contains(QUEUE + "#pace");
      owner.post(LETTER + "/pauses", "act=resume&" + what);
      assertThat(owner.get(QUEUE).body()).doesNotContain("Paused since");
      assertThat(trail(2)).containsExactly(AuditAct.DELIVERY_RESUMED, AuditAct.DELIVERY_PAUSED);
    }
    assertThat(
            owner
                .post(LETTER + "/pauses", "act=pause&what=office&subject=OH-11&back=office")
                .headers()
                .firstValue("Location"))
        .contains(QUEUE + "/OH-11?done=pause#pace");
    assertThat(owner.get(QUEUE + "/OH-11").body()).contains("Paused since");
    owner.post(LETTER + "/pauses", "act=resume&what=office&subject=OH-11");
    for (String fields :
        List.of(
            "",
            "act=pause",
            "act=x&what=letter",
            "act=pause&what=lane&subject=packet",
            "act=pause&what=office&subject=x")) {
      assertThat(owner.post(LETTER + "/pauses", fields).statusCode()).as(fields).isEqualTo(422);
    }
    assertThat(
            come("sample-reader@mail.example", Role.READ_ONLY)
                .post(LETTER + "/pauses", "act=pause&what=letter")
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void readOnlySeesAllAndDoesNothing() {
    var reader = come("sample-reader@mail.example", Role.READ_ONLY);
    for (String path : List.of(QUEUE, QUEUE + "/OH-11")) {
      var page = reader.get(path);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("OH-11").doesNotContain(ACTS);
    }
    var refused = reader.post(ACTS, "act=retry&confirm=yes");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("You may look, not change");
    assertThat(held()).isEqualTo(3);
  }

  @Test
  void aFormWithoutItsTokenChangesNothing() {
    assertThat(owner.postBare(ACTS, "act=retry&confirm=yes").statusCode()).isEqualTo(403);
    assertThat(held()).isEqualTo(3);
  }

  @Test
  void whatMeansNothingIsAnsweredKindlyAndChangesNothing() {
    for (String path :
        List.of(
            QUEUE + "/nowhere",
            QUEUE + "/OH-10",
            QUEUE + "/ZZ-99",
            "/desk/actions/no-such-letter/queue",
            "/desk/actions/no-such-letter/queue.csv")) {
      assertThat(owner.get(path).statusCode()).as(path).isEqualTo(404);
    }
    for (String query :
        List.of(
            "page=99999999999999999999",
            "page=2147483647",
            "page=-1",
            "done=nonsense&count=x",
            "done=retry&count=99999999999999999999999")) {
      assertThat(owner.get(QUEUE + "?" + query).statusCode()).as(query).isEqualTo(200);
      assertThat(owner.get(QUEUE + "?" + query).body()).as(query).contains("OH-11");
    }
    assertThat(owner.get(QUEUE + "?seat=Cleveland").body())
        .contains("This is no seat", "value=\"CLEVELAND\"")
        .doesNotContain("value=\"retry\"");
    assertThat(owner.get(QUEUE + "?state=nonsense").body()).contains("No message stands so");
    assertThat(owner.get(QUEUE + "/OH-11?after=nonsense&state=%3Cb%3E").statusCode())
        .isEqualTo(200);
    for (String fields :
        List.of(
            "act=retry&confirm=yes&row=nonsense",
            "act=retry&confirm=yes&seat=nonsense",
            "act=retry&confirm=yes&state=nonsense",
            "act=retry&confirm=yes&reason=A%27%3B--",
            "act=nonsense&confirm=yes",
            "confirm=yes")) {
      assertThat(owner.post(ACTS, fields).statusCode()).as(fields).isEqualTo(422);
    }
    owner.post(ACTS, "act=retry&confirm=yes&row=" + UUID.randomUUID());
    owner.post(ACTS, "act=retry&confirm=yes&seat=CA-12");
    assertThat(held()).isEqualTo(3);
  }

  @Test
  void everybodyAtTheDeskDownloadsTheQueueAndTheTrailSaysSo() {
    var file = owner.get(QUEUE + ".csv");

    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
    assertThat(file.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"queue-" + SeedAction.SLUG + ".csv\"");
    assertThat(file.body().lines())
        .hasSize(7)
        .first()
        .isEqualTo(
            "delivery_id,seat,channel,state,reason,attempts,last_code,planned_week,last_attempt_week");
    assertThat(file.body())
        .as("too few have written to any office")
        .contains(",other,cwc,held,retries_exhausted,0,,,")
        .doesNotContain("OH-11");
    assertThat(trail(1)).containsExactly(AuditAct.QUEUE_EXPORTED);
  }

  @Test
  void longListsComePageByPage() {
    TestRows.add(database, action, 60, "withdrawn", "");

    String first = owner.get(QUEUE + "/OH-11?state=withdrawn").body();
    assertThat(first).contains("Further messages").contains("after=");
    String more =
        first.replaceAll("(?s).*href=\"([^\"]*after=[^\"#]*)#rows\".*", "$1").replace("&amp;", "&");
    assertThat(owner.get(more).body()).contains("Further messages");
  }

  private long held() {
    return rows("state = 'held' AND held_reason = 'retries_exhausted'");
  }

  private long rows(String condition) {
    return jdbc.sql("SELECT count(*) FROM delivery WHERE " + condition).query(Long.class).single();
  }

  private List<AuditAct> trail(int most) {
    return server.getBean(AuditTrail.class).list(Long.MAX_VALUE, most).stream()
        .map(AuditEntry::act)
        .toList();
  }

  private DeskVisitor come(String organizer, Role role) {
    return DeskServer.come(server, database, organizer, role);
  }

  private int port() {
    return DeskServer.port(server);
  }
}
