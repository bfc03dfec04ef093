package org.joinvoices.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The switches at a whole server, over HTTP: who turns them, and what the public sees of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SwitchesAtTheDeskTest {

  private static final String SWITCHES = "/desk/switches";
  private static final String LETTER = "/actions/" + SeedAction.SLUG;

  private static final String ONE_LETTER = "signing-" + SeedAction.SLUG;

  private final DataSource database = TestDatabase.fresh();
  private final ConfigurableApplicationContext server;
  private final DeskVisitor owner;

  SwitchesAtTheDeskTest(@TempDir Path home) {
    MasterKey.loadOrCreate(home.resolve("keys/master.json"));
    SeedAction.publish(database, SampleActions.OPEN);
    new CivicClockStore(database, InstantSource.system()).moveTo(SampleActions.OPEN);
    var pool = (HikariDataSource) database;
    var settings =
        DemoProperties.of(
            home, 0, new Login(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword()));
    this.server = ServerApplication.start(settings, "demo");
    this.owner = come("sample-owner@mail.example", Role.OWNER);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @AfterEach
  void reset() {
    for (String what : List.of("signing", "mails", "delivery", "counts", "pages", ONE_LETTER)) {
      turn("resume", what, "");
    }
  }

  @Test
  void anOwnerPausesAndTheServerFollowsWithinSeconds() {
    assertThat(turn("pause", "signing", "")).contains(SWITCHES + "?done=pause#signing");
    assertThat(turn("pause", "signing", "")).as("pressed again").contains(SWITCHES + "#signing");
    assertThat(owner.get(SWITCHES).body()).contains("Off since", "Yes, let it go on");
    assertThat(owner.get("/desk").body()).contains("Signing is paused on all letters since");
    assertThat(owner.get("/desk/audit").body()).contains("Paused signing");
    await(LETTER, "Signing is paused");

    assertThat(turn("resume", "signing", "")).contains(SWITCHES + "?done=resume#signing");
    await(LETTER, "Join the letter</h2>\n<p>");
    assertThat(trail(2)).containsExactly(AuditAct.SIGNING_RESUMED, AuditAct.SIGNING_PAUSED);
  }

  @Test
  void pausesOneLetterUntilAMomentThatThePageNames() {
    assertThat(turn("pause", ONE_LETTER, "3")).contains(SWITCHES + "?done=pause#" + ONE_LETTER);
    assertThat(owner.get(SWITCHES).body()).contains("people are told to come back after");
    await(LETTER, "We expect to go on after Sunday, January");
  }

  @Test
  void makesPagesStaticAndServesThemWithoutAForm() {
    await(LETTER, "<form");
    turn("pause", "pages", "");
    await(LETTER, "You cannot sign at the moment");
    var page = owner.get(LETTER);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).doesNotContain("<form");
    var posted = owner.postBare(LETTER + "/signatures", "family_name=Testperson&language=en");
    assertThat(posted.statusCode()).isEqualTo(503);
    assertThat(posted.headers().firstValue("Retry-After")).contains("1800");
    assertThat(posted.body()).contains("value=\"Testperson\"", "Signing is paused at the moment");
    assertThat(owner.get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void readOnlySeesAllAndTurnsNothing() {
    var reader = come("sample-reader@mail.example", Role.READ_ONLY);
    assertThat(reader.get(SWITCHES).body())
        .contains("Only owners can turn them", "Published numbers")
        .doesNotContain("name=\"act\"");
    assertThat(reader.post(SWITCHES, "act=pause&switch=signing").statusCode()).isEqualTo(403);
  }

  @Test
  void whatMeansNothingIsAnsweredKindlyAndChangesNothing() {
    for (String hours : List.of("0", "721", "-1", "soon", "1.5", "9999999999")) {
      var answer = owner.post(SWITCHES, "act=pause&switch=mails&hours=" + hours);
      assertThat(answer.statusCode()).as(hours).isEqualTo(422);
      assertThat(answer.body()).contains("whole number of hours", "value=\"" + hours + "\"");
    }
    for (String fields :
        List.of("", "act=pause", "act=x&switch=mails", "act=pause&switch=signing-nothing-here")) {
      assertThat(owner.post(SWITCHES, fields).statusCode()).as(fields).isEqualTo(422);
    }
    assertThat(
            JdbcClient.create(database).sql("SELECT scope FROM house_switch").query().listOfRows())
        .isEmpty();
  }

  private Optional<String> turn(String act, String what, String hours) {
    owner.get(SWITCHES);
    return owner
        .post(SWITCHES, "act=%s&switch=%s&hours=%s".formatted(act, what, hours))
        .headers()
        .firstValue("Location");
  }

  /** Up to five seconds: a page is rendered once a second. */
  private void await(String path, String text) {
    long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (!owner.get(path).body().contains(text) && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    assertThat(owner.get(path).body()).contains(text);
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
