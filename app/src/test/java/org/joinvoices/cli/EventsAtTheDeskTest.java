package org.joinvoices.cli;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.joinvoices.action.SampleActions;
import org.joinvoices.action.SeedAction;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditEntry;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.database.TestDatabase;
import org.joinvoices.platform.principal.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A whole server behind a proxy, where two an hour are usual of a network; and its desk. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventsAtTheDeskTest {

  private static final String LETTER = "/desk/actions/" + SeedAction.SLUG;
  private static final String EVENTS = LETTER + "/events";
  private static final Pattern CODE = Pattern.compile("event=([0-9A-Z]{4}-[0-9A-Z]{4})");
  private static final int USUAL = 2;

  private final HttpClient client = HttpClient.newHttpClient();
  private final DataSource database = TestDatabase.fresh();
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final ConfigurableApplicationContext server;
  private int people;

  EventsAtTheDeskTest(@TempDir Path home) {
    this.server =
        DeskServer.start(
            home,
            database,
            SampleActions.OPEN,
            Map.of(
                "server.forward-headers-strategy",
                "native",
                "server.tomcat.remoteip.internal-proxies",
                "127.0.0.0/8, ::1/128",
                "joinvoices.limits.per-network-per-hour",
                USUAL));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void looksAtWhatIsBeyondTheUsualOfANetworkAndKeepsWhatAFloodTyped() throws Exception {
    for (int i = 0; i < USUAL; i++) {
      assertThat(sign("198.51.100.7", "").statusCode()).isEqualTo(303);
    }
    assertThat(flagged()).isZero();
    assertThat(sign("198.51.100.8", "").statusCode()).isEqualTo(303);
    assertThat(flagged()).isEqualTo(1);
    for (int i = USUAL + 1; i < USUAL * 20; i++) {
      sign("198.51.100.9", "");
    }

    var waits = sign("198.51.100.9", "");

    assertThat(waits.statusCode()).isEqualTo(429);
    assertThat(waits.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 3600L);
    assertThat(waits.body())
        .contains(
            "Very many signatures are coming from where you are", "not stored", "number" + people)
        .contains("Testperson");
    assertThat(sign("198.51.101.9", "").statusCode()).as("the next network").isEqualTo(303);
  }

  @Test
  void anOwnerMakesACodeByWhichAnEventSignsAndEndsIt() throws Exception {
    var owner = come("sample-owner@mail.example", Role.OWNER);
    assertThat(owner.get(LETTER).body()).contains("href=\"" + EVENTS + "\"");
    assertThat(owner.get(EVENTS).body()).contains("There is no code yet.");

    var made = owner.post(EVENTS, "from=2021-01-10T09%3A00&until=2021-01-10T15%3A00&most=5");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
    String page = owner.get(made.headers().firstValue("Location").orElseThrow()).body();
    var link = CODE.matcher(page);
    assertThat(link.find()).isTrue();
    String code = link.group(1);
    assertThat(page).contains("The code " + code + " is made", "0 of 5", "Holds now");

    long before = flagged();
    for (int i = 0; i < USUAL + 1; i++) {
      assertThat(sign("203.0.113.7", code).statusCode()).isEqualTo(303);
    }
    assertThat(flagged()).isEqualTo(before);
    assertThat(owner.get(EVENTS).body()).contains("3 of 5");

    var reader = come("sample-reader@mail.example", Role.READ_ONLY);
    assertThat(reader.get(EVENTS).body()).contains(code).doesNotContain("Make the code", ">End<");
    assertThat(reader.post(EVENTS + "/end", "code=" + code).statusCode()).isEqualTo(403);
    assertThat(owner.post(EVENTS + "/end", "code=" + code).statusCode()).isEqualTo(303);
    assertThat(owner.get(EVENTS).body()).contains("Ended").doesNotContain(">End<");
    assertThat(
            server.getBean(AuditTrail.class).list(Long.MAX_VALUE, 20).stream().map(AuditEntry::act))
        .containsOnlyOnce(AuditAct.EVENT_CODE_MADE, AuditAct.EVENT_CODE_ENDED);
  }

  @Test
  void keepsWhatWasTypedAndNamesTheFieldThatIsWrong() {
    var owner = come("sample-other@mail.example", Role.OWNER);
    record Fault(String from, String until, String most, String field, String words) {}
    for (var fault :
        List.of(
            new Fault("soon", "2021-01-10T15:00", "9", "from", "Write day and time."),
            new Fault("2021-01-10T15:00", "", "9", "until", "Write day and time."),
            new Fault("2021-01-10T15:00", "2021-01-10T14:00", "9", "until", "after the first"),
            new Fault("2021-01-10T15:00", "2021-01-10T16:00", "0", "most", "from 1 to 100,000"),
            new Fault("2021-01-10T15:00", "2021-01-10T16:00", "many", "most", "from 1 to"))) {
      owner.get(EVENTS);
      var answer =
          owner.post(
              EVENTS,
              "from=%s&until=%s&most=%s"
                  .formatted(
                      encode(fault.from(), UTF_8), encode(fault.until(), UTF_8), fault.most()));
      assertThat(answer.statusCode()).as(fault.words()).isEqualTo(422);
      assertThat(answer.body())
          .contains(fault.words(), "id=\"" + fault.field() + "-fault\"")
          .contains("value=\"" + fault.from() + "\"", "value=\"" + fault.most() + "\"");
    }
    assertThat(owner.post(EVENTS + "/end", "code=%3Cb%3E").statusCode()).isEqualTo(303);
    assertThat(owner.get("/desk/actions/none/events").statusCode()).isEqualTo(404);
  }

  private long flagged() {
    return jdbc.sql("SELECT count(*) FROM signature WHERE flags = '{busy_network}'")
        .query(Long.class)
        .single();
  }

  /** By the form of the public page, as a proxy passes it on. */
  private HttpResponse<String> sign(String from, String code) throws Exception {
    String form =
        "given_name=Sample-Amira&family_name=Testperson&language=en&email=testperson.number%d%%40mail.example&event_code=%s"
            .formatted(++people, code);
    return client.send(
        HttpRequest.newBuilder(
                URI.create(
                    "http://localhost:%d/actions/%s/signatures".formatted(port(), SeedAction.SLUG)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", "same-origin")
            .header("X-Forwarded-For", from)
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  private DeskVisitor come(String organizer, Role role) {
    return DeskServer.come(server, database, organizer, role);
  }

  private int port() {
    return DeskServer.port(server);
  }
}
