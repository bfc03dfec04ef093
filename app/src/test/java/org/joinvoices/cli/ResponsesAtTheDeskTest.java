package org.joinvoices.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.joinvoices.accountability.Response;
import org.joinvoices.accountability.ResponseStance;
import org.joinvoices.accountability.Responses;
import org.joinvoices.action.ActionId;
import org.joinvoices.action.Actions;
import org.joinvoices.action.SampleActions;
import org.joinvoices.action.SeedAction;
import org.joinvoices.platform.database.TestDatabase;
import org.joinvoices.platform.principal.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** What officials answered, at a whole server over HTTP: recorded by owners, read by everybody. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResponsesAtTheDeskTest {

  private static final Instant NOW = SampleActions.OPEN.plus(Duration.ofDays(40));
  private static final String LETTER = "/desk/actions/" + SeedAction.SLUG;
  private static final String FORM = LETTER + "/responses";
  private static final String PAGE = "/actions/" + SeedAction.SLUG + "/answers";
  private static final byte[] PHOTO = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 1, 2, 3};

  private final DataSource database = TestDatabase.fresh();
  private final ConfigurableApplicationContext server;
  private final ActionId action;
  private final Responses responses;
  private final DeskVisitor owner;

  ResponsesAtTheDeskTest(@TempDir Path home) {
    this.server = DeskServer.start(home, database, NOW, Map.of());
    this.action = server.getBean(Actions.class).list().getFirst().id();
    this.responses = server.getBean(Responses.class);
    this.owner = come("sample-owner@mail.example", Role.OWNER);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void recordsAnAnswerThatEverybodyReadsAndTakesItOffAgain() throws Exception {
    assertThat(owner.get(LETTER).body()).contains(FORM, "Answers of officials");
    assertThat(owner.get(FORM).body()).contains("Record an answer", "Eastern Time");

    var recorded = owner.upload(FORM, fields(Map.of("seat", "oh-s1")), "letter.jpg", PHOTO);

    assertThat(recorded.headers().firstValue("Location")).contains(FORM + "?done=recorded");
    Response kept = find("Sample words of oh-s1.");
    assertThat(kept.holder()).contains("Sherrod Brown");
    assertThat(kept.stances())
        .containsExactly(
            Map.entry(1, ResponseStance.IN_PART), Map.entry(3, ResponseStance.REFUSED));
    assertThat(owner.get(FORM + "?done=recorded").body())
        .contains("Recorded. It is on the public page.", "Demand 1: In part; Demand 3: Refused");
    var nobody = new DeskVisitor(port());
    await() // the page's own age
        .untilAsserted(
            () ->
                assertThat(nobody.get(PAGE).body())
                    .contains("Sample words of oh-s1.", "Sherrod Brown"));
    String file = PAGE + "/" + kept.id() + "/evidence";
    assertThat(nobody.get(file).headers().firstValue("Content-Type")).contains("image/jpeg");

    var without = owner.post(FORM + "/withdraw", "response=" + kept.id() + "&reason=");
    assertThat(without.statusCode()).isEqualTo(422);
    assertThat(without.body()).contains("Nothing was taken off: Say why");
    var off = owner.post(FORM + "/withdraw", "response=" + kept.id() + "&reason=A+sample+mistake.");
    assertThat(off.headers().firstValue("Location")).contains(FORM + "?done=withdrawn");
    assertThat(owner.get(FORM).body()).contains("Taken off on", "A sample mistake.");
    await()
        .untilAsserted(
            () ->
                assertThat(nobody.get(PAGE).body())
                    .contains("Taken off the record", "A sample mistake.")
                    .doesNotContain("Sample words of oh-s1."));
    assertThat(nobody.get(file).statusCode()).isEqualTo(404);
    assertThat(
            owner.post(FORM + "/withdraw", "response=" + kept.id() + "&reason=Again.").statusCode())
        .as("once is enough")
        .isEqualTo(422);
  }

  @Test
  void keepsWhatWasTypedAndNamesTheFieldThatIsWrong() {
    record Fault(
        Map<String, String> fields, String file, byte[] proof, String field, String words) {}
    byte[] large = new byte[6 << 20];
    System.arraycopy(PHOTO, 0, large, 0, PHOTO.length);
    for (var fault :
        List.of(
            new Fault(Map.of(), "x.jpg", "GIF89a".getBytes(UTF_8), "proof", "this file is none"),
            new Fault(Map.of(), "x.jpg", large, "proof", "larger than 5 MiB"),
            new Fault(Map.of(), "", new byte[0], "link", "Give a link or a file"),
            new Fault(Map.of("link", "http://a.example"), "", new byte[0], "link", "https://"),
            new Fault(Map.of("seat", ""), "x.jpg", PHOTO, "addressee", "Choose an addressee"),
            new Fault(Map.of("seat", "Ohio"), "x.jpg", PHOTO, "seat", "Write the seat"),
            new Fault(Map.of("seat", "OH-77"), "x.jpg", PHOTO, "seat", "Nobody is known"),
            new Fault(Map.of("addressee", "x"), "x.jpg", PHOTO, "seat", "not both"),
            new Fault(
                Map.of("addressee", "x", "seat", ""), "x.jpg", PHOTO, "addressee", "no addressee"),
            new Fault(Map.of("said", "yesterday"), "x.jpg", PHOTO, "said", "Write the day"),
            new Fault(Map.of("said", "2021-02-31"), "x.jpg", PHOTO, "said", "Write the day"),
            new Fault(Map.of("said", "2031-01-01"), "x.jpg", PHOTO, "said", "later than today"),
            new Fault(
                Map.of("stance_1", "", "stance_3", "nonsense"),
                "x.jpg",
                PHOTO,
                "stance",
                "at least one demand"),
            new Fault(Map.of("stance_0", "refused"), "x.jpg", PHOTO, "stance", "not both"),
            new Fault(Map.of("words", " "), "x.jpg", PHOTO, "words", "Quote or sum up"),
            new Fault(Map.of("words", "x".repeat(1_001)), "x.jpg", PHOTO, "words", "1,000"),
            new Fault(Map.of("language", "xx"), "x.jpg", PHOTO, "language", "Choose the lang"))) {
      var answer = owner.upload(FORM, fields(fault.fields()), fault.file(), fault.proof());
      assertThat(answer.statusCode()).as(fault.words()).isEqualTo(422);
      assertThat(answer.body())
          .contains(
              fault.words(),
              "id=\"" + fault.field() + "-fault\"",
              "href=\"#" + fault.field() + "\"")
          .contains(fields(fault.fields()).get("words"));
    }
    assertThat(responses.list(action)).noneMatch(one -> one.words().contains("OH-11"));
  }

  @Test
  void readOnlySeesAllAndDoesNothing() {
    var reader = come("sample-reader@mail.example", Role.READ_ONLY);

    var page = reader.get(FORM);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).doesNotContain("<form method=\"post\" action=\"" + LETTER);
    assertThat(reader.upload(FORM, fields(Map.of()), "x.jpg", PHOTO).statusCode()).isEqualTo(403);
    assertThat(reader.post(FORM + "/withdraw", "response=x&reason=y").statusCode()).isEqualTo(403);
    var guessed = new HashMap<>(fields(Map.of()));
    guessed.put("_csrf", "guessed");
    assertThat(owner.uploadBare(FORM, guessed, "x.jpg", PHOTO).body())
        .contains("This form was too old");
    assertThat(responses.list(action)).noneMatch(one -> one.words().contains("OH-11"));
  }

  private Response find(String words) {
    return responses.list(action).stream()
        .filter(one -> one.words().equals(words))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, String> fields(Map<String, String> own) {
    var fields = new HashMap<String, String>();
    fields.put("addressee", "");
    fields.put("seat", "OH-11");
    fields.put("said", "2021-02-02");
    fields.put("stance_1", "in_part");
    fields.put("stance_3", "refused");
    fields.put("language", "en");
    fields.put("link", "");
    fields.putAll(own);
    fields.putIfAbsent("words", "Sample words of " + fields.get("seat") + ".");
    return fields;
  }

  private DeskVisitor come(String email, Role role) {
    return DeskServer.come(server, database, email, role);
  }

  private int port() {
    return DeskServer.port(server);
  }
}
