package org.joinvoices.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.joinvoices.action.Actions;
import org.joinvoices.action.SampleActions;
import org.joinvoices.action.SeedAction;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditEntry;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.clock.CivicClockStore;
import org.joinvoices.platform.crypto.MasterKey;
import org.joinvoices.platform.database.Login;
import org.joinvoices.platform.database.TestDatabase;
import org.joinvoices.platform.principal.Role;
import org.joinvoices.signing.ReviewBatch;
import org.joinvoices.signing.Reviews;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signatures under review at a whole server, over HTTP: who sees them, who decides, bad input. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReviewAtTheDeskTest {

  private static final String LETTER = "/desk/actions/" + SeedAction.SLUG;
  private static final String REVIEW = LETTER + "/review";
  private static final String BATCHES = REVIEW + "/batches";

  private final DataSource database = TestDatabase.fresh();
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final ConfigurableApplicationContext server;
  private final ActionId action;
  private final Reviews reviews;
  private final DeskVisitor owner;

  ReviewAtTheDeskTest(@TempDir Path home) {
    MasterKey.loadOrCreate(home.resolve("keys/master.json"));
    SeedAction.publish(database, SampleActions.OPEN);
    new CivicClockStore(database, InstantSource.system()).moveTo(SampleActions.OPEN);
    var pool = (HikariDataSource) database;
    var settings =
        DemoProperties.of(
            home, 0, new Login(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword()));
    this.server = ServerApplication.start(settings, "demo");
    this.action = server.getBean(Actions.class).list().getFirst().id();
    this.reviews = server.getBean(Reviews.class);
    this.owner = come("sample-owner@mail.example", Role.OWNER);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @BeforeEach
  void rows() {
    TestDatabase.owner(database).sql("TRUNCATE signature, review_batch CASCADE").update();
    add(3, "honeypot");
    add(2, "busy_network");
  }

  private void add(int many, String flag) {
    add(many, flag, "under_review", "OH", SampleActions.OPEN);
  }

  private void add(int many, String flag, String state, String region, Instant signed) {
    jdbc.sql(
            """
            INSERT INTO signature (action_id, id, letter_version, state, act, language, display, reply_wanted,
              own_words_public, minor, country, region, zip3, seats, match, mailbox_hash, person_hash, muted, signed_at,
              confirmed_at, flags)
            SELECT ?, gen_random_uuid(), 1, given.state, 'letter', 'en', 'count_only', false, false, false, 'US', ?,
              '441', '{}', '{"seats": [], "candidates": [], "reason": "NO_ADDRESS", "release": "sample"}', sha256(gen_random_uuid()::text::bytea), 'p', false, given.at,
              CASE WHEN given.state = 'confirmed' THEN given.at END, ARRAY[?]
            FROM generate_series(1, ?), (VALUES (?, ?::timestamptz)) AS given (state, at)
            """)
        .params(action.value(), region, flag, many, state, signed.atOffset(ZoneOffset.UTC))
        .update();
  }

  @Test
  void showsHowManyWhyAndSomeOfThemWithoutNames() {
    String page = owner.get(REVIEW).body();
    assertThat(page)
        .contains("All of them", ">5<", "Filled in a field that people do not see", ">3<", ">2<")
        .contains("The latest 5", "January 10, 2021", "value=\"release\"", "See names")
        .doesNotContain("Can no longer be read");
    assertThat(owner.get(LETTER).body()).contains(REVIEW);
  }

  @Test
  void asksFirstDecidesInTheBackgroundAndUndoes() {
    var asked = owner.post(REVIEW + "/decide", "decision=release&flag=honeypot");
    assertThat(asked.statusCode()).isEqualTo(200);
    assertThat(asked.body())
        .contains("Count 3 signatures?", "Marked: Filled in a field", "not counted twice");
    assertThat(rows("confirmed")).as("asking changes nothing").isZero();

    var decided = owner.post(REVIEW + "/decide", "decision=release&flag=honeypot&confirm=yes");
    assertThat(decided.headers().firstValue("Location")).contains(BATCHES + "?done=release");
    reviews.work();
    assertThat(rows("confirmed")).isEqualTo(3);
    assertThat(owner.post(REVIEW + "/decide", "decision=release&flag=honeypot").body())
        .contains("nothing here that this can be done with");

    assertThat(owner.get(BATCHES + "?done=release").body())
        .contains("they are being counted", "Changed: 3 of 3", "At the desk", "Undo …");
    ReviewBatch batch = reviews.list(action).getFirst();
    assertThat(owner.post(REVIEW + "/undo", "batch=" + batch.id()).body())
        .contains("Bring 3 signatures back?");
    owner.post(REVIEW + "/undo", "batch=" + batch.id() + "&confirm=yes");
    reviews.work();
    assertThat(rows("under_review")).isEqualTo(5);
    assertThat(owner.get(BATCHES).body()).contains("Undone", "Brought back: 3");
    assertThat(owner.post(REVIEW + "/undo", "batch=" + batch.id()).body())
        .as("once is enough")
        .contains("nothing here that this can be done with");
    assertThat(trail(2)).containsExactly(AuditAct.REVIEW_UNDONE, AuditAct.SIGNATURES_RELEASED);
    assertThat(owner.get("/desk/audit").body()).contains("Undid a decision about signatures");
  }

  @Test
  void choosesByAllConditionsThatAreFilledIn() {
    add(1, "honeypot", "under_review", "NY", SampleActions.OPEN);
    add(4, "honeypot", "confirmed", "OH", SampleActions.OPEN);
    add(2, "honeypot", "confirmed", "OH", SampleActions.OPEN.plus(Duration.ofDays(2)));
    String condition = "flag=honeypot&region=oh&zip3=441&source=web&before=2021-01-11T12:00";

    assertThat(owner.get(REVIEW + "?" + condition).body())
        .contains("3 signatures meet all of this", "value=\"OH\"", "value=\"release\"");
    String counted = condition + "&state=confirmed";
    assertThat(owner.get(REVIEW + "?" + counted).body())
        .contains("4 signatures meet all of this")
        .as("what counts is not counted again")
        .doesNotContain("value=\"release\">Count …");
    assertThat(owner.get(REVIEW + "?state=confirmed&from=2021-01-11T12:00").body())
        .contains("2 signatures meet all of this");
    assertThat(owner.get(REVIEW + "?source=sheet").body())
        .contains("0 signatures meet all of this");

    var asked = owner.post(REVIEW + "/decide", "decision=invalidate&" + counted);
    assertThat(asked.body())
        .contains("Take 4 signatures out?", "Standing: Counted", "State: OH", "Came: On the web")
        .contains("name=\"zip3\" value=\"441\"", REVIEW + "?state=confirmed&amp;flag=honeypot");
    owner.post(REVIEW + "/decide", "decision=invalidate&reason=test&confirm=yes&" + counted);
    reviews.work();

    assertThat(rows("invalidated")).isEqualTo(4);
    assertThat(rows("confirmed")).isEqualTo(2);
    assertThat(owner.get(BATCHES).body()).contains("Changed: 4 of 4", "ZIP code begins with 441");
    assertThat(owner.post(REVIEW + "/signers", "region=NY").body())
        .contains("One signature meets all of this", "With names, of: ", "State: NY");
  }

  @Test
  void saysWhichConditionCannotBeLookedUpAndKeepsWhatWasTyped() {
    var page =
        owner.get(REVIEW + "?zip3=44&region=Ohio&from=2021-01-12T09:00&before=2021-01-11T09:00");

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body())
        .contains("href=\"#zip3\"", "href=\"#region\"", "href=\"#before\"", "value=\"OHIO\"")
        .contains("later than “Signed from”")
        .doesNotContain("meet all of this", "The latest");
    for (String fields :
        List.of(
            "decision=release&state=confirmed",
            "decision=invalidate&state=withdrawn",
            "decision=invalidate&from=%2B999999999-01-01T00:00",
            "decision=invalidate&source=nonsense")) {
      assertThat(owner.post(REVIEW + "/decide", fields).statusCode()).as(fields).isEqualTo(422);
    }
    assertThat(reviews.list(action)).isEmpty();
  }

  @Test
  void takesOutOnlyWithAReason() {
    var asked = owner.post(REVIEW + "/decide", "decision=invalidate&flag=");
    assertThat(asked.body()).contains("Take 5 signatures out?", "Signed by a machine");
    var without = owner.post(REVIEW + "/decide", "decision=invalidate&flag=&confirm=yes");
    assertThat(without.statusCode()).isEqualTo(422);
    assertThat(without.body()).contains("Choose why they are taken out");

    owner.post(REVIEW + "/decide", "decision=invalidate&flag=&confirm=yes&reason=automated");
    reviews.work();

    assertThat(rows("invalidated")).isEqualTo(5);
    assertThat(owner.get(REVIEW).body()).contains("No signature waits for you");
    assertThat(owner.get(BATCHES).body()).contains("Take out: Signed by a machine");
  }

  @Test
  void showsNamesToOwnersAndNotesIt() {
    String page = owner.post(REVIEW + "/signers", "flag=busy_network").body();

    assertThat(page)
        .contains("With names, of: ", "Marked: Unusually many from one network")
        .contains("Can no longer be read")
        .contains("The latest 2");
    assertThat(trail(1)).containsExactly(AuditAct.SIGNERS_LOOKED_AT);
  }

  @Test
  void readOnlySeesNumbersAndDoesNothing() {
    owner.post(REVIEW + "/decide", "decision=release&flag=honeypot&confirm=yes");
    reviews.work();
    var reader = come("sample-reader@mail.example", Role.READ_ONLY);
    assertThat(reader.get(REVIEW).body())
        .contains("Unusually many from one network")
        .doesNotContain("The latest", "value=\"release\"", "See names", "Choose by conditions");
    assertThat(reader.get(REVIEW + "?region=OH").body())
        .as("small numbers are for owners")
        .doesNotContain("meet all of this");
    assertThat(reader.get(BATCHES).body()).contains("For owners").doesNotContain("Undo …");
    for (String path : List.of("/decide", "/signers", "/undo")) {
      assertThat(reader.post(REVIEW + path, "decision=release&confirm=yes").statusCode())
          .as(path)
          .isEqualTo(403);
    }
  }

  @Test
  void whatMeansNothingIsAnsweredKindlyAndChangesNothing() {
    for (String fields :
        List.of(
            "", "decision=nonsense&confirm=yes", "decision=release&flag=A%27%3B--&confirm=yes")) {
      assertThat(owner.post(REVIEW + "/decide", fields).statusCode()).as(fields).isEqualTo(422);
    }
    assertThat(
            owner
                .post(REVIEW + "/undo", "confirm=yes&batch=" + java.util.UUID.randomUUID())
                .statusCode())
        .isEqualTo(404);
    assertThat(owner.post(REVIEW + "/undo", "confirm=yes&batch=nonsense").statusCode())
        .isEqualTo(400);
    assertThat(
            owner
                .post(REVIEW + "/decide", "decision=release&flag=unknown&confirm=yes")
                .headers()
                .firstValue("Location"))
        .contains(BATCHES);
    assertThat(owner.get("/desk/actions/no-such-letter/review").statusCode()).isEqualTo(404);
    assertThat(owner.get(BATCHES + "?done=nonsense").statusCode()).isEqualTo(200);
    assertThat(reviews.list(action)).isEmpty();
  }

  private long rows(String state) {
    return jdbc.sql("SELECT count(*) FROM signature WHERE state = ?")
        .param(state)
        .query(Long.class)
        .single();
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
