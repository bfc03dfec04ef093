package org.joinvoices.seize;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.joinvoices.cli.Main;
import org.joinvoices.platform.database.BareDatabase;
import org.joinvoices.seize.SeizeReport.Day;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A house is seized on the three days that docs/privacy.md tells of, by fewer people than there;
 * what is left of its last day is then seized again and again, with something planted.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeizureTest {

  private static final int SIGNERS = 40;
  private static final LocalDate LAST = Seizure.USUAL.getLast();

  private final Path kept;
  private List<Person> people = List.of();
  private SeizeReport report = new SeizeReport(0, 0, 0, List.of());

  SeizureTest(@TempDir Path temp) {
    this.kept = temp.resolve("kept");
  }

  @BeforeAll
  void seizesAHouse() throws InterruptedException {
    var plan = new Seizure.Plan(Main.class.getName(), SIGNERS, 31, Seizure.USUAL);
    report = Seizure.run(plan, _ -> {}, this::keep);
  }

  private void keep(Path seized, List<Person> candidates) throws IOException {
    people = candidates;
    if (seized.endsWith(LAST.toString())) {
      Files.walkFileTree(seized, new FileCopy(seized, kept));
    }
  }

  @Test
  void findsNothingBeyondWhatIsPublished() {
    assertThat(report.days()).hasSize(3).allSatisfy(day -> assertThat(day.beyond()).isEmpty());
    assertThat(report.holds()).isTrue();
  }

  @Test
  void readsEverythingOfEverySignerWhileTheKeyIsThere() {
    Day day = report.days().getFirst();

    assertThat(day.keys()).isEqualTo(Phase.LETTER_KEY.words());
    assertThat(found(day, Source.ROWS, Group.SIGNERS)).isEqualTo(size(day, Group.SIGNERS));
    assertThat(found(day, Source.BACKUPS, Group.NAMED)).isEqualTo(size(day, Group.NAMED));
    // what was written last is in the log alone, what was written long ago in the files alone
    assertThat(found(day, Source.FILES, Group.SIGNERS)).isPositive();
    assertThat(found(day, Source.WAL, Group.SIGNERS)).isPositive();
    assertThat(line(day, Source.ROWS).read())
        .allSatisfy((_, number) -> assertThat(number).isPositive());
    assertThat(found(day, Source.ROWS, Group.REFUSED)).isEqualTo(size(day, Group.REFUSED));
    assertThat(found(day, Source.BOOKS, Group.NAMED)).isEqualTo(size(day, Group.NAMED));
  }

  @Test
  void readsBackupsWithACopyOfTheKeyThatWasDestroyed() {
    Day day = report.days().get(1);

    assertThat(day.keys()).isEqualTo(Phase.KEY_COPIES.words());
    assertThat(found(day, Source.ROWS, Group.SIGNERS)).isZero();
    assertThat(found(day, Source.BACKUPS, Group.SIGNERS)).isEqualTo(size(day, Group.SIGNERS));
    assertThat(found(day, Source.BACKUPS, Group.FORGOTTEN)).isZero();
  }

  @Test
  void tellsNobodyWhoWasNotNamedOrRefusedOnceNoKeyIsLeft() {
    Day day = report.days().getLast();

    assertThat(day.keys()).isEqualTo(Phase.NO_KEY.words());
    for (Source source : Source.values()) {
      assertThat(found(day, source, Group.SIGNERS) + found(day, source, Group.FORGOTTEN)).isZero();
    }
  }

  @Test
  void findsAnAddressInALog() throws IOException {
    Path log = kept.resolve(HouseFiles.LOG);
    Files.writeString(log, "mailed " + signer().email() + "\n", StandardOpenOption.APPEND);

    assertBeyond(Source.LOGS);
  }

  @Test
  void findsOwnWordsInATemporaryFileOfAnotherEncoding() throws IOException {
    Path file = kept.resolve(HouseFiles.TEMPORARY).resolve("planted");
    Files.write(file, ("x" + signer().ownWords()).getBytes(UTF_16LE));

    assertBeyond(Source.TEMPORARY);
  }

  @Test
  void findsAStreetWithinWhatIsEncodedAndPacked() throws IOException {
    Path file = kept.resolve(HouseFiles.BACKUPS).resolve("planted.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(Base64.getEncoder().encode(("street " + signer().street()).getBytes(UTF_8)));
    }

    assertBeyond(Source.BACKUPS);
  }

  @Test
  void findsAHashWithoutAKeyInAColumn() throws IOException, NoSuchAlgorithmException {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(signer().email().getBytes(UTF_8));
    try (var database = BareDatabase.open(kept.resolve(HouseFiles.HOME))) {
      JdbcClient.create(database.owner())
          .sql(
              "UPDATE signature_event SET salt = ? WHERE seq = (SELECT max(seq) FROM signature_event)")
          .param(hash)
          .update();
    }

    assertBeyond(Source.ROWS);
    assertBeyond(Source.FILES);
  }

  @Test
  void findsAColumnThatTellsWhoIsNoSigner() throws IOException {
    Path file = kept.resolve(HouseFiles.HOME).resolve("strangers");
    Files.writeString(file, people.getLast().family());

    assertBeyond(Source.OTHER);
  }

  @Test
  void isPublishedAsItIs() throws IOException {
    List<String> published = Files.readAllLines(Path.of("../docs/privacy.md"));

    for (Phase phase : Phase.values()) {
      PublishedTable table = PublishedTable.find(published, phase.words());
      for (Source source : Source.values()) {
        for (Group group : table.groups()) {
          boolean found = table.isFound(source.words(), group);
          assertThat(found)
              .as("%s, %s, %s", phase.words(), source.words(), group.word())
              .isEqualTo(Baseline.allowed(phase, source, group) != Level.NOTHING);
        }
      }
    }
  }

  private Person signer() {
    return people.stream()
        .filter(one -> one.fate() == Fate.COUNTED && one.sends())
        .findFirst()
        .orElseThrow();
  }

  private void assertBeyond(Source source) throws IOException {
    var groups = new HashMap<Person, Group>();
    people.forEach(one -> groups.put(one, Group.of(one.fate(), Seizure.FIRST, LAST)));
    Day day = new Judgement(LAST, Attack.on(kept, people), groups).day();
    assertThat(day.beyond()).anyMatch(line -> line.startsWith(source.words()));
  }

  private static SeizeReport.Line line(Day day, Source source) {
    return day.lines().stream()
        .filter(line -> line.source().equals(source.word()))
        .findFirst()
        .orElseThrow();
  }

  private static int found(Day day, Source source, Group group) {
    return line(day, source).recognised().getOrDefault(group.word(), 0);
  }

  private static int size(Day day, Group group) {
    return day.groups().getOrDefault(group.word(), 0);
  }
}
