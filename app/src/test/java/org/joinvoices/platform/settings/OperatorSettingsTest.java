package org.joinvoices.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joinvoices.platform.settings.OperatorSettings.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorSettingsTest {

  private final Path folder;
  private final Path key;

  OperatorSettingsTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.key = Files.writeString(folder.resolve("master.json"), "{}");
  }

  @Test
  void takesWhatIsSetAndTheUsualForTheRest() throws IOException {
    OperatorSettings settings = usable(good());

    assertThat(settings.get("mail.host")).isEqualTo("127.0.0.1");
    assertThat(settings.get("mail.port")).isEqualTo("25");
    assertThat(settings.find("house.key")).isEmpty();
    assertThat(settings.toString()).doesNotContain("letters");
  }

  @Test
  void letsTheEnvironmentGoBeforeTheFile() throws IOException {
    var outcome =
        OperatorSettings.read(
            Optional.of(file(good())), Map.of("JOINVOICES_MAIL_HOST", "mail.sample.example"));

    assertThat(((Outcome.Usable) outcome).settings().get("mail.host"))
        .isEqualTo("mail.sample.example");
  }

  @Test
  void listsEveryFaultAtOnceWithItsPlaceAndQuotesNoValue() throws IOException {
    var faults =
        faults(
            """
            base-url = letters.sample.example
            mail.port = 70000
            # a comment
            mial.host = 127.0.0.1
            nonsense
            mail.from = secretive
            mail.from = letters@sample.example
            """);

    assertThat(faults)
        .anyMatch(line -> line.contains("house.conf:1: base-url cannot be read."))
        .anyMatch(line -> line.contains("house.conf:2: mail.port cannot be read. Write a number"))
        .anyMatch(line -> line.contains("house.conf:4: unknown key mial.host."))
        .anyMatch(line -> line.contains("house.conf:5: not of the form key = value."))
        .anyMatch(line -> line.contains("house.conf:7: mail.from is there twice."))
        .anyMatch(
            line ->
                line.startsWith(
                    "mail.host is missing. Set it in the file, or JOINVOICES_MAIL_HOST."))
        .anyMatch(line -> line.startsWith("master-key-file is missing."))
        .noneMatch(line -> line.contains("secretive") || line.contains("70000"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "base-url = http://letters.sample.example | base-url begins with http://",
        "listen.address = 0.0.0.0 | listen.address can be reached from other machines without TLS",
        "management.port = 8080 | management.port is listen.port too",
        "house.key = replace-me | house.key is the example's",
        "house.key = k | agent.name is missing; house.key needs it.",
        "senate.key = k | agent.contact-phone is missing; senate.key needs it.",
        "database.url = jdbc:postgresql://localhost/x | database.owner-password is missing",
        "mail.dkim-selector = s | mail.dkim-key-file is missing",
        "mail.dkim-key-file = /no/such/file | mail.dkim-key-file cannot be read. Make one",
        "listen.proxies = proxy.sample.example | listen.proxies cannot be read. Write networks",
        "listen.proxies = 10.0.0.0/99 | listen.proxies cannot be read",
        "geocoder.kind = google | geocoder.kind cannot be read. Write off, census, nominatim or photon.",
        "geocoder.timeout = 60 | geocoder.timeout cannot be read. Write seconds from 0.1 to 10",
        "geocoder.url = http://maps.sample.example | geocoder.url begins with http://",
        "mail.user = u | mail.password is missing; mail.user needs it.",
        "mail.password = p | mail.password would travel in clear",
      })
  void refusesWhatWouldBetrayOrOnlySeemToWork(String line, String fault) throws IOException {
    String rest =
        good()
            .lines()
            .filter(one -> !one.startsWith(line.split(" ")[0]))
            .reduce("", (a, b) -> a + b + "\n");

    assertThat(faults(rest + line + "\n")).anyMatch(said -> said.contains(fault));
  }

  @Test
  void refusesKeysThatLieInTheHomeAndAMasterKeyThatIsNotThere() throws IOException {
    assertThat(faults(good().replace(folder.resolve("home").toString(), folder.toString())))
        .hasSize(2)
        .anyMatch(line -> line.startsWith("master-key-file lies in the home"))
        .anyMatch(line -> line.startsWith("key-store lies in the home"));
    Files.delete(key);
    assertThat(faults(good())).singleElement().asString().contains("./joinvoices make-key FILE");
  }

  @Test
  void refusesAServerThatOwnsItsTables() throws IOException {
    String database =
        """
        database.url = jdbc:postgresql://localhost/x
        database.user = %s
        database.password = p
        database.owner-user = owner
        database.owner-password = p
        """;

    assertThat(faults(good() + database.formatted("owner")))
        .singleElement()
        .asString()
        .startsWith("database.user is the owner too");
    usable(good() + database.formatted("server"));
  }

  @Test
  void takesAPublicAddressBehindAProxy() throws IOException {
    usable(good() + "listen.address = 0.0.0.0\nlisten.tls-in-front = true\n");
  }

  @Test
  void writesAReferenceOfEveryKeyThatServesAsAStart() throws IOException {
    String reference = OperatorSettings.reference();

    assertThat(reference.lines()).allMatch(line -> line.length() <= 120);
    Reference.SETTINGS.forEach(
        setting ->
            assertThat(reference)
                .contains(setting.key() + " = ")
                .contains(setting.variable() + ")"));
    assertThat(Files.readString(Path.of("../docs/operate/house.conf"))).isEqualTo(reference);
    usable(reference.replace("/etc/joinvoices/master.json", key.toString()));
    assertThat(faults(reference.replaceAll("(?m)^#(\\S+ = )", "$1")))
        .anyMatch(line -> line.contains("house.key is the example's"));
  }

  private String good() {
    return """
    base-url = https://letters.sample.example
    home = %s
    master-key-file = %s
    key-store = %s
    mail.host = 127.0.0.1
    mail.from = letters@sample.example
    """
        .formatted(folder.resolve("home"), key, folder.resolve("keys"));
  }

  private OperatorSettings usable(String text) throws IOException {
    return switch (read(text)) {
      case Outcome.Usable(var settings) -> settings;
      case Outcome.Faulty(var faults) -> throw new AssertionError(String.join("\n", faults));
    };
  }

  private List<String> faults(String text) throws IOException {
    return switch (read(text)) {
      case Outcome.Usable _ -> List.of();
      case Outcome.Faulty(var faults) -> faults;
    };
  }

  private Outcome read(String text) throws IOException {
    return OperatorSettings.read(Optional.of(file(text)), Map.of());
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("house.conf"), text);
  }
}
