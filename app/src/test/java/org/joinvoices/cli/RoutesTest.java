package org.joinvoices.cli;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.joinvoices.action.SampleActions;
import org.joinvoices.action.SeedAction;
import org.joinvoices.desk.Invitations;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.clock.CivicClockStore;
import org.joinvoices.platform.crypto.KeyStore;
import org.joinvoices.platform.crypto.MasterKey;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.database.Login;
import org.joinvoices.platform.database.TestDatabase;
import org.joinvoices.platform.principal.Role;
import org.joinvoices.platform.watch.ManagementServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Who may do what: the golden file {@code routes.txt} names every route with who may use it, and
 * each is tried as nobody and as every role, at a whole server and over HTTP.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutesTest {

  private static final String SIGN_IN = "/desk/sign-in";

  private final DataSource database = TestDatabase.fresh();
  private final Path home;
  private final Invitations invitations;
  private final ConfigurableApplicationContext served;
  private final ConfigurableApplicationContext demo;

  RoutesTest(@TempDir Path home) {
    this.home = home;
    SeedAction.publish(database, SampleActions.OPEN);
    new CivicClockStore(database, InstantSource.system()).moveTo(SampleActions.OPEN);
    Path key = home.resolve("keys/master.json");
    var vault =
        Vault.open(
            database, MasterKey.loadOrCreate(key), KeyStore.in(DemoProperties.keyStore(home)));
    this.invitations = new Invitations(database, vault, InstantSource.system());
    invite(Role.OWNER);
    this.served = ServerApplication.start(serve(key), "serve");
    this.demo = ServerApplication.start(demo(), "demo");
  }

  private Map<String, Object> serve(Path key) {
    var all = new HashMap<>(demo());
    all.put("joinvoices.base-url", "https://letters.sample.example");
    all.put("joinvoices.master-key-file", key.toString());
    all.put("joinvoices.management.address", "127.0.0.1");
    all.put("joinvoices.management.port", 0);
    return all;
  }

  private Map<String, Object> demo() {
    var pool = (HikariDataSource) database;
    var login = new Login(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
    var all = new HashMap<>(DemoProperties.of(home, 8080, login));
    all.put("server.port", 0);
    return all;
  }

  @AfterAll
  void stop() {
    demo.close();
    served.close();
  }

  @Test
  void everyRouteIsInTheGoldenFileAndNoOther() {
    assertThat(routes(demo)).isEqualTo(names(Route.golden()));
    assertThat(routes(served)).isEqualTo(names(Route.golden().filter(route -> !route.isOfADemo())));
  }

  @Test
  void nobodyUsesWhatIsNotForEveryone() {
    Route.golden()
        .filter(route -> !route.isOfADemo())
        .forEach(route -> assertMay(route, this::nobodyWithAForm, route.who().equals("everyone")));
  }

  @Test
  void readOnlyLooksAndChangesNothing() {
    var reader = new Comer(Role.READ_ONLY);
    Route.golden()
        .filter(Route::isOfTheDesk)
        .forEach(route -> assertMay(route, reader, !route.who().equals("owner")));
  }

  @Test
  void anOwnerMayDoAll() {
    var owner = new Comer(Role.OWNER);
    Route.golden()
        .filter(route -> !route.isOfADemo())
        .forEach(route -> assertMay(route, owner, true));
  }

  /** Somebody of a role who comes again whenever a route has ended the session. */
  private final class Comer implements Supplier<DeskVisitor> {

    private final Role role;
    private DeskVisitor now;

    Comer(Role role) {
      this.role = role;
      this.now = come(role);
    }

    @Override
    public DeskVisitor get() {
      if (now.get("/desk").statusCode() != 200) {
        now = come(role);
      }
      return now;
    }
  }

  @Test
  void whatIsADemosIsNowhereElse() {
    Route.golden()
        .filter(Route::isOfADemo)
        .forEach(
            route -> {
              assertThat(route.ask(nobody()).statusCode()).as(route.path()).isEqualTo(404);
              assertThat(route.ask(new DeskVisitor(port(demo))).statusCode())
                  .as(route.path())
                  .isNotIn(403, 405, 500);
            });
  }

  @Test
  void publicPagesSetNoCookieAndLookTheSameToWhoeverIsSignedIn() {
    for (String path : new String[] {"/", "/actions/" + SeedAction.SLUG, "/nowhere"}) {
      var toNobody = nobody().get(path);
      var toOwner = come(Role.OWNER).get(path);
      assertThat(toOwner.body()).isEqualTo(toNobody.body());
      assertThat(withoutDate(toOwner)).isEqualTo(withoutDate(toNobody));
      assertThat(toOwner.headers().map()).doesNotContainKeys("set-cookie", "pragma");
    }
    assertThat(nobody().get("/").headers().firstValue("Cache-Control"))
        .contains("max-age=5, public");
  }

  @Test
  void cookiesOfTheDeskAreKeptFromScriptsOtherSitesAndPlainHttp() {
    String link = invite(Role.OWNER);
    var visitor = nobody();
    var page = visitor.get(link);
    var accepted = visitor.post(link, "");

    assertThat(page.headers().allValues("Set-Cookie"))
        .singleElement()
        .asString()
        .startsWith("__Host-desk-form=")
        .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Strict");
    assertThat(accepted.headers().allValues("Set-Cookie"))
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("__Host-desk=")
                    .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax"));
    assertThat(visitor.get("/desk").headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void aFormWithoutItsTokenChangesNothing() {
    var owner = come(Role.OWNER);

    var refused = owner.postBare("/desk/sign-out", "_csrf=guessed");

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("<h1>This form was too old</h1>");
    assertThat(owner.get("/desk").statusCode()).isEqualTo(200);
  }

  @Test
  void signingInChangesTheFormsToken() {
    String link = invite(Role.OWNER);
    var visitor = nobody();
    visitor.get(link);
    String before = visitor.cookies().get("__Host-desk-form");
    visitor.post(link, "");
    visitor.get("/desk");

    assertThat(visitor.cookies().get("__Host-desk-form")).isNotNull().isNotEqualTo(before);
  }

  @Test
  void signingOutEndsTheSessionForWhoeverKeptItsCookie() {
    var owner = come(Role.OWNER);
    var kept = owner.cookies();

    assertThat(owner.post("/desk/sign-out", "").headers().firstValue("Location")).contains(SIGN_IN);

    assertThat(owner.cookies()).doesNotContainKey("__Host-desk");
    assertThat(new DeskVisitor(port(served), kept).get("/desk").statusCode()).isEqualTo(303);
  }

  @Test
  void anOwnerEndsAnothersSession() {
    var reader = come(Role.READ_ONLY);
    var owner = come(Role.OWNER);
    String page = owner.get("/desk/sessions").body();
    Pattern.compile("action=\"(/desk/sessions/[^\"]+/end)\"")
        .matcher(page)
        .results()
        .forEach(found -> owner.post(found.group(1), ""));

    assertThat(reader.get("/desk").statusCode()).isEqualTo(303);
    assertThat(owner.get("/desk").statusCode()).isEqualTo(200);
  }

  @Test
  void readOnlySeesNoButtonForWhatItMayNot() {
    come(Role.OWNER);
    var reader = come(Role.READ_ONLY);

    assertThat(reader.get("/desk/sessions").body())
        .contains("sample-owner@mail.example")
        .doesNotContain("action=\"/desk/sessions/");
    assertThat(reader.get("/desk/people").body())
        .contains("sample-owner@mail.example")
        .doesNotContain("/remove");
    assertThat(reader.post("/desk/people/" + UUID.randomUUID() + "/remove", "").body())
        .contains("You may look, not change");
  }

  @Test
  void askingForALinkIsAnsweredTheSameWhoeverAsks() {
    come(Role.OWNER);
    var visitor = nobody();
    visitor.get(SIGN_IN);
    var answers =
        Stream.of("sample-owner@mail.example", "sample-nobody@mail.example", "no address", "")
            .map(email -> visitor.post("/desk/sign-in/mail", "email=" + email.replace(' ', '+')))
            .toList();

    assertThat(answers)
        .allSatisfy(
            answer -> {
              assertThat(answer.statusCode()).isEqualTo(303);
              assertThat(withoutDate(answer)).isEqualTo(withoutDate(answers.getFirst()));
            });
  }

  @Test
  void refusesAPasskeyThatIsNone() {
    var visitor = nobody();
    visitor.get(SIGN_IN);
    for (String credential : new String[] {"", "{}", "[]", "nonsense", "%7B%22id%22%3A1%7D"}) {
      var refused = visitor.post(SIGN_IN + "/passkey", "credential=" + credential);
      assertThat(refused.statusCode()).as(credential).isEqualTo(422);
      assertThat(refused.body()).contains("That passkey did not open the desk");
    }
  }

  @Test
  void healthAndMetricsAreOnThePortOfManagementAndNothingElseIs() {
    var management = new DeskVisitor(served.getBean(ManagementServer.class).port());

    for (String path : new String[] {"/health", "/metrics", "/actuator", "/actuator/health"}) {
      assertThat(nobody().get(path).statusCode()).as(path).isEqualTo(404);
    }
    Route.golden()
        .forEach(
            route ->
                assertThat(route.ask(management).statusCode()).as(route.path()).isEqualTo(404));
    assertThat(management.get("/health").statusCode()).isEqualTo(200);
    assertThat(management.get("/health").body())
        .startsWith("{\"status\":\"")
        .contains("\"database\":\"up\"", "\"districts\":\"up\"", "\"mail\":\"", "\"jobs\":\"");
    assertThat(demo.getBeanProvider(ManagementServer.class).stream()).isEmpty();
  }

  @Test
  void metricsCountWhatIsDoneByRouteAndNameNobody() {
    var form =
        "given_name=Sample-Sam&family_name=Testperson&email=sam.testperson%40mail.example&language=en";
    var signed = nobody().post("/actions/" + SeedAction.SLUG + "/signatures", form);
    assertThat(signed.statusCode()).as(signed.body()).isEqualTo(303);
    nobody().post("/actions/" + SeedAction.SLUG + "/signatures", "family_name=Testperson");
    nobody().get("/confirm/sample-token-of-somebody");
    nobody().get("/nowhere/amira@example.org");

    String metrics =
        new DeskVisitor(served.getBean(ManagementServer.class).port()).get("/metrics").body();

    assertThat(metrics)
        .contains(
            "joinvoices_signatures_total{outcome=\"stored\"} 1.0",
            "joinvoices_signatures_total{outcome=\"form_faults\"}",
            "joinvoices_intake_batch_count ",
            "joinvoices_intake_commit_seconds_count ",
            "joinvoices_intake_waiting 0.0",
            "joinvoices_signatures_confirmed ",
            "joinvoices_mails_oldest_seconds ",
            "joinvoices_mails_stopped 0.0",
            "joinvoices_deliveries{lane=\"house\",state=\"needs_review\"} 0.0",
            "joinvoices_delivery_lane_stopped{lane=\"senate\"} 0.0",
            "joinvoices_job_seconds_count{job=\"mail.send\",outcome=\"done\"}",
            "uri=\"/confirm/{token}\"",
            "hikaricp_connections_active",
            "jvm_memory_used_bytes")
        .doesNotContain("sample-token", "testperson", "mail.example", "amira", "nowhere");
  }

  private void assertMay(Route route, Supplier<DeskVisitor> who, boolean may) {
    var answer = route.ask(who.get());
    boolean led =
        answer.headers().firstValue("Location").filter(SIGN_IN::equals).isPresent()
            && answer.headers().allValues("Set-Cookie").isEmpty();
    assertThat(!led && answer.statusCode() != 403)
        .as("%s %s answered %d", route.method(), route.example(), answer.statusCode())
        .isEqualTo(may);
    assertThat(answer.statusCode()).as(route.example()).isNotEqualTo(500);
  }

  private DeskVisitor nobody() {
    return new DeskVisitor(port(served));
  }

  private DeskVisitor nobodyWithAForm() {
    var visitor = nobody();
    visitor.get(SIGN_IN);
    return visitor;
  }

  private DeskVisitor come(Role role) {
    return DeskVisitor.by(invite(role), port(served));
  }

  private String invite(Role role) {
    String email = role == Role.OWNER ? "sample-owner@mail.example" : "sample-reader@mail.example";
    return switch (invitations.invite(email, role, new Actor.CommandLine())) {
      case Invitations.Outcome.Invited(var path, _) -> path;
      case Invitations.Outcome other -> throw new IllegalStateException("not invited: " + other);
    };
  }

  private static Map<String, List<String>> withoutDate(HttpResponse<String> answer) {
    return answer.headers().map().entrySet().stream()
        .filter(header -> !header.getKey().equals("date"))
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static int port(ApplicationContext context) {
    return Objects.requireNonNull(((ServletWebServerApplicationContext) context).getWebServer())
        .getPort();
  }

  private static TreeSet<String> routes(ApplicationContext context) {
    var all = new TreeSet<String>();
    context
        .getBeansOfType(RequestMappingHandlerMapping.class)
        .values()
        .forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(info -> add(all, info)));
    return all;
  }

  private static void add(TreeSet<String> all, RequestMappingInfo info) {
    var methods = info.getMethodsCondition().getMethods();
    for (String path : info.getPatternValues()) {
      if (methods.isEmpty()) {
        all.add("ANY " + path);
      }
      methods.forEach(method -> all.add(method + " " + path));
    }
  }

  private static TreeSet<String> names(Stream<Route> routes) {
    var all = new TreeSet<String>();
    routes.forEach(route -> all.add(route.method() + " " + route.path()));
    return all;
  }
}
