package org.joinvoices.cli;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.joinvoices.action.Action;
import org.joinvoices.action.ActionStore;
import org.joinvoices.action.Actions;
import org.joinvoices.action.SampleActions;
import org.joinvoices.action.SeedAction;
import org.joinvoices.delivery.HandOverDraft;
import org.joinvoices.delivery.HandOverWay;
import org.joinvoices.delivery.HandOverWhat;
import org.joinvoices.delivery.HandOvers;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.database.TestDatabase;
import org.joinvoices.platform.principal.Role;
import org.joinvoices.platform.switches.Switch;
import org.joinvoices.platform.switches.Switching;
import org.joinvoices.signing.SampleForms;
import org.joinvoices.signing.SignatureId;
import org.joinvoices.signing.SignatureKey;
import org.joinvoices.signing.Signing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A whole server; authors in their room and owners at the desk. That nothing of theirs is logged is
 * watched by {@code LogWatch}, as everywhere: what they type here are words it knows.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorsInTheirRoomTest {

  private static final String LETTER = "/desk/actions/" + SeedAction.SLUG;
  private static final String DESK = LETTER + "/authors";
  private static final Pattern LINK = Pattern.compile("(/authors/[A-Za-z0-9_-]{43})<");
  private static final Pattern WORDS =
      Pattern.compile("name=\"language\" value=\"(..)\">\\s*<input[^>]* value=\"([0-9a-f]{64})\"");
  private static final String NAME = "Sample families Testperson";

  private final DataSource database = TestDatabase.fresh();
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final ConfigurableApplicationContext server;
  private final DeskVisitor owner;
  private final DeskVisitor authors;

  AuthorsInTheirRoomTest(@TempDir Path home) {
    this.server = DeskServer.start(home, database, SampleActions.OPEN, Map.of());
    this.owner = come("sample-owner@mail.example", Role.OWNER);
    this.authors = new DeskVisitor(port());
  }

  @BeforeEach
  void nothingWasSaidYet() {
    jdbc.sql("DELETE FROM text_approval").update();
    jdbc.sql("DELETE FROM pause_request").update();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void aLinkIsShownOnceAndOpensARoomThatKeepsToItself() {
    assertThat(owner.get(DESK).body()).contains("The authors’ room", "Make a");
    String room = made();

    assertThat(owner.get(DESK).body())
        .contains("Nobody has chosen a name yet.")
        .doesNotContain(room);
    assertThat(rows("authors_link WHERE encode(token_hash, 'escape') LIKE '%" + room + "%'"))
        .isZero();
    var page = authors.get(room);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().map()).doesNotContainKey("set-cookie");
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(page.headers().firstValue("X-Robots-Tag")).contains("noindex");
    assertThat(page.body())
        .contains("<meta name=\"robots\" content=\"noindex\">", "First, a name to go by")
        .contains("It need not be your real name", "can end it at any time", "nobody can erase it")
        .doesNotContain("name=\"words\"");
  }

  @Test
  void nothingIsDoneBeforeANameIsChosenAndANameIsKeptAsTyped() {
    String room = made();
    String words = wordsOf("en");

    var nameless = authors.post(room + "/approve?in=en", approval("en", words));
    assertThat(nameless.statusCode()).isEqualTo(422);
    assertThat(nameless.body()).contains("First choose a name to go by. It need not be");
    assertThat(rows("text_approval")).isZero();

    assertThat(name(room, " ").statusCode()).isEqualTo(422);
    var tooLong = name(room, "Testperson ".repeat(10));
    assertThat(tooLong.statusCode()).isEqualTo(422);
    assertThat(tooLong.body())
        .contains("at most 100 characters", "id=\"name-fault\"", "Testperson Testperson");
    assertThat(name(room, "Testperson\u202E").statusCode()).isEqualTo(422);
    assertThat(name(room, NAME).statusCode()).isEqualTo(303);
    assertThat(authors.get(room).body()).contains("You go by: " + NAME);
    assertThat(owner.get(DESK).body()).contains("They go by: " + NAME);
    assertThat(
            rows(
                "authors_link WHERE position(convert_to('Testperson', 'UTF8') IN sealed_name) > 0"))
        .isZero();
  }

  @Test
  void authorsApproveATextAndReadersOfThatLanguageAreTold() throws InterruptedException {
    String room = named();
    long acts = acts(AuditAct.TEXT_APPROVED);
    assertThat(owner.get(LETTER).body())
        .contains("not approved these texts yet: English, Arabic, Spanish");

    String words = shown(room, "en");
    var approved = authors.post(room + "/approve?in=en", approval("en", words));
    authors.post(room + "/approve?in=en", approval("en", words));

    assertThat(approved.statusCode()).isEqualTo(303);
    assertThat(authors.get(approved.headers().firstValue("Location").orElseThrow()).body())
        .contains("The text is approved.", "You approved these words on January 10, 2021.");
    assertThat(acts(AuditAct.TEXT_APPROVED)).as("pressed twice").isEqualTo(acts + 1);
    assertThat(owner.get("/desk/audit").body())
        .contains("Authors: " + NAME, "Approved a text of the letter");
    assertThat(owner.get(LETTER).body()).contains("not approved these texts yet: Arabic, Spanish.");
    assertSoon("/actions/" + SeedAction.SLUG, "Approved by its authors on January 10, 2021.");
    assertThat(authors.get("/es/actions/" + SeedAction.SLUG).body())
        .doesNotContain("Aprobado por sus autores el");

    assertThat(authors.post(room + "/approve/undo?in=en", approval("en", words)).statusCode())
        .isEqualTo(303);
    assertThat(rows("text_approval")).isZero();
    assertSoon("/actions/" + SeedAction.SLUG, "Its authors have not approved this text");
  }

  @Test
  void anApprovalNoLongerCountsOnceTheWordsChangeAndAnOldTabApprovesNothing() {
    String room = named();
    String words = shown(room, "en");
    authors.post(room + "/approve?in=en", approval("en", words));
    Action before = new Actions(database).find(SeedAction.SLUG).orElseThrow();
    var store = new ActionStore(database);
    store.save(SampleActions.reworded(before), SampleActions.OPEN);
    try {
      assertThat(authors.get(room).body())
          .contains("You approved earlier words of this text on January 10, 2021.")
          .contains("Reworded sample opening.");
      assertSoon(() -> owner.get(DESK), "its words have changed since");

      var oldTab = authors.post(room + "/approve?in=en", approval("en", words));

      assertThat(oldTab.statusCode()).isEqualTo(409);
      assertThat(oldTab.body()).contains("The text has changed since you opened this page");
    } finally {
      store.save(before, SampleActions.OPEN);
    }
    assertThat(authors.get(room).body()).contains("You approved these words on January 10, 2021.");
  }

  @Test
  void linksThatOpenNothingLookAlikeHoweverTheyCameToThat() {
    String replaced = made();
    String ended = named();
    var unknown = authors.get("/authors/" + "A".repeat(43));
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).contains("This link opens nothing");

    assertOpensNothing(replaced, unknown);
    assertOpensNothing(ended.substring(0, ended.length() - 1), unknown);
    assertOpensNothing(ended + "A", unknown);
    assertOpensNothing("/authors/%3Cb%3E", unknown);
    assertThat(owner.post(DESK + "/end", "").statusCode()).isEqualTo(303);
    assertOpensNothing(ended, unknown);
    assertThat(owner.get(DESK).body()).contains("Nobody can come in.");
    String expired = named();
    jdbc.sql("UPDATE authors_link SET until = '2021-01-01T00:00:00Z'").update();
    assertOpensNothing(expired, unknown);
    assertThat(acts(AuditAct.AUTHORS_LINK_ENDED)).isPositive();
  }

  private void assertOpensNothing(String room, HttpResponse<String> unknown) {
    for (String act : List.of("name", "approve", "approve/undo", "pause", "pause/undo")) {
      var answer = authors.post(room + "/" + act, "name=Testperson&reason=Testperson");
      assertThat(answer.statusCode()).as(act).isEqualTo(404);
      assertThat(answer.body()).as(act).isEqualTo(unknown.body());
    }
    assertThat(authors.get(room).statusCode()).isEqualTo(404);
    assertThat(authors.get(room).body()).isEqualTo(unknown.body());
  }

  @Test
  void aPauseIsAskedForSeenAmongTheThingsToDoAndAnswered() {
    String room = named();
    long acts = acts(AuditAct.PAUSE_ASKED);
    assertThat(owner.get(LETTER + "/work").body()).doesNotContain("The authors ask for a pause");

    assertThat(ask(room, "One of us, Testperson, was followed.").statusCode()).isEqualTo(303);
    assertThat(ask(room, "One of us, Testperson, was followed.").statusCode()).isEqualTo(303);
    var otherTab = ask(room, "Another reason of Testperson");

    assertThat(otherTab.statusCode()).isEqualTo(409);
    assertThat(otherTab.body()).contains("Another reason of Testperson", "Take it back to ask in");
    assertThat(rows("pause_request")).isEqualTo(1);
    assertThat(rows("house_switch")).as("asking pauses nothing").isZero();
    assertThat(owner.get(LETTER).body()).contains("The authors ask for a pause");
    assertThat(owner.get(LETTER + "/work").body()).contains("The authors ask for a pause");
    String desk = owner.get(DESK).body();
    assertThat(desk).contains("One of us, Testperson, was followed.");
    String pause = desk.replaceAll("(?s).*name=\"pause\" value=\"([^\"]+)\".*", "$1");

    assertThat(owner.post(DESK + "/answer", "answer=+&pause=" + pause).statusCode()).isEqualTo(422);
    assertThat(owner.post(DESK + "/answer", "answer=Paused+sending.&pause=" + pause).statusCode())
        .isEqualTo(303);
    var late = owner.post(DESK + "/answer", "answer=Once+more.&pause=" + pause);

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("Once more.", "does not wait any more");
    assertThat(authors.get(room).body())
        .contains("You were answered on January 10, 2021.", "Paused sending.");
    assertThat(owner.get(LETTER).body()).doesNotContain("The authors ask for a pause");
    assertThat(acts(AuditAct.PAUSE_ASKED)).as("pressed twice").isEqualTo(acts + 1);
    assertThat(owner.get("/desk/audit").body())
        .contains("Answered the authors, who had asked for a pause");
  }

  @Test
  void aPauseIsTakenBackAndOneTooLongIsKeptAsTyped() {
    String room = named();

    var tooLong = ask(room, "Testperson waits. ".repeat(30));
    assertThat(tooLong.statusCode()).isEqualTo(422);
    assertThat(tooLong.body())
        .contains("at most 500 characters", "Testperson waits. Testperson waits.");
    assertThat(rows("pause_request")).isZero();
    ask(room, "In danger");
    assertThat(authors.post(room + "/pause/undo?in=es", "").headers().firstValue("Location"))
        .contains(room + "?in=es&done=pause_back");
    assertThat(authors.get(room).body()).contains("and took that back on January 10, 2021.");
    assertThat(owner.get(LETTER).body()).doesNotContain("The authors ask for a pause");
  }

  @Test
  void authorsSeeWhereTheirLetterStandsInNumbersThatPointAtNobody() throws InterruptedException {
    String room = named();
    assertThat(authors.get(room).body())
        .contains("Nobody yet, as far as it is recorded.")
        .doesNotContain("is paused.", "are paused.");
    Action action = new Actions(database).find(SeedAction.SLUG).orElseThrow();
    confirmOne(action);
    server
        .getBean(HandOvers.class)
        .record(
            new HandOverDraft(
                action.id(),
                HandOverWhat.BOOK,
                Optional.empty(),
                Optional.of(action.addressees().getFirst().id()),
                SampleActions.OPEN,
                HandOverWay.BY_HAND,
                "Sample volunteer",
                "Transition office"),
            new Actor.CommandLine());
    var switching = new Switching(database, InstantSource.system());
    var signing = Switch.signing(action.id().value());
    switching.pause(new Actor.CommandLine(), signing, Optional.empty());

    assertSoon(room, "fewer than 10");
    assertSoon(room, "New signatures are paused.");
    assertThat(authors.get(room).body())
        .contains(action.addressees().getFirst().name() + ", on January 10, 2021")
        .doesNotContain("Sample volunteer", "There are none yet.");
    switching.resume(new Actor.CommandLine(), signing);
  }

  private void confirmOne(Action action) {
    String form =
        SampleForms.send().entrySet().stream()
            .map(field -> field.getKey() + "=" + encode(field.getValue().getFirst(), UTF_8))
            .collect(joining("&"));
    var signed = authors.post("/actions/" + SeedAction.SLUG + "/signatures", form);
    assertThat(signed.statusCode()).as(signed.body()).isEqualTo(303);
    UUID signature = jdbc.sql("SELECT id FROM signature").query(UUID.class).single();
    server
        .getBean(Signing.class)
        .confirm(new SignatureKey(action.id(), new SignatureId(signature)));
  }

  @Test
  void oneLinkCannotFillTheRecord() {
    String room = named();
    jdbc.sql("UPDATE authors_link SET acts = 60").update();

    var much = ask(room, "In danger, Testperson");

    assertThat(much.statusCode()).isEqualTo(429);
    assertThat(much.headers().firstValue("Retry-After")).contains("3600");
    assertThat(much.body()).contains("Wait an hour", "In danger, Testperson");
    jdbc.sql("UPDATE authors_link SET acts_since = acts_since - interval '1 hour'").update();
    assertThat(ask(room, "In danger, Testperson").statusCode()).isEqualTo(303);
  }

  @Test
  void theRoomSpeaksTheLanguageOfTheLetterAndOthersByALink() {
    String room = named();

    assertThat(authors.get(room).body())
        .contains("<html lang=\"en\"", "href=\"" + room + "?in=es\"", "Where your letter stands");
    assertThat(authors.get(room + "?in=es").body())
        .contains("<html lang=\"es\"", "En qué punto está su carta")
        .contains("action=\"" + room + "/approve?in=es\"");
    assertThat(authors.get(room + "?in=%3Cb%3E&done=%3Cb%3E").statusCode()).isEqualTo(200);
  }

  @Test
  void readOnlyLooksAtTheRoomAndHasNoButton() {
    made();
    var reader = come("sample-reader@mail.example", Role.READ_ONLY);

    assertThat(reader.get(DESK).body())
        .contains("What they approved")
        .doesNotContain("Make a new link", "End the link");
    assertThat(reader.post(DESK, "").statusCode()).isEqualTo(403);
    assertThat(reader.get("/desk/actions/none/authors").statusCode()).isEqualTo(404);
  }

  /** A link that an owner made just now; earlier ones open nothing. */
  private String made() {
    owner.get(DESK);
    var made = owner.post(DESK, "");
    assertThat(made.statusCode()).isEqualTo(200);
    var link = LINK.matcher(made.body());
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  /** The same, and the authors have chosen a name. */
  private String named() {
    String room = made();
    assertThat(name(room, NAME).statusCode()).isEqualTo(303);
    return room;
  }

  private HttpResponse<String> name(String room, String name) {
    return authors.post(room + "/name?in=en", "name=" + encode(name, UTF_8));
  }

  private HttpResponse<String> ask(String room, String reason) {
    return authors.post(room + "/pause?in=en", "reason=" + encode(reason, UTF_8));
  }

  private static String approval(String language, String words) {
    return "language=" + language + "&words=" + words;
  }

  /** As the page has it. */
  private String shown(String room, String language) {
    return WORDS
        .matcher(authors.get(room).body())
        .results()
        .filter(form -> form.group(1).equals(language))
        .map(form -> form.group(2))
        .findFirst()
        .orElseThrow();
  }

  private String wordsOf(String language) {
    return new Actions(database)
        .find(SeedAction.SLUG)
        .orElseThrow()
        .letter()
        .in(language)
        .wordsHash();
  }

  /** Pages that everybody sees may be some seconds old. */
  private void assertSoon(String path, String words) {
    assertSoon(() -> authors.get(path), words);
  }

  /** Letters are kept for a moment. */
  private static void assertSoon(Supplier<HttpResponse<String>> page, String words) {
    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(() -> assertThat(page.get().body()).contains(words));
  }

  private long acts(AuditAct act) {
    return server.getBean(AuditTrail.class).list(Long.MAX_VALUE, 1_000).stream()
        .filter(entry -> entry.act() == act)
        .filter(
            entry ->
                act == AuditAct.AUTHORS_LINK_ENDED || entry.actor().equals(new Actor.Authors(NAME)))
        .count();
  }

  private long rows(String tableAndCondition) {
    return jdbc.sql("SELECT count(*) FROM " + tableAndCondition).query(Long.class).single();
  }

  private DeskVisitor come(String organizer, Role role) {
    return DeskServer.come(server, database, organizer, role);
  }

  private int port() {
    return DeskServer.port(server);
  }
}
