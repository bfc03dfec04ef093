package org.joinvoices.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.SampleInputs;
import org.joinvoices.platform.database.BegunHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code data} says to the operator. */
class DataCommandTest {

  private final Typing typing = new Typing();

  private final Path temp;

  DataCommandTest(@TempDir Path temp) {
    this.temp = temp;
  }

  @Test
  void writesAReleaseAndTellsWhatIsInIt() throws Exception {
    Path file = temp.resolve("s.gz");
    Path inputs = SampleInputs.copyTo(temp.resolve("in")).directory();

    assertThat(typing.type("data", "compile", inputs, "--out", file, "--name", "s-1")).isZero();
    assertThat(file).isNotEmptyFile();
    assertThat(typing.out.toString())
        .startsWith("Release s-1: ")
        .contains("map of the 117th Congress, 2021-01-03 until 2023-01-03: 4 ZIP codes")
        .contains("Note: the map of the 116th Congress")
        .contains("Credit: GeoNames.org");
  }

  @Test
  void aReleaseInAFileAnswersAndAnythingElseIsRefused() throws Exception {
    Path file = temp.resolve("s.gz");
    Path inputs = SampleInputs.copyTo(temp.resolve("in")).directory();
    typing.type("data", "compile", inputs, "--out", file, "--name", "s-1");

    assertThat(said("seats", "--on", "2021-01-10", "--release", file))
        .contains("release s-1", "OH-09", "Marcy Kaptur");
    assertThat(typing.type("seats", "--release", inputs.resolve("zip/zip_points.csv"))).isOne();
    assertThat(typing.err.toString()).contains("cannot be used: it is no release, or cut short");
  }

  @Test
  void listsFaultsAndWritesNothing() throws Exception {
    Path file = temp.resolve("s.gz");
    SampleInputs inputs = SampleInputs.copyTo(temp.resolve("in"));
    inputs.replace("zip/zip_cd117.csv", "44107", "4410");

    assertThat(typing.type("data", "compile", inputs.directory(), "--out", file)).isOne();
    assertThat(file).doesNotExist();
    assertThat(typing.err.toString())
        .contains("Nothing was written. To mend: 1")
        .contains("zip/zip_cd117.csv:2: zip should be five digits, not '4410'");
  }

  @Test
  void aFileThatCannotBeWrittenIsToldWithoutAStackTrace() throws Exception {
    Path inputs = SampleInputs.copyTo(temp.resolve("in")).directory();
    String nowhere = temp.resolve("no/such/s.gz").toString();

    assertThat(typing.type("data", "compile", inputs, "--out", nowhere)).isOne();
    assertThat(typing.err.toString()).startsWith("cannot read ").doesNotContain("\tat ");
  }

  @Test
  void importsIntoAHouseTellsWhatChangesAndGoesBack() throws Exception {
    Path home = house();
    Path file = Files.writeString(temp.resolve("addendum.yaml"), SampleInputs.WINNER);

    assertThat(typing.type("data", "import", file, "--home", home, "--name", "n-1", "--dry-run"))
        .isZero();
    assertThat(typing.out.toString())
        .contains("TX-23 filled: Sample Winner (Independent) came")
        .contains("Nothing was changed: --dry-run.");
    assertThat(status(home)).contains("\"release\":\"%s\"".formatted(builtIn()));

    assertThat(typing.type("data", "import", file, "--home", home, "--name", "n-1", "--yes"))
        .isZero();
    assertThat(status(home)).contains("\"release\":\"n-1\"", "\"vacant\":[\"FL-20\"]");
    assertThat(said("seats", "--state", "TX", "--home", home)).contains("Sample Winner");
    assertThat(said("seats", "--state", "TX")).doesNotContain("Sample Winner");

    assertThat(typing.type("data", "use", "built-in", "--home", home)).isZero();
    assertThat(status(home)).contains("\"release\":\"%s\"".formatted(builtIn()));
  }

  @Test
  void updatesFromAMirrorAndChangesNothingWhereAFileIsMissingThere() throws Exception {
    Path home = house();
    var mirror = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    mirror.createContext(
        "/whole/addendum.yaml",
        exchange -> answer(exchange, 200, SampleInputs.WINNER.getBytes(UTF_8)));
    mirror.createContext(
        "/away", exchange -> redirect(exchange, "http://127.0.0.1/whole/addendum.yaml"));
    mirror.start();
    try {
      String at = "http://127.0.0.1:" + mirror.getAddress().getPort();

      assertThat(typing.type("data", "update", "--from", at + "/none", "--home", home)).isOne();
      assertThat(typing.err.toString())
          .contains("/none/legislators-current.yaml answers 404. Nothing was changed.");
      assertThat(typing.type("data", "import", at + "/away/addendum.yaml", "--home", home)).isOne();
      assertThat(typing.err.toString()).contains("where we do not follow");
      assertThat(
              typing.type(
                  "data", "import", at + "/whole/addendum.yaml", "--home", home, "--name", "m"))
          .isZero();
      assertThat(typing.out.toString()).contains("SHA-256 ", "Release m is in use.");
    } finally {
      mirror.stop(0);
    }
    assertThat(typing.type("data", "update", "--from", "http://127.0.0.1:1", "--home", home))
        .isOne();
    assertThat(typing.err.toString()).contains("there is no way to it from here");
  }

  private Path house() {
    Path home = temp.resolve("house");
    BegunHome.in(home);
    return home;
  }

  private String status(Path home) {
    return said("data", "status", "--json", "--home", home);
  }

  private static String said(Object... words) {
    var one = new Typing();
    assertThat(one.type(words)).as("%s", one.err).isZero();
    return one.out.toString();
  }

  private static String builtIn() {
    return Districts.builtInRelease();
  }

  private static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().add("Location", to);
    answer(exchange, 302, new byte[0]);
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
