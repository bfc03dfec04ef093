package org.joinvoices.cli;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.joinvoices.action.Actions;
import org.joinvoices.action.SampleActions;
import org.joinvoices.action.SeedAction;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditEntry;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.database.TestDatabase;
import org.joinvoices.platform.principal.Role;
import org.joinvoices.signing.EmailAddress;
import org.joinvoices.signing.Persons;
import org.joinvoices.signing.Signing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Paper at a whole server of a house without accounts, over HTTP: made, printed, handed over with a
 * proof, by owners alone.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkAtTheDeskTest {

  private static final String LETTER = "/desk/actions/" + SeedAction.SLUG;
  private static final String WORK = LETTER + "/work";
  private static final String HAND_OVER = LETTER + "/hand-over";
  private static final byte[] PHOTO = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 1, 2, 3};

  private final DataSource database = TestDatabase.fresh();
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final ConfigurableApplicationContext server;
  private final ActionId action;
  private final DeskVisitor owner;
  private int people;

  WorkAtTheDeskTest(@TempDir Path home) {
    this.server = DeskServer.start(home, database, SampleActions.OPEN, Map.of());
    this.action = server.getBean(Actions.class).list().getFirst().id();
    this.owner = come("sample-owner@mail.example", Role.OWNER);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @BeforeEach
  void oneMoreSigns() {
    sign();
  }

  @Test
  void makesPrintsAndVoidsAPacket() {
    assertThat(owner.get("/desk").body()).contains("Things to do for");
    assertThat(owner.get(WORK).body())
        .contains(
            "OH-11", "Marcia L. Fudge", "Make packet", "wait to be printed", "The deadline is in");

    var made = owner.post(LETTER + "/packets/make", "seat=OH-11");
    assertThat(made.headers().firstValue("Location")).contains(WORK + "?done=made#paper");
    String packet = packet("OH-11");
    assertThat(owner.get(WORK + "?done=made").body())
        .contains("The packet is made", packet, "Record hand-over", "Make void");

    var zip = owner.post(LETTER + "/packets/print", "packet=" + packet);
    assertThat(zip.headers().firstValue("Content-Type")).contains("application/zip");
    assertThat(zip.headers().firstValue("Content-Disposition"))
        .hasValueSatisfying(name -> assertThat(name).contains("OH-11", ".zip"));
    assertThat(zip.body()).startsWith("PK").contains("01-", "-delivery-sheet.pdf");
    assertThat(trail(2)).containsExactly(AuditAct.PACKET_PRINTED, AuditAct.PACKETS_MADE);

    var asked = owner.post(LETTER + "/packets/void", "packet=" + packet);
    assertThat(asked.body()).contains("void?", "Destroy what was printed");
    assertThat(state(packet)).isEqualTo("made");
    var voided = owner.post(LETTER + "/packets/void", "confirm=yes&packet=" + packet);
    assertThat(voided.headers().firstValue("Location")).contains(WORK + "?done=voided#paper");
    assertThat(state(packet)).isEqualTo("void");
    assertThat(
            owner
                .post(LETTER + "/packets/void", "confirm=yes&packet=" + packet)
                .headers()
                .firstValue("Location"))
        .as("pressed again")
        .contains(WORK + "?done=settled#paper");
    assertThat(owner.post(LETTER + "/packets/print", "packet=" + packet).statusCode())
        .isEqualTo(409);
  }

  @Test
  void recordsAHandOverWithItsProof() {
    String packet = made("OH-S1");
    assertThat(owner.get(HAND_OVER + "?packet=" + packet).body())
        .contains("Record a hand-over", "OH-S1/", "Eastern Time", "multipart/form-data");

    var recorded = owner.upload(HAND_OVER, fields(packet, Map.of()), "sheet.jpg", PHOTO);

    assertThat(recorded.headers().firstValue("Location")).contains(WORK + "?done=handed#handed");
    assertThat(state(packet)).isEqualTo("handed_over");
    String work = owner.get(WORK + "?done=handed").body();
    assertThat(work).contains("Recorded.", "A. Sample; at the front desk; In person");
    String proof = work.replaceAll("(?s).*href=\"(/desk/actions/[^\"]+/proofs/[^\"]+)\".*", "$1");
    var file = come("sample-reader@mail.example", Role.READ_ONLY).get(proof);
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Type")).contains("image/jpeg");
    assertThat(file.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"proof-" + SeedAction.SLUG + ".jpeg\"");
    assertThat(trail(10)).contains(AuditAct.PROOF_DOWNLOADED, AuditAct.PACKET_HANDED_OVER);
    assertThat(owner.get(HAND_OVER + "?packet=" + packet).statusCode())
        .as("once is enough")
        .isEqualTo(404);
    assertThat(owner.upload(HAND_OVER, fields(packet, Map.of()), "sheet.jpg", PHOTO).statusCode())
        .isIn(404, 422);
  }

  @Test
  void keepsWhatWasTypedAndNamesTheFieldThatIsWrong() {
    String packet = made("OH-S3");
    record Fault(
        Map<String, String> fields, String file, byte[] proof, String field, String words) {}
    byte[] large = new byte[11 << 20];
    System.arraycopy(PHOTO, 0, large, 0, PHOTO.length);
    for (var fault :
        List.of(
            new Fault(Map.of(), "x.jpg", "GIF89a".getBytes(UTF_8), "proof", "this file is none"),
            new Fault(Map.of(), "x.pdf", new byte[0], "proof", "is empty"),
            new Fault(Map.of(), "", new byte[0], "proof", "Choose a photo or a PDF"),
            new Fault(Map.of(), "x.jpg", large, "proof", "larger than 10 MiB"),
            new Fault(Map.of("who", " "), "x.jpg", PHOTO, "who", "Say who handed it over"),
            new Fault(Map.of("where", ""), "x.jpg", PHOTO, "where", "Say where"),
            new Fault(Map.of("who", "x".repeat(501)), "x.jpg", PHOTO, "who", "at most 500"),
            new Fault(Map.of("at", "yesterday"), "x.jpg", PHOTO, "at", "Write day and time"),
            new Fault(Map.of("at", "2031-01-01T10:00"), "x.jpg", PHOTO, "at", "later than now"),
            new Fault(Map.of("at", "1990-01-01T10:00"), "x.jpg", PHOTO, "at", "was not open"),
            new Fault(Map.of("how", "nonsense"), "x.jpg", PHOTO, "how", "Choose how"))) {
      var answer =
          owner.upload(HAND_OVER, fields(packet, fault.fields()), fault.file(), fault.proof());
      assertThat(answer.statusCode()).as(fault.words()).isEqualTo(422);
      assertThat(answer.body())
          .contains(
              fault.words(),
              "id=\"" + fault.field() + "-fault\"",
              "href=\"#" + fault.field() + "\"")
          .contains("value=\"" + fault.fields().getOrDefault("at", at()) + "\"");
    }
    assertThat(state(packet)).isEqualTo("made");
    assertThat(
            jdbc.sql("SELECT count(*) FROM hand_over WHERE packet_id = ?")
                .param(UUID.fromString(packet))
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void takesNoFileWithoutTheFormsTokenFromReadOnlyOrElsewhere() {
    String packet = made("OH-11");
    var fields = fields(packet, Map.of());

    assertThat(owner.uploadBare(HAND_OVER, fields, "x.jpg", PHOTO).statusCode()).isEqualTo(403);
    var guessed = new HashMap<>(fields);
    guessed.put("_csrf", "guessed");
    assertThat(owner.uploadBare(HAND_OVER, guessed, "x.jpg", PHOTO).body())
        .contains("This form was too old");
    var reader = come("sample-reader@mail.example", Role.READ_ONLY);
    reader.get(WORK);
    assertThat(reader.upload(HAND_OVER, fields, "x.jpg", PHOTO).statusCode()).isEqualTo(403);
    assertThat(
            new DeskVisitor(port())
                .upload(HAND_OVER, fields, "x.jpg", PHOTO)
                .headers()
                .firstValue("Location"))
        .contains("/desk/sign-in");
    assertThat(owner.upload(LETTER + "/packets/void", fields, "x.jpg", PHOTO).statusCode())
        .as("no other form takes files")
        .isEqualTo(403);
    assertThat(state(packet)).isEqualTo("made");
  }

  @Test
  void readOnlySeesAllAndDoesNothing() {
    String packet = made("OH-S1");
    var reader = come("sample-reader@mail.example", Role.READ_ONLY);

    var page = reader.get(WORK);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("OH-S1", "Packet OH-S1/")
        .doesNotContain("/packets/", "/hand-over?");
    for (String path : List.of("/packets/make", "/packets/print", "/packets/void")) {
      var refused = reader.post(LETTER + path, "confirm=yes&seat=OH-11&packet=" + packet);
      assertThat(refused.statusCode()).as(path).isEqualTo(403);
      assertThat(refused.body()).doesNotContain("Testperson");
    }
    assertThat(reader.get(HAND_OVER + "?packet=" + packet).statusCode()).isEqualTo(403);
    assertThat(state(packet)).isEqualTo("made");
  }

  @Test
  void whatMeansNothingIsAnsweredKindly() {
    for (String query :
        List.of(
            "",
            "?packet=nonsense",
            "?packet=" + UUID.randomUUID(),
            "?part=book&addressee=nobody")) {
      assertThat(owner.get(HAND_OVER + query).statusCode()).as(query).isEqualTo(404);
    }
    assertThat(owner.get(WORK + "?done=%3Cb%3E").statusCode()).isEqualTo(200);
    assertThat(owner.get(LETTER + "/proofs/nonsense").statusCode()).isEqualTo(404);
    assertThat(owner.get(LETTER + "/proofs/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    for (String fields : List.of("", "seat=nonsense", "packet=nonsense")) {
      assertThat(owner.post(LETTER + "/packets/make", fields).statusCode())
          .as(fields)
          .isEqualTo(422);
      assertThat(owner.post(LETTER + "/packets/print", fields).statusCode())
          .as(fields)
          .isEqualTo(422);
    }
    assertThat(owner.post(LETTER + "/packets/print", "packet=" + UUID.randomUUID()).statusCode())
        .isEqualTo(404);
    assertThat(owner.post(LETTER + "/packets/make", "seat=CA-12").headers().firstValue("Location"))
        .contains(WORK + "?done=empty#paper");
    assertThat(owner.post(HAND_OVER, "packet=x").statusCode()).isEqualTo(422);
  }

  private String made(String seat) {
    owner.post(LETTER + "/packets/make", "seat=" + seat);
    owner.get(WORK);
    return packet(seat);
  }

  private String packet(String seat) {
    return jdbc.sql(
            "SELECT id FROM packet WHERE target = ? AND state = 'made' ORDER BY number DESC LIMIT 1")
        .param(seat)
        .query(UUID.class)
        .single()
        .toString();
  }

  private String state(String packet) {
    return jdbc.sql("SELECT state FROM packet WHERE id = ?")
        .param(UUID.fromString(packet))
        .query(String.class)
        .single();
  }

  private static String at() {
    return "2021-01-10T11:30";
  }

  private static Map<String, String> fields(String packet, Map<String, String> other) {
    var fields = new HashMap<String, String>();
    fields.put("packet", packet);
    fields.put("who", "A. Sample");
    fields.put("where", "at the front desk");
    fields.put("at", at());
    fields.put("how", "by_hand");
    fields.putAll(other);
    return fields;
  }

  private List<AuditAct> trail(int most) {
    return server.getBean(AuditTrail.class).list(Long.MAX_VALUE, most).stream()
        .map(AuditEntry::act)
        .toList();
  }

  /** Signs by the form of the public page; the mail's link is pressed here. */
  private void sign() {
    String email = "testperson.number" + ++people + "@mail.example";
    String form =
        "consent_deliver=true&prefix=Ms.&given_name=Sample-Amira&family_name=Testperson&email=%s"
                .formatted(encode(email, UTF_8))
            + "&address_line=Sample+Street+1&locality=Cleveland&region=OH&postal_code=44103&language=en";
    var signed = new DeskVisitor(port()).post("/actions/" + SeedAction.SLUG + "/signatures", form);
    assertThat(signed.statusCode()).as(signed.body()).isEqualTo(303);
    var key = server.getBean(Persons.class).find(action, new EmailAddress(email)).getLast();
    server.getBean(Signing.class).confirm(key);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                jdbc.sql("SELECT count(*) FROM delivery WHERE signature_id = ?")
                        .param(key.signature().value())
                        .query(Long.class)
                        .single()
                    == 3);
  }

  private DeskVisitor come(String organizer, Role role) {
    return DeskServer.come(server, database, organizer, role);
  }

  private int port() {
    return DeskServer.port(server);
  }
}
