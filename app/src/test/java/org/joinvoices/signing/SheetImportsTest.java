package org.joinvoices.signing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.signing.SheetImportOutcome.Done;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetImportsTest {

  private static final String HEADER =
      "First name,Last name,Title,E-mail,Street address,City,State,ZIP,Consent deliver\n";

  private final SigningHouse house = new SigningHouse();
  private final SheetImports imports =
      new SheetImports(
          house.database, house.vault, house.signing, house.clock, InstantSource.system());
  private final Path temp;

  SheetImportsTest(@TempDir Path temp) {
    this.temp = temp;
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void countsEachRowOnceForTheLetterAndSaysHowManyAreOnPaper() throws IOException {
    house.confirmed(SampleForms.letter());

    Done done =
        imported(
            """
            Sample-Ana,Testperson,,,1 Samplestreet,Cleveland,OH,44103,
            Sample-Ana,Testperson,,,"1 Sample Street",Cleveland,OH,44103-1234,x
            sample-ana,TESTPERSON,,,1 samplestreet,,,44103,
            Sample-Sam,Testperson,,sam.testperson@mail.example,,,,,
            Sample-José,Testperson,,jose@mail.example,,,,,
            """);

    assertThat(done)
        .extracting(Done::rows, Done::counted, Done::doubles, Done::faulty, Done::mails)
        .containsExactly(5L, 2L, 3L, 0L, 0L);
    house.count();
    Count count = house.counts.of(house.action.id());
    assertThat(count.confirmed()).isEqualTo(3);
    assertThat(count.onPaper()).isEqualTo(2);
    assertThat(house.rows("signature WHERE source = 'sheet' AND act = 'letter'")).isEqualTo(2);
    assertThat(house.rows("consent WHERE kind = 'letter'")).isEqualTo(3);
  }

  @Test
  void asksByMailOnlyWhereTheRowItselfSaysSoAndHasAddressAndMailbox() throws IOException {
    Done done =
        imported(
            """
            Sample-Ana,Testperson,Ms.,ana@mail.example,1 Samplestreet,Cleveland,OH,44103,x
            Sample-Ben,Testperson,Mr.,ben@mail.example,2 Samplestreet,Cleveland,OH,44103,
            Sample-Cem,Testperson,Mr.,,3 Samplestreet,Cleveland,OH,44103,x
            Sample-Dan,Testperson,Mr.,dan@mail.example,,Cleveland,OH,44103,x
            """);

    assertThat(done.counted()).isEqualTo(4);
    assertThat(done.mails()).isEqualTo(1);
    assertThat(house.rows("mail")).isEqualTo(1);
    SignatureKey asked = asked();
    assertThat(house.signatures.findConfirmationDue(asked))
        .get()
        .satisfies(due -> assertThat(due.to().value()).isEqualTo("ana@mail.example"));
  }

  @Test
  void whoConfirmsByMailIsCountedOnceAndNoLongerOnTheWordOfAWitness() throws IOException {
    imported("Sample-Ana,Testperson,Ms.,ana@mail.example,1 Samplestreet,Cleveland,OH,44103,x\n");
    house.count();
    SignatureKey asked = asked();
    var before = house.clock.instant();
    house.advance(Duration.ofDays(3));

    assertThat(house.signing.confirm(asked)).isEqualTo(new ConfirmOutcome.Confirmed(asked));
    assertThat(house.signing.confirm(asked)).isEqualTo(new ConfirmOutcome.AlreadyCounted(asked));

    house.count();
    Count count = house.counts.of(house.action.id());
    assertThat(count.confirmed()).isEqualTo(1);
    assertThat(count.onPaper()).isZero();
    SignatureView view = house.signatures.find(asked).orElseThrow();
    assertThat(view.act()).isEqualTo(Act.SEND);
    assertThat(view.confirmedAt()).as("it keeps its place in the book").contains(before);
    assertThat(house.rows("signature WHERE source = 'sheet' AND sealed_contact IS NULL"))
        .isEqualTo(1);
  }

  @Test
  void whoSignsOnTheWebLaterTakesThePlaceOfTheirRowAndNobodyIsKeptOutByASheet() throws IOException {
    imported(
        """
        Sample-Sam,Testperson,,sam.testperson@mail.example,1 Samplestreet,,,44103,
        Sample-Eve,Testperson,,amira.testperson@mail.example,9 Samplestreet,,,44103,
        """);

    house.confirmed(SampleForms.letter());
    house.confirmed(SampleForms.send());

    house.count();
    Count count = house.counts.of(house.action.id());
    assertThat(count.confirmed()).isEqualTo(3);
    assertThat(count.onPaper()).isEqualTo(1);
    assertThat(imported("Sample-Sam,Testperson,,,1 Samplestreet,,,44103,\n").doubles())
        .as("known by name and place still")
        .isEqualTo(1);
  }

  @Test
  void undoTakesOutAndErasesWhatNobodyConfirmedSince() throws IOException {
    Done done =
        imported(
            """
            Sample-Ana,Testperson,Ms.,ana@mail.example,1 Samplestreet,Cleveland,OH,44103,x
            Sample-Ben,Testperson,,,2 Samplestreet,,,44103,
            """);
    house.signing.confirm(asked());
    imported("Sample-Cem,Testperson,Mr.,cem@mail.example,3 Samplestreet,Cleveland,OH,44103,x\n");

    UUID batch = done.batch().orElseThrow();
    assertThat(imports.undo(new Actor.CommandLine(), batch)).contains(1L);
    assertThat(imports.undo(new Actor.CommandLine(), batch)).contains(0L);
    assertThat(imports.undo(new Actor.CommandLine(), UUID.randomUUID())).isEmpty();

    house.count();
    assertThat(house.counts.of(house.action.id()).confirmed()).isEqualTo(2);
    assertThat(house.rows("signature WHERE state = 'withdrawn' AND sheet_hash IS NOT NULL"))
        .isZero();
    assertThat(house.rows("audit_entry WHERE act = 'import_undone'")).isEqualTo(1);
    assertThat(imports.list())
        .extracting(
            ImportBatch::counted,
            ImportBatch::byMail,
            ImportBatch::waiting,
            b -> b.undoneAt().isPresent())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1L, 0L, 1L, false),
            org.assertj.core.groups.Tuple.tuple(0L, 1L, 0L, true));
    assertThat(imports.list().getFirst().witness()).isEqualTo("Sample Witness, Cleveland");
    assertThat(imported("Sample-Ben,Testperson,,,2 Samplestreet,,,44103,\n").counted())
        .as("can be imported again")
        .isEqualTo(1);
  }

  @Test
  void aMailboxThatSaysItWasNotThemPutsTheRowUnderReview() throws IOException {
    imported("Sample-Ana,Testperson,Ms.,ana@mail.example,1 Samplestreet,Cleveland,OH,44103,x\n");

    assertThat(house.signing.refuse(asked())).isTrue();

    house.count();
    assertThat(house.counts.of(house.action.id()).confirmed()).isZero();
    assertThat(house.rows("signature WHERE state = 'under_review' AND flags = '{not_me}'"))
        .isEqualTo(1);
  }

  @Test
  void whoIsReleasedTakesThePlaceOfTheirRowAndOfItsDay() throws IOException {
    imported("Sample-Sam,Testperson,,sam.testperson@mail.example,1 Samplestreet,,,44103,\n");
    var onPaper = house.clock.instant();
    house.advance(Duration.ofDays(1));
    var frozen = house.clock.instant();
    house.advance(Duration.ofDays(1));
    SignatureKey web = house.underReview(SampleForms.letter(), "honeypot");

    UUID batch =
        house.decide(
            ReviewScope.of(house.action.id(), SignatureState.UNDER_REVIEW),
            new ReviewDecision.Release());

    assertThat(house.reviews.find(batch).orElseThrow().tally().changed()).isEqualTo(1);
    house.count();
    Count count = house.counts.of(house.action.id());
    assertThat(count.confirmed()).isEqualTo(1);
    assertThat(count.onPaper()).isZero();
    assertThat(house.rows("signature WHERE source = 'sheet' AND sealed_contact IS NULL"))
        .isEqualTo(1);
    var listed = new ArrayList<BookEntry>();
    house.signatures.forEachConfirmed(
        house.action.id(), frozen, onPaper, frozen, frozen, listed::add);
    assertThat(listed)
        .as("who stood in the book by the word of a witness stands in it")
        .extracting(BookEntry::id)
        .containsExactly(web.signature());
  }

  @Test
  void aRowOnPaperAndTheSignatureOfTheSamePersonReleasedTogetherCountOnce() throws IOException {
    imported(
        "Sample-Sam,Testperson,Mr.,sam.testperson@mail.example,1 Samplestreet,Cleveland,OH,44103,x\n");
    SignatureKey web = house.underReview(SampleForms.letter(), "honeypot");
    house.signing.refuse(asked());
    assertThat(house.rows("signature WHERE state = 'under_review'")).isEqualTo(2);

    UUID batch =
        house.decide(
            ReviewScope.of(house.action.id(), SignatureState.UNDER_REVIEW),
            new ReviewDecision.Release());

    house.count();
    assertThat(house.counts.of(house.action.id()).confirmed()).isEqualTo(1);
    assertThat(house.signatures.find(web).orElseThrow().state())
        .isEqualTo(SignatureState.CONFIRMED);
    assertThat(house.reviews.find(batch).orElseThrow().tally())
        .isEqualTo(new ReviewBatch.Tally(2, 1, 1, 0, 0, 0));
    house.undo(batch);
    house.count();
    assertThat(house.counts.of(house.action.id()).confirmed()).isZero();
    assertThat(house.rows("signature WHERE state = 'under_review'")).isEqualTo(2);
  }

  @Test
  void handsBackRowsToMendAsTheyWereForTheirOwnerOnly() throws IOException {
    Path faults = temp.resolve("faults.csv");
    Files.writeString(faults, "of an earlier run");
    Done done =
        run(
            HEADER.replace("Consent deliver", "consent_deliver,consent_letter,Tel")
                + """
                Sample-Ana,Testperson,,ana@mail.example,1 Samplestreet,Cleveland,OH,44103,x,x,12
                Sample-Ben,,,not an address,,,Ohio,441,,x,
                "Sample-Cem, Jr.",Testperson,,,,,,,,x,
                Sample-Dan,Testperson,,,4 Samplestreet,,,44103,,,
                Sample-Eve,Testperson,,,5 Samplestreet,,,44103,,x,
                ,,,,,,,,,,
                """,
            true,
            Optional.of(faults));

    assertThat(done)
        .extracting(Done::dryRun, Done::rows, Done::counted, Done::faulty)
        .containsExactly(true, 5L, 1L, 4L);
    assertThat(done.unread()).containsExactly("Tel");
    assertThat(done.batch()).isEmpty();
    assertThat(house.rows("signature")).isZero();
    assertThat(house.rows("import_batch")).isZero();
    assertThat(Files.readAllLines(faults))
        .hasSize(5)
        .satisfies(
            lines -> {
              assertThat(lines.get(0)).endsWith(",Tel,fault");
              assertThat(lines.get(1))
                  .startsWith("Sample-Ana,Testperson,,ana@mail.example,1 Samplestreet,")
                  .contains("prefix: messages need a title");
              assertThat(lines.get(2))
                  .contains(
                      "family_name: type in",
                      "email: is no whole",
                      "region: is a state",
                      "postal_code: a ZIP");
              assertThat(lines.get(3))
                  .startsWith("\"Sample-Cem, Jr.\"")
                  .contains("postal_code: without");
              assertThat(lines.get(4)).contains("consent_letter: the box");
            });
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(faults)))
        .isEqualTo("rw-------");
  }

  @Test
  void aDryRunForetellsWhatTheImportDoes() throws IOException {
    String rows =
        """
        Sample-Ana,Testperson,Ms.,ana@mail.example,1 Samplestreet,Cleveland,OH,44103,x
        Sample-Ana,Testperson,Ms.,ana@mail.example,1 Samplestreet,Cleveland,OH,44103,x
        Sample-Ben,Testperson,Mr.,ana@mail.example,1 Samplestreet,Cleveland,OH,44103,x
        Sample-Cem,Testperson,Mr.,ana@mail.example,1 Samplestreet,Cleveland,OH,44103,x
        """;
    Done told = run(HEADER + rows, true, Optional.empty());
    Done done = imported(rows);

    assertThat(told)
        .extracting(Done::counted, Done::mails, Done::doubles, Done::faulty)
        .containsExactly(2L, 2L, 1L, 1L)
        .isEqualTo(java.util.List.of(done.counted(), done.mails(), done.doubles(), done.faulty()));
  }

  @Test
  void readsSemicolonsSpanishHeadersAndAMarkOfByteOrder() throws IOException {
    Done done =
        run(
            "\uFEFFNombre;Apellidos;Código postal;Teléfono\nSample-Ñandú;Testperson;44103;\n",
            false,
            Optional.empty());
    assertThat(done.counted()).isEqualTo(1);
    assertThat(done.unread()).containsExactly("Teléfono");
  }

  @Test
  void refusesAFileThatIsNotUtf8OrNamesNoColumnsBeforeAnythingIsStored() throws IOException {
    Path file = temp.resolve("rows.csv");
    Files.write(
        file,
        (HEADER + "Sample-Ben,Testperson,,,2 S,,,44103,\nSample-José,Testperson,,,1 S,,,44103,\n")
            .getBytes(ISO_8859_1));
    assertThat(refused(file, Map.of())).contains("not in UTF-8", "CSV UTF-8");
    Files.writeString(file, "a,b\n1,2\n");
    assertThat(refused(file, Map.of())).contains("no column for last names", "--map family_name");
    assertThat(refused(file, Map.of("family_name", "c"))).contains("The file has: a, b.");
    assertThat(refused(file, Map.of("shoes", "a"))).contains("knows no field shoes");
    Files.writeString(file, "last name\n\"open\n");
    assertThat(refused(file, Map.of())).contains("quote that is not closed");
    assertThat(house.rows("signature")).isZero();
  }

  @Test
  void theSheetSaysWhichWordsWereAgreedTo() throws IOException {
    var forms = new SheetForms(house.database, house.clock);
    SheetForm printed = forms.keep(house.action, "es");
    assertThat(
            forms.find(house.action.id(), " " + printed.code().toLowerCase(java.util.Locale.ROOT)))
        .contains(printed);

    Path file = temp.resolve("rows.csv");
    Files.writeString(file, HEADER + "Sample-Ana,Testperson,,,1 Samplestreet,,,44103,\n");
    imports.run(
        new Actor.CommandLine(),
        task(file, Map.of(), Optional.of(printed), false, Optional.empty()));
    assertThat(
            house.rows(
                "consent WHERE language = 'es' AND wording_version = " + printed.wordingVersion()))
        .isEqualTo(1);

    var other =
        new SheetForm("ES2-9-0000", "es", "9-00000000", 2, printed.letter(), printed.deliver());
    assertThat(
            imports.run(
                new Actor.CommandLine(),
                task(file, Map.of(), Optional.of(other), false, Optional.empty())))
        .isInstanceOfSatisfying(
            SheetImportOutcome.Refused.class,
            refused -> assertThat(refused.why()).contains("other words than the letter has now"));
  }

  private SignatureKey asked() {
    UUID id =
        house
            .jdbc
            .sql("SELECT id FROM signature WHERE source = 'sheet_mail' AND state = 'pending'")
            .query(UUID.class)
            .single();
    return new SignatureKey(house.action.id(), new SignatureId(id));
  }

  private Done imported(String rows) throws IOException {
    return run(HEADER + rows, false, Optional.empty());
  }

  private Done run(String text, boolean dryRun, Optional<Path> faults) throws IOException {
    Path file = temp.resolve("rows.csv");
    Files.writeString(file, text);
    return switch (imports.run(
        new Actor.CommandLine(), task(file, Map.of(), Optional.empty(), dryRun, faults))) {
      case Done done -> done;
      case SheetImportOutcome.Refused(var why) -> throw new AssertionError(why);
    };
  }

  private String refused(Path file, Map<String, String> columns) throws IOException {
    return switch (imports.run(
        new Actor.CommandLine(), task(file, columns, Optional.empty(), false, Optional.empty()))) {
      case Done done -> throw new AssertionError("imported " + done.rows());
      case SheetImportOutcome.Refused(var why) -> why;
    };
  }

  private SheetImportTask task(
      Path file,
      Map<String, String> columns,
      Optional<SheetForm> sheet,
      boolean dryRun,
      Optional<Path> faults) {
    return new SheetImportTask(
        house.action, file, columns, sheet, "Sample Witness, Cleveland", dryRun, faults);
  }
}
