package org.joinvoices.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Collectors;
import org.joinvoices.action.SampleActions;
import org.joinvoices.districts.geocoder.FakeFarSide;
import org.joinvoices.platform.crypto.KeyStore;
import org.joinvoices.platform.crypto.MasterKey;
import org.joinvoices.platform.database.BareDatabase;
import org.joinvoices.platform.database.BegunHome;
import org.joinvoices.platform.database.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code doctor}, {@code status} and {@code upgrade} of one house. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoctorCommandTest {

  private final Path home;

  DoctorCommandTest(@TempDir Path home) {
    this.home = home;
  }

  @BeforeAll
  void aHouseWithOneLetter() {
    MasterKey.loadOrCreate(home.resolve("keys/master.json"));
    KeyStore.in(home.resolve("keys/data"));
    BegunHome.in(home);
    try (var database = Database.open(home)) {
      SampleActions.stored(database.dataSource());
    }
  }

  @Test
  void findsNoFaultInAHouseThatIsWellAndEachFaultInOneThatIsNot() throws IOException {
    var well = doctor(0);
    assertThat(well)
        .containsEntry("durability", "ok")
        .containsEntry("migrations", "ok")
        .containsEntry("clock", "ok")
        .containsEntry("data keys", "ok")
        .containsKey("civic data")
        .containsEntry("master key", "warning")
        .containsEntry("backup", "warning")
        .containsEntry("petition books", "warning");

    assertThat(new Typing().type("backup", home.resolve("saved"), "--home", home)).isZero();
    Files.setPosixFilePermissions(
        home.resolve("keys/master.json"), PosixFilePermissions.fromString("rw-r--r--"));
    try (var database = BareDatabase.open(home)) {
      var jdbc = JdbcClient.create(database.owner());
      jdbc.sql("ALTER DATABASE joinvoices SET synchronous_commit = off").update();
      jdbc.sql("INSERT INTO delivery_lane VALUES ('house', true, 'agent', '2021-01-10Z')").update();
    }

    assertThat(doctor(1))
        .containsEntry("backup", "ok")
        .containsEntry("master key", "fault")
        .containsEntry("durability", "fault")
        .containsEntry("gateway lanes", "fault");
  }

  @Test
  void saysHowAHouseStands() {
    var typing = new Typing();
    assertThat(typing.type("status", "--home", home)).as("%s", typing.err).isZero();
    assertThat(typing.out.toString())
        .contains("action    sample-letter: 0 confirmed, 0 awaiting")
        .contains("mails     0 waiting");

    var json = new Typing();
    json.type("status", "--home", home, "--json");
    JsonNode read = JsonMapper.shared().readTree(json.out.toString());
    assertThat(read.get("database_bytes").asLong()).isPositive();
    assertThat(read.get("actions").get(0).get("action").asString()).isEqualTo("sample-letter");
  }

  @Test
  void saysWhatToDoWhereNoHouseIsOrCanBe() throws IOException {
    Path file = Files.writeString(home.resolve("a-file"), "");
    assertThat(said("doctor", "--config", config(file.resolve("home"))))
        .contains("fault    home: " + file + " is not a folder this user can write. Run this as");

    Path nothing = home.resolve("nothing");
    Path config = config(nothing);
    assertThat(said("doctor", "--config", config))
        .contains("no house was begun here yet. ./joinvoices serve begins one");
    assertThat(said("status", "--config", config)).contains("./joinvoices serve begins one.");
    assertThat(said("publish", "--dry-run", home.resolve("no-letter"), "--config", config))
        .contains("There is no folder " + home.resolve("no-letter"));
    assertThat(nothing).doesNotExist();

    assertThat(said("status", "--config", home.resolve("no.conf")))
        .contains("There is no file " + home.resolve("no.conf"), "serve --print-config");
    assertThat(said("export-action", "no-letter", home.resolve("out"), "--home", home))
        .contains("There is no action no-letter in this house. It has: sample-letter");
  }

  private Path config(Path ofHome) throws IOException {
    return Files.writeString(
        home.resolve("house.conf"),
        """
        base-url = https://letters.sample.example
        home = %s
        master-key-file = %s
        key-store = %s
        mail.host = localhost
        mail.from = letters@sample.example
        """
            .formatted(ofHome, home.resolve("keys/master.json"), home.resolve("keys/data")));
  }

  @Test
  void asksTheGeocoderForABuildingThatEverybodyKnows() throws IOException {
    try (var far = new FakeFarSide()) {
      Path config = config(home.resolve("elsewhere"));
      Files.writeString(
          config,
          Files.readString(config)
              + "geocoder.kind = nominatim\ngeocoder.url = %s\n".formatted(far.url()));
      far.says(
          """
          [{"lat":"30.2747","lon":"-97.7404","address":{"house_number":"1100"}}]""");
      assertThat(said("doctor", "--config", config))
          .containsPattern("ok +geocoder: finds the Texas Capitol");

      far.says("[]");
      assertThat(said("doctor", "--config", config))
          .containsPattern("warning +geocoder: answers, but does not find");
      far.says(503, "");
      assertThat(said("doctor", "--config", config))
          .containsPattern("warning +geocoder: gives no answer: refused");
    }
  }

  private static String said(Object... words) {
    var typing = new Typing();
    typing.type(words);
    return typing.out + "" + typing.err;
  }

  @Test
  void upgradesAnOlderHouseAfterABackupButNotUnderARunningServer() throws Exception {
    Path older = home.resolve("older");
    try (var database = BareDatabase.open(older)) {
      database.migrateTo("0004");
    }
    Path saved = home.resolve("before-upgrade");

    assertThat(new Typing().type("status", "--home", older)).isOne();
    try (var database = BareDatabase.open(older);
        var server = database.dataSource().getConnection()) {
      assertThat(server.isValid(1)).isTrue();
      assertThat(database.isServed()).isTrue();
    }
    var typing = new Typing();
    assertThat(typing.type("upgrade", "--home", older, "--backup", saved))
        .as("%s", typing.err)
        .isZero();
    assertThat(typing.out.toString()).contains("Migrating from 0004: ", "Done: the database is at");
    assertThat(saved.resolve("manifest.json")).exists();
    assertThat(new Typing().type("status", "--home", older)).isZero();
    assertThat(typing.type("upgrade", "--home", older, "--no-backup")).isZero();
    assertThat(typing.out.toString()).contains("Nothing to do");
  }

  private Map<String, String> doctor(int status) {
    var typing = new Typing();
    assertThat(typing.type("doctor", "--home", home, "--json"))
        .as("%s %s", typing.out, typing.err)
        .isEqualTo(status);
    return JsonMapper.shared()
        .readTree(typing.out.toString())
        .get("findings")
        .valueStream()
        .collect(
            Collectors.toMap(
                finding -> finding.get("subject").asString(),
                finding -> finding.get("level").asString()));
  }
}
