package org.joinvoices.cli;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.joinvoices.action.Actions;
import org.joinvoices.action.SampleActions;
import org.joinvoices.action.SeedAction;
import org.joinvoices.delivery.Pausable;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditEntry;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.clock.CivicClockStore;
import org.joinvoices.platform.crypto.MasterKey;
import org.joinvoices.platform.database.Login;
import org.joinvoices.platform.database.TestDatabase;
import org.joinvoices.platform.principal.Role;
import org.joinvoices.platform.switches.Switching;
import org.joinvoices.signing.EmailAddress;
import org.joinvoices.signing.Persons;
import org.joinvoices.signing.SignatureKey;
import org.joinvoices.signing.Signing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** An owner answers somebody who asks for their data, at a whole server and over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonalDataAtTheDeskTest {

  private static final String PAGE = "/desk/personal-data";
  private static final Pattern FIELDS =
      Pattern.compile("name=\"(action|signature)\" value=\"([^\"]+)\"");

  private final DataSource database = TestDatabase.fresh();
  private final ConfigurableApplicationContext server;
  private final DeskVisitor owner;
  private int people;
  private String email = "";

  PersonalDataAtTheDeskTest(@TempDir Path home) {
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

  @BeforeEach
  void nextPerson() {
    people++;
    email = "testperson.number" + people + "@mail.example";
  }

  @Test
  void showsWhatIsHeldAndNamesThePersonInNoAddress() {
    sign("Sample-Amira");

    var found = lookUp(email.toUpperCase(java.util.Locale.ROOT));

    assertThat(found.statusCode()).isEqualTo(200);
    assertThat(found.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(found.body())
        .contains("Sample-Amira Testperson", email, "Sample Street 1", "Confirmed, counted")
        .contains("Messages to Congress, The letter", "Said yes to");
    assertThat(Pattern.compile("(?:href|action)=\"([^\"]*)\"").matcher(found.body()).results())
        .extracting(match -> match.group(1))
        .noneMatch(address -> address.contains("@") || address.contains("Testperson"));
  }

  @Test
  void saysThatNothingIsFoundAndThatAnAddressIsNoAddress() {
    assertThat(lookUp(email).body()).contains("Nothing is found under this address");
    var refused = lookUp("no address");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("not a whole e-mail address", "value=\"no address\"");
  }

  @Test
  void downloadsAllOfOnePerson() {
    sign("Sample-Amira");
    String whom = fields(lookUp(email), 0);

    var file = owner.post(PAGE + "/download", whom);

    assertThat(file.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"personal-data.json\"");
    var document = JsonMapper.shared().readTree(file.body());
    assertThat(document.get("what_this_is").asString()).startsWith("Everything this house holds");
    assertThat(document.get("letter_address").asString()).isEqualTo("/actions/" + SeedAction.SLUG);
    assertThat(document.get("signatures").get(0).get("contact").get("email").asString())
        .isEqualTo(email);
  }

  @Test
  void asksBeforeErasingAndThenLeavesTheOtherPersonOfTheMailbox() {
    sign("Sample-Amira");
    sign("Sample-Partner");
    var found = lookUp(email);
    assertThat(found.body()).contains("Sample-Amira Testperson", "Sample-Partner Testperson");
    String whom = fields(found, 0);

    assertThat(owner.post(PAGE + "/erase", whom).body())
        .contains("Erase this person?", "Sample-Amira Testperson, in", "cannot be recalled")
        .contains("petition book that was handed over", "at most 35 days");
    assertThat(lookUp(email).body()).as("asking erases nothing").contains("Sample-Amira");

    var erased = owner.post(PAGE + "/erase/confirmed", whom);
    assertThat(erased.headers().firstValue("Location")).contains(PAGE + "?erased");
    assertThat(owner.get(PAGE + "?erased").body()).contains("Nothing of this person is left");
    assertThat(lookUp(email).body())
        .contains("Sample-Partner Testperson")
        .doesNotContain("Sample-Amira");
    assertThat(owner.post(PAGE + "/erase/confirmed", whom).statusCode())
        .as("pressed again")
        .isEqualTo(303);
  }

  @Test
  void correctsWhatHasNotLeftAndWithdrawsAfterAsking() {
    var letter = server.getBean(Actions.class).list().getFirst().id();
    var delivery = new Pausable.OfAction(letter).toSwitch();
    var switching = server.getBean(Switching.class);
    switching.pause(new Actor.CommandLine(), delivery, Optional.empty());
    sign("Sample-Amira");
    String whom = fields(lookUp(email), 0);

    var form = owner.post(PAGE + "/correct", whom);
    assertThat(form.body())
        .contains("value=\"Sample-Amira\"", "value=\"Sample Street 1\"")
        .doesNotContain("consent_own_words");
    var typed =
        whom
            + "&prefix=Ms.&given_name=Sample-Amina&family_name=Testperson&address_line=Sample+Street+2"
            + "&locality=Cleveland&region=OH&country=US&display=count_only&consent_own_words=true";
    assertThat(owner.post(PAGE + "/correct/confirmed", typed + "&postal_code=4410").statusCode())
        .isEqualTo(422);
    var saved = owner.post(PAGE + "/correct/confirmed", typed + "&postal_code=44103");
    assertThat(saved.headers().firstValue("Location"))
        .as(saved.body())
        .contains(PAGE + "?corrected");
    assertThat(lookUp(email).body()).contains("Sample-Amina Testperson", "Sample Street 2");

    assertThat(owner.post(PAGE + "/withdraw", whom).body()).contains("Withdraw this person");
    assertThat(lookUp(email).body()).as("asking changes nothing").contains("Confirmed, counted");
    owner.post(PAGE + "/withdraw/confirmed", whom);
    assertThat(lookUp(email).body()).doesNotContain("Confirmed, counted");
    assertThat(owner.post(PAGE + "/correct", whom).body()).contains("This signature has ended");
    assertThat(server.getBean(AuditTrail.class).list(Long.MAX_VALUE, 20))
        .extracting(AuditEntry::act)
        .contains(AuditAct.PERSON_CORRECTED, AuditAct.PERSON_WITHDRAWN);
    switching.resume(new Actor.CommandLine(), delivery);
  }

  @Test
  void eachDeedIsInTheTrailAndNobodyIs() {
    SignatureKey key = sign("Sample-Amira");
    String whom = fields(lookUp(email), 0);
    owner.post(PAGE + "/download", whom);
    owner.post(PAGE + "/erase/confirmed", whom);

    List<AuditEntry> trail = server.getBean(AuditTrail.class).list(Long.MAX_VALUE, 3);
    assertThat(trail)
        .extracting(AuditEntry::act)
        .containsExactly(
            AuditAct.PERSON_ERASED, AuditAct.PERSON_EXPORTED, AuditAct.PERSON_LOOKED_UP);
    assertThat(trail.subList(0, 2))
        .extracting(AuditEntry::subject)
        .containsOnly(key.action().value());
    assertThat(
            JdbcClient.create(database)
                .sql("SELECT coalesce(jsonb_agg(to_jsonb(a)), '[]') FROM audit_entry a")
                .query(String.class)
                .single())
        .doesNotContain("testperson", key.signature().value().toString());
    assertThat(owner.get("/desk/audit").body())
        .contains("Looked up one person", "Downloaded one person", "Erased one person")
        .doesNotContain("testperson");
  }

  /** There is no list of signers in public, whatever they chose for the book. */
  @Test
  void noPublicPageShowsANameNotEvenOfWhoWantsToBeShown() {
    sign("Sample-Shown", "&display=full&own_words=Sample+words+for+all.&consent_own_words=true");

    var anybody = new DeskVisitor(port());
    String letter = "/actions/" + SeedAction.SLUG;
    for (String path :
        List.of(
            "/",
            "/es",
            letter,
            "/es" + letter,
            letter + "/privacy",
            letter + "/count.json",
            "/legislators?state=OH",
            "/embed/legislators")) {
      assertThat(anybody.get(path).body())
          .as(path)
          .isNotEmpty()
          .doesNotContain("Sample-Shown", "Testperson", "Sample words for all");
    }
  }

  @Test
  void whoMayOnlyLookAtNumbersSeesNobody() {
    sign("Sample-Amira");
    String whom = fields(lookUp(email), 0);
    var reader = come("sample-reader@mail.example", Role.READ_ONLY);

    assertThat(reader.get("/desk").body()).doesNotContain(PAGE);
    assertThat(reader.get(PAGE).statusCode()).isEqualTo(403);
    for (String path :
        new String[] {
          "",
          "/download",
          "/correct",
          "/correct/confirmed",
          "/withdraw",
          "/withdraw/confirmed",
          "/erase",
          "/erase/confirmed"
        }) {
      var refused = reader.post(PAGE + path, "email=" + encode(email, UTF_8) + "&" + whom);
      assertThat(refused.statusCode()).as(path).isEqualTo(403);
      assertThat(refused.body()).doesNotContain("Testperson", email);
    }
    assertThat(lookUp(email).body()).contains("Sample-Amira Testperson");
  }

  private HttpResponse<String> lookUp(String typed) {
    return owner.post(PAGE, "email=" + encode(typed, UTF_8));
  }

  /** The hidden fields by which a page names its person, as a browser would send them. */
  private static String fields(HttpResponse<String> page, int person) {
    var all = FIELDS.matcher(page.body()).results().skip(8L * person).limit(2).toList();
    return all.getFirst().group(1)
        + "="
        + all.getFirst().group(2)
        + "&"
        + all.getLast().group(1)
        + "="
        + all.getLast().group(2);
  }

  /** Signs by the form of the public page; the mail's link is pressed here. */
  private SignatureKey sign(String given) {
    return sign(given, "");
  }

  private SignatureKey sign(String given, String more) {
    String form =
        "consent_deliver=true&prefix=Ms.&given_name=%s&family_name=Testperson&email=%s"
                .formatted(given, encode(email, UTF_8))
            + "&address_line=Sample+Street+1&locality=Cleveland&region=OH&postal_code=44103&language=en"
            + more;
    var signed = new DeskVisitor(port()).post("/actions/" + SeedAction.SLUG + "/signatures", form);
    assertThat(signed.statusCode()).as(signed.body()).isEqualTo(303);
    var action = server.getBean(Actions.class).list().getFirst().id();
    SignatureKey key =
        server.getBean(Persons.class).find(action, new EmailAddress(email)).getLast();
    server.getBean(Signing.class).confirm(key);
    return key;
  }

  private DeskVisitor come(String organizer, Role role) {
    return DeskServer.come(server, database, organizer, role);
  }

  private int port() {
    return DeskServer.port(server);
  }
}
