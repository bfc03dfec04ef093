package org.joinvoices.districts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.joinvoices.districts.DataReleases.Activated;
import org.joinvoices.districts.DataReleases.NotActivated;
import org.joinvoices.districts.DataReleases.NothingNew;
import org.joinvoices.districts.DataReleases.Preparation;
import org.joinvoices.districts.DataReleases.Prepared;
import org.joinvoices.districts.DataReleases.Refused;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditEntry;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From public files to the release that a running house uses, and back. */
class DataReleasesTest {

  private static final InstantSource NOW =
      InstantSource.fixed(Instant.parse("2026-11-24T12:00:00Z"));
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final Seat TX_23 = Seat.house("TX", 23);

  /** Made once: to compile all civic data takes seconds. */
  private static Optional<Prepared> made = Optional.empty();

  private final DataSource database = TestDatabase.fresh();
  private final DataReleases releases = new DataReleases(database, NOW);
  private final Path file;

  DataReleasesTest(@TempDir Path temp) {
    file = temp.resolve("addendum.yaml");
  }

  @Test
  void withoutAnImportTheReleaseThatShipsAnswers() {
    assertThat(releases.inUse().release()).isEqualTo(Districts.builtInRelease());
    assertThat(releases.nameInUse().release()).isEqualTo(Districts.builtInRelease());
    assertThat(releases.standing(TODAY).vacant()).containsExactly("FL-20", "TX-23");
  }

  @Test
  void oneNewMemberIsShownAndThenKnownToARunningHouseWhileAllElseStays() throws Exception {
    var running = new ReleaseInUse(new ReleaseStore(database));
    var districts = new Districts(running::edition);
    Districts asked = districts.snapshot();
    Prepared prepared = one();
    assertThat(prepared.changes())
        .contains("2026-11-24 TX-23 filled: Sample Winner (Independent) came");
    assertThat(districts.officeholder(TX_23, TODAY)).isEmpty();

    assertThat(releases.activate(prepared)).isEqualTo(new Activated("one"));
    running.follow();

    await(() -> districts.release().equals("one"));
    assertThat(districts.officeholder(TX_23, TODAY).orElseThrow().name())
        .isEqualTo("Sample Winner");
    assertThat(districts.match(new GeoPoint(41.4822, -81.6697), TODAY).toString())
        .contains("OH-11");
    assertThat(asked.release()).isEqualTo(Districts.builtInRelease());
    assertThat(prepare(SampleInputs.WINNER, "two")).isEqualTo(new NothingNew("one"));
    assertThat(new AuditTrail(database, NOW).list(Long.MAX_VALUE, 9))
        .extracting(AuditEntry::act)
        .containsExactly(AuditAct.DATA_RELEASE_ACTIVATED);
  }

  @Test
  void ofTwoImportsAtOnceTheSecondIsToldOfTheFirst() throws IOException {
    Prepared one = one();
    Prepared two = (Prepared) prepare(SampleInputs.WINNER.replace("Winner", "Victor"), "two");
    releases.activate(one);

    assertThat(((NotActivated) releases.activate(two)).reason())
        .startsWith("Meanwhile one was put in use. Nothing was changed");
    assertThat(releases.inUse().release()).isEqualTo("one");
    assertThat(releases.standing(TODAY).stored()).hasSize(1);
  }

  @Test
  void aNameIsNeverGivenToOtherFacts() throws IOException {
    releases.activate(one());
    releases.use(DataReleases.BUILT_IN);

    assertThat(
            releases.activate(
                (Prepared) prepare(SampleInputs.WINNER.replace("Winner", "Victor"), "one")))
        .isInstanceOf(NotActivated.class);
    assertThat(
            releases.activate((Prepared) prepare(SampleInputs.WINNER, Districts.builtInRelease())))
        .isInstanceOf(NotActivated.class);
    assertThat(releases.inUse().release()).isEqualTo(Districts.builtInRelease());
  }

  @Test
  void oneMayGoBackAndForth() throws IOException {
    releases.activate(one());

    assertThat(releases.use(DataReleases.BUILT_IN))
        .isEqualTo(new Activated(Districts.builtInRelease()));
    assertThat(releases.inUse().officeholder(TX_23, TODAY)).isEmpty();
    assertThat(releases.use("one")).isEqualTo(new Activated("one"));
    assertThat(releases.inUse().officeholder(TX_23, TODAY)).isPresent();
    assertThat(((NotActivated) releases.use("none")).reason()).contains("data status lists them");
  }

  @Test
  void whatWasDamagedDoesNotAnswerButTheReleaseThatShipsDoes() throws IOException {
    releases.activate(one());
    TestDatabase.owner(database)
        .sql("UPDATE data_release SET bytes = substring(bytes FROM 1 FOR 1000)")
        .update();

    assertThat(releases.inUse().release()).isEqualTo(Districts.builtInRelease());
    assertThat(releases.nameInUse().alarm().orElseThrow()).contains("release one cannot be read");
    DataStanding standing = releases.standing(TODAY);
    assertThat(standing.alarm().orElseThrow()).contains("it was damaged since it was stored");
    assertThat(standing.advice()).anyMatch(advice -> advice.contains("data use NAME"));
    assertThat(releases.use("one")).isInstanceOf(NotActivated.class);
  }

  @Test
  void aFileWithoutPeopleWhoSitIsRefusedBecauseItMayBeCutShort() throws IOException {
    Files.writeString(file.resolveSibling("legislators-current.yaml"), SampleInputs.WINNER);
    var refused =
        (Refused)
            releases.prepare(
                ReleaseInputs.of(file.resolveSibling("legislators-current.yaml"), ""), TODAY);

    assertThat(refused.faults())
        .anyMatch(
            fault ->
                fault.startsWith("legislators: Marcy Kaptur of OH-09 is in none of these files"));
  }

  @Test
  void filesOfUnknownNamesAreRefused() throws IOException {
    Path other = Files.writeString(file.resolveSibling("members.yaml"), SampleInputs.WINNER);

    assertThat(releases.prepare(ReleaseInputs.of(other, ""), TODAY))
        .isInstanceOf(Refused.class)
        .asString()
        .contains("none of a name we know");
  }

  /** A new member, over the release that ships. */
  private Prepared one() throws IOException {
    if (made.isEmpty()) {
      made = Optional.of((Prepared) prepare(SampleInputs.WINNER, "one"));
    }
    return made.get();
  }

  private Preparation prepare(String people, String name) throws IOException {
    Files.writeString(file, people);
    return releases.prepare(ReleaseInputs.of(file, name), TODAY);
  }

  private static void await(BooleanSupplier done) throws InterruptedException {
    long until = System.nanoTime() + 20_000_000_000L;
    while (!done.getAsBoolean() && System.nanoTime() < until) {
      Thread.sleep(20);
    }
    assertThat(done.getAsBoolean()).isTrue();
  }
}
