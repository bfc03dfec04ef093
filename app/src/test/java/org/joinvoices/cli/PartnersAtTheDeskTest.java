package org.joinvoices.cli;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import javax.xml.parsers.DocumentBuilderFactory;
import org.joinvoices.action.Actions;
import org.joinvoices.action.SampleActions;
import org.joinvoices.action.SeedAction;
import org.joinvoices.coalition.Coalition;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditEntry;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.database.TestDatabase;
import org.joinvoices.platform.principal.Role;
import org.joinvoices.platform.settings.Settings;
import org.joinvoices.signing.SignatureId;
import org.joinvoices.signing.SignatureKey;
import org.joinvoices.signing.Signing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Partners, links, frame and oEmbed of a whole server, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PartnersAtTheDeskTest {

  private static final String LETTER = "/actions/" + SeedAction.SLUG;
  private static final String PARTNERS = "/desk" + LETTER + "/partners";
  private static final String SITE = "https://alliance.example";
  private static final int BUDGET = 20 * 1024;
  private static final Pattern EXPORT = Pattern.compile("value=\"[^\"]*(/partner/[^\"]+)\"");
  private static final Pattern ID = Pattern.compile("name=\"partner\" value=\"([0-9a-f-]{36})\"");

  private final HttpClient client = HttpClient.newHttpClient();
  private final DataSource database = TestDatabase.fresh();
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final ConfigurableApplicationContext server;
  private final DeskVisitor owner;
  private int people;

  PartnersAtTheDeskTest(@TempDir Path home) {
    this.server =
        DeskServer.start(
            home, database, SampleActions.OPEN, Map.of("joinvoices.embed.hosts", SITE));
    this.owner = come("sample-owner@mail.example", Role.OWNER);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void aPartnerJoinsBringsPeopleGetsThoseWhoSaidYesAndLeaves() throws Exception {
    assertThat(owner.get("/desk" + LETTER).body()).contains("href=\"" + PARTNERS + "\"");
    String page = added("Example Alliance", "example-alliance");

    assertThat(page)
        .contains("The partner is added.", "Example Alliance", "fewer than 5")
        .contains("&lt;iframe src=", "/embed" + LETTER + "?from=example-alliance");
    awaitPage(seen -> assertThat(seen).contains("Joined by", "Example Alliance", "src=\"/logos/"));

    String form = get(LETTER + "/with/example-alliance").body();
    assertThat(form)
        .contains("You come here by", "name=\"source\" value=\"example-alliance\"")
        .contains("Example Alliance may write to me by e-mail. For that it receives my name")
        .containsPattern("<input id=\"consent_partner\"[^>]*type=\"checkbox\" value=\"true\">");
    assertThat(get("/es" + LETTER + "/with/example-alliance").body())
        .contains("Example Alliance puede escribirme por correo electrónico");
    assertThat(get(LETTER).body()).doesNotContain("consent_partner");

    for (int i = 0; i < 4; i++) {
      confirm(sign("source=example-alliance"));
    }
    SignatureKey yes = sign("source=example-alliance&consent_partner=true");
    confirm(yes);
    sign("source=example-alliance&consent_partner=true"); // who never confirms
    assertThat(mailOf(yes)).isEqualTo(1);
    server.getBean(Coalition.class).flush();

    String id = id(owner.get(PARTNERS).body(), "Example Alliance");
    String made = owner.post(PARTNERS + "/export", "partner=" + id).body();
    var link = EXPORT.matcher(made);
    assertThat(link.find()).isTrue();
    String export = link.group(1);
    var shown = get(export);
    assertThat(shown.body())
        .contains("For Example Alliance", "Download the list", "fewer than 5", ">6<")
        .doesNotContain("mail.example");
    assertThat(shown.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(get(export + "?in=es").body())
        .contains("<html lang=\"es\"", "Su lista", "href=\"" + export + "?in=en\"");
    assertThat(get(export + "?in=%3Cb%3E").body()).contains("<html lang=\"en\"");
    assertThat(audited(AuditAct.PARTNER_EXPORTED)).as("opening it uses nothing up").isZero();

    var list = post(export + "/download", "");
    assertThat(list.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
    assertThat(list.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("attachment", "example-alliance.csv");
    assertThat(list.body().lines().skip(1))
        .containsExactly("Sample-Amira,Testperson,testperson.number5@mail.example");
    assertThat(audited(AuditAct.PARTNER_EXPORTED)).isEqualTo(1);

    server.getBean(Signing.class).withdraw(yes);
    assertThat(post(export + "/download", "").body().lines().skip(1)).isEmpty();

    assertThat(owner.post(PARTNERS + "/end", "partner=" + id).statusCode()).isEqualTo(303);
    assertThat(get(export).statusCode()).isEqualTo(404);
    var gone = post(export + "/download", "");
    assertThat(gone.statusCode()).isEqualTo(404);
    assertThat(gone.body()).contains("This link opens nothing").doesNotContain("mail.example");
    assertThat(get(LETTER + "/with/example-alliance").headers().firstValue("Location"))
        .contains(LETTER);
    awaitPage(seen -> assertThat(seen).doesNotContain("Example Alliance"));
    assertThat(acts())
        .contains(AuditAct.PARTNER_ADDED, AuditAct.PARTNER_EXPORT_LINKED, AuditAct.PARTNER_ENDED);
  }

  @Test
  void nothingKeptOrLoggedTellsWhoCameByALink() throws Exception {
    added("Quiet Example", "quiet-example");
    String partner = id(owner.get(PARTNERS).body(), "Quiet Example");
    owner.post(PARTNERS + "/links", "label=Sample+newsletter&source=sample-newsletter");
    var log = new ListAppender<ILoggingEvent>();
    var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    log.start();
    root.addAppender(log);
    try {
      assertThat(get(LETTER + "?from=sample-newsletter").body())
          .contains("name=\"source\" value=\"sample-newsletter\"")
          .doesNotContain("consent_partner");
      get(LETTER + "/with/quiet-example");
      confirm(sign("source=sample-newsletter"));
      confirm(sign("source=quiet-example"));
      server.getBean(Coalition.class).flush();
    } finally {
      root.detachAppender(log);
    }

    assertThat(log.list)
        .noneMatch(
            line ->
                line.getFormattedMessage()
                    .matches("(?s).*(sample-newsletter|quiet-example|" + partner + ").*"));
    for (String table : tables()) {
      boolean ofLinks = table.matches("partner|source_link|source_count");
      for (String trace : List.of("sample-newsletter", "quiet-example", partner)) {
        long rows =
            jdbc.sql("SELECT count(*) FROM " + table + " t WHERE t::text LIKE ?")
                .param("%" + trace + "%")
                .query(Long.class)
                .single();
        assertThat(rows == 0 || ofLinks).as(table + " " + trace).isTrue();
      }
    }
    assertThat(
            jdbc.sql(
                    """
                    SELECT table_name || '.' || column_name FROM information_schema.columns
                    WHERE table_name IN ('partner', 'source_link', 'source_count')
                      AND (column_name LIKE '%signature%' OR column_name LIKE '%hash%')
                    """)
                .query(String.class)
                .list())
        .isEmpty();
  }

  @Test
  void anUnknownLinkMakesNoDifference() throws Exception {
    String plain = get(LETTER).body();
    for (String from : List.of("nowhere", "%3Cb%3E", "%00%FF", "x".repeat(5000))) {
      assertThat(get(LETTER + "?from=" + from).body()).as(from).isEqualTo(plain);
    }
    assertThat(get(LETTER + "/with/nobody").headers().firstValue("Location")).contains(LETTER);
    assertThat(get("/es" + LETTER + "/with/nobody").headers().firstValue("Location"))
        .contains("/es" + LETTER);
    assertThat(get("/actions/none/with/nobody").statusCode()).isEqualTo(404);
    assertThat(sign("source=%3Cscript%3E&consent_partner=true")).isNotNull();
  }

  @Test
  void aFormThatNeedsMendingKeepsPartnerAndTick() throws Exception {
    added("Mending Example", "mending-example");

    var refused =
        post(
            LETTER + "/signatures",
            "source=mending-example&consent_partner=true&given_name=Sample-Sam&language=es");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("Mending Example puede escribirme", "value=\"mending-example\"")
        .containsPattern("<input id=\"consent_partner\"[^>]* checked");
    owner.post(PARTNERS + "/end", "partner=" + id(owner.get(PARTNERS).body(), "Mending Example"));
  }

  @Test
  void pagesOfLinksAreCacheableAndSetNoCookie() throws Exception {
    added("Cached Example", "cached-example");
    for (String path :
        List.of(
            LETTER + "?from=cached-example",
            LETTER + "/with/cached-example",
            "/embed" + LETTER + "?from=cached-example")) {
      var answer = get(path);
      assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("public");
      assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }
  }

  @Test
  void theDeskNamesTheFieldThatIsWrongAndKeepsWhatWasTyped() throws Exception {
    record Fault(
        String name, String word, String website, byte[] logo, String field, String says) {}
    byte[] none = {};
    byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(UTF_8);
    for (var fault :
        List.of(
            new Fault("", "a-b", SITE, none, "name", "Write the name"),
            new Fault("Sample", "A B", SITE, none, "word", "letters a to z"),
            new Fault("Sample", "a-b", "http://a.example", none, "website", "begins with https"),
            new Fault("Sample", "a-b", "javascript:x", none, "website", "begins with https"),
            new Fault("Sample", "a-b", SITE, svg, "logo", "no PNG or JPEG"),
            new Fault("Sample", "a-b", SITE, new byte[1200 * 1024], "logo", "too large"),
            new Fault("Sample", "a-b", SITE, new byte[2000 * 1024], "logo", "too large"))) {
      owner.get(PARTNERS);
      var answer =
          owner.upload(
              PARTNERS,
              Map.of("name", fault.name(), "word", fault.word(), "website", fault.website()),
              "logo",
              "logo.svg",
              fault.logo());
      assertThat(answer.statusCode()).as(fault.says()).isEqualTo(422);
      assertThat(answer.body())
          .contains(fault.says(), "id=\"" + fault.field() + "-fault\"")
          .contains("value=\"" + fault.name() + "\"", "value=\"" + fault.word() + "\"");
    }
    var link = owner.post(PARTNERS + "/links", "label=&source=No+Name");
    assertThat(link.statusCode()).isEqualTo(422);
    assertThat(link.body())
        .contains("id=\"label-fault\"", "id=\"source-fault\"", "value=\"No Name\"");
    for (String act : List.of("/end", "/export")) {
      assertThat(owner.post(PARTNERS + act, "partner=%3Cb%3E").statusCode()).isEqualTo(404);
    }
    assertThat(owner.get("/desk/actions/none/partners").statusCode()).isEqualTo(404);
    assertThat(owner.uploadBare(PARTNERS, Map.of("name", "x"), "logo.png", none).statusCode())
        .as("without the token of the form")
        .isEqualTo(403);
  }

  @Test
  void readOnlySeesNumbersAndNoButton() throws Exception {
    added("Seen Example", "seen-example");
    var reader = come("sample-reader@mail.example", Role.READ_ONLY);
    String id = id(owner.get(PARTNERS).body(), "Seen Example");

    assertThat(reader.get(PARTNERS).body())
        .contains("Seen Example", "fewer than 5")
        .doesNotContain("Add the partner", "Make the link", "/partners/export", "/partners/end");
    for (String act : List.of("", "/end", "/links", "/export")) {
      assertThat(reader.post(PARTNERS + act, "partner=" + id).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void aLinkMayHaveANameThatSaysNothing() {
    var made = owner.post(PARTNERS + "/links", "label=Sample+poster&source=");
    assertThat(made.statusCode()).isEqualTo(303);
    assertThat(owner.get(PARTNERS).body())
        .contains("Sample poster")
        .containsPattern("\\?from=[a-z0-9]{8}\"");
    assertThat(owner.post(PARTNERS + "/links", "label=Sample&source=twice").statusCode())
        .isEqualTo(303);
    assertThat(owner.post(PARTNERS + "/links", "label=Sample&source=twice").body())
        .contains("already");
  }

  @Test
  void theLogoIsServedByItsHashAndNotGuessedAt() throws Exception {
    added("Logo Example", "logo-example");
    var source = Pattern.compile("src=\"(/logos/[0-9a-f]{64}\\.png)\"").matcher(get(LETTER).body());
    assertThat(source.find()).isTrue();

    var logo = bytes(source.group(1));

    assertThat(logo.headers().firstValue("Content-Type")).contains("image/png");
    assertThat(logo.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(logo.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
    assertThat(ImageIO.read(new ByteArrayInputStream(logo.body())).getWidth()).isEqualTo(200);
    assertThat(get("/logos/" + "0".repeat(64) + ".png").statusCode()).isEqualTo(404);
    assertThat(get("/logos/sample.png").statusCode()).isEqualTo(404);
  }

  @Test
  void theFrameIsShownOnListedSitesOnlyAndLeadsToTheLetter() throws Exception {
    added("Frame Example", "frame-example");

    var frame = get("/embed" + LETTER + "?from=frame-example");

    assertThat(frame.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("frame-ancestors " + SITE)
        .doesNotContain("frame-ancestors 'none'");
    assertThat(frame.body())
        .contains("By way of Frame Example", "data-hosts=\"" + SITE + "\"")
        .contains("href=\"" + LETTER + "/with/frame-example\" target=\"_blank\" rel=\"noopener\"")
        .contains("As of January 10, 2021", "To be delivered by");
    assertThat(get("/es/embed" + LETTER).body())
        .contains("<html lang=\"es\"", "href=\"/es" + LETTER + "\"", "Leer la carta y sumarse");
    assertThat(get("/fr/embed" + LETTER).statusCode()).isEqualTo(404);
    assertThat(get("/embed/actions/none").statusCode()).isEqualTo(404);
    assertThat(get(LETTER).headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("frame-ancestors 'none'");
  }

  /** Measured from real answers, as they travel: the page and everything it fetches. */
  @Test
  void theFrameTakesAtMostTwentyKilobytes() throws Exception {
    for (String path : List.of("/embed" + LETTER, "/es/embed" + LETTER)) {
      var page = packed(path);
      String html = new String(unpacked(page.body()), UTF_8);
      long all = page.body().length;
      var fetched = Pattern.compile("(?:src|<link[^>]* href)=\"([^\"]+)\"").matcher(html);
      int files = 0;
      while (fetched.find()) {
        assertThat(fetched.group(1)).as("no third party").startsWith("/");
        all += packed(fetched.group(1)).body().length;
        files++;
      }
      assertThat(files).isEqualTo(2);
      assertThat(all).as(path).isLessThan(BUDGET);
    }
  }

  @Test
  void programsAreToldHowToShowTheLetter() throws Exception {
    added("Oembed Example", "oembed-example");
    String house = server.getBean(Settings.class).baseUrl().toString();
    String page = get(LETTER).body();
    assertThat(page)
        .contains("<link rel=\"alternate\" type=\"application/json+oembed\" href=\"" + house);

    var json =
        JsonMapper.shared()
            .readTree(get("/oembed?maxwidth=400&url=" + encode(house + LETTER, UTF_8)).body());
    assertThat(json.get("version").asString()).isEqualTo("1.0");
    assertThat(json.get("type").asString()).isEqualTo("rich");
    assertThat(json.get("width").asInt()).isEqualTo(400);
    assertThat(json.get("height").asInt()).isPositive();
    assertThat(json.get("html").asString())
        .startsWith("<iframe src=\"" + house + "/embed" + LETTER + "\"");
    assertThat(
            get("/oembed?url=" + encode(house + "/es" + LETTER + "/with/oembed-example", UTF_8))
                .body())
        .contains("/es/embed" + LETTER + "?from=oembed-example");

    var xml = get("/oembed?format=xml&maxheight=90&url=" + encode(house + LETTER, UTF_8));
    assertThat(xml.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/xml");
    var root =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.body().getBytes(UTF_8)))
            .getDocumentElement();
    assertThat(root.getTagName()).isEqualTo("oembed");
    assertThat(root.getElementsByTagName("height").item(0).getTextContent()).isEqualTo("90");

    for (String url :
        List.of(
            "",
            "nonsense",
            "http://[",
            "https://other.example" + LETTER,
            house + "/legislators",
            house + "/actions/none",
            house + "/fr" + LETTER,
            house + LETTER + "/privacy")) {
      assertThat(get("/oembed?url=" + encode(url, UTF_8)).statusCode()).as(url).isEqualTo(404);
    }
    assertThat(get("/oembed?format=yaml&url=" + encode(house + LETTER, UTF_8)).statusCode())
        .isEqualTo(501);
  }

  /** The page as everybody sees it, which is kept for a second. */
  private void awaitPage(Consumer<String> expected) {
    await().untilAsserted(() -> expected.accept(get(LETTER).body()));
  }

  private String added(String name, String word) throws Exception {
    owner.get(PARTNERS);
    var image = new BufferedImage(200, 50, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, name.hashCode());
    var logo = new ByteArrayOutputStream();
    ImageIO.write(image, "png", logo);
    var added =
        owner.upload(
            PARTNERS,
            Map.of("name", name, "word", word, "website", SITE),
            "logo",
            "logo.png",
            logo.toByteArray());
    assertThat(added.statusCode()).as(added.body()).isEqualTo(303);
    return owner.get(added.headers().firstValue("Location").orElseThrow()).body();
  }

  private static String id(String page, String name) {
    var id = ID.matcher(page.substring(page.indexOf("aria-label=\"" + name + "\"")));
    assertThat(id.find()).isTrue();
    return id.group(1);
  }

  /** By the form of the public page. */
  private SignatureKey sign(String more) throws Exception {
    var signed =
        post(
            LETTER + "/signatures",
            "given_name=Sample-Amira&family_name=Testperson&language=en&email=testperson.number%d%%40mail.example&%s"
                .formatted(++people, more));
    assertThat(signed.statusCode()).as(signed.body()).isEqualTo(303);
    var action = server.getBean(Actions.class).list().getFirst().id();
    return new SignatureKey(
        action,
        new SignatureId(
            jdbc.sql("SELECT id FROM signature ORDER BY id DESC LIMIT 1")
                .query(UUID.class)
                .single()));
  }

  private void confirm(SignatureKey key) {
    server.getBean(Signing.class).confirm(key);
  }

  private long mailOf(SignatureKey key) {
    return jdbc.sql("SELECT count(*) FROM mail WHERE subject_id = ? AND kind = 'confirm'")
        .param(key.signature().value())
        .query(Long.class)
        .single();
  }

  private List<String> tables() {
    return jdbc.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        .query(String.class)
        .list();
  }

  private List<AuditAct> acts() {
    return server.getBean(AuditTrail.class).list(Long.MAX_VALUE, 200).stream()
        .map(AuditEntry::act)
        .toList();
  }

  private long audited(AuditAct act) {
    return acts().stream().filter(act::equals).count();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString(UTF_8));
  }

  private HttpResponse<byte[]> bytes(String path) throws Exception {
    return client.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofByteArray());
  }

  private HttpResponse<byte[]> packed(String path) throws Exception {
    var answer =
        client.send(
            HttpRequest.newBuilder(at(path)).header("Accept-Encoding", "gzip").build(),
            BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Encoding")).as(path).contains("gzip");
    return answer;
  }

  private static byte[] unpacked(byte[] gzip) throws Exception {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return in.readAllBytes();
    }
  }

  private HttpResponse<String> post(String path, String form) throws Exception {
    return client.send(
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", "same-origin")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString(UTF_8));
  }

  private URI at(String path) {
    return URI.create("http://localhost:" + port() + path);
  }

  private DeskVisitor come(String organizer, Role role) {
    return DeskServer.come(server, database, organizer, role);
  }

  private int port() {
    return DeskServer.port(server);
  }
}
