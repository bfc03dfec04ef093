package org.joinvoices.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.joinvoices.action.Action;
import org.joinvoices.action.ActionId;
import org.joinvoices.action.Actions;
import org.joinvoices.action.SampleActions;
import org.joinvoices.platform.database.TestDatabase;
import org.joinvoices.signing.Act;
import org.joinvoices.signing.BookEntry;
import org.joinvoices.signing.SignatureId;
import org.joinvoices.signing.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PetitionBooksTest {

  private final DataSource database = TestDatabase.fresh();
  private final Action action = SampleActions.stored(database);
  private final Instant deadline = action.deadline().toInstant();
  private final List<BookEntry> signed = new ArrayList<>();
  private final Path dir;
  private Instant now = SampleActions.OPEN;
  private final PetitionBooks books =
      new PetitionBooks(database, this::forEachConfirmed, () -> now);

  PetitionBooksTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void isProvisionalBeforeTheDeadlineAndFrozenAfterIt() {
    sign("Ana Sample", now.minusSeconds(60), now.minusSeconds(30));
    assertThat(books.makeAll(action.id(), dir))
        .singleElement()
        .satisfies(
            book -> {
              assertThat(book.frozen()).isFalse();
              assertThat(book.asOf()).isEqualTo(now);
              assertThat(book.signatures()).isEqualTo(1);
            });

    now = deadline.plusSeconds(60);
    PetitionBook book = books.make(action.id(), BookPart.BOOK, dir);
    assertThat(book.frozen()).isTrue();
    assertThat(book.asOf()).isEqualTo(deadline);
    assertThat(book.files()).allSatisfy(file -> assertThat(file).isNotEmptyFile());
  }

  @Test
  void putsWhoConfirmedBeforeTheDeadlineIntoTheBookAndLateOnesIntoTheSupplement() {
    sign("Before", deadline.minusSeconds(60), deadline.minusMillis(1));
    sign("Late", deadline.minusSeconds(60), deadline);
    sign("Later", deadline.minusSeconds(60), deadline.plus(Duration.ofHours(47)));
    sign("Too Late", deadline.minusSeconds(60), deadline.plus(Duration.ofHours(48)));
    sign("Signed After", deadline, deadline.plusSeconds(60));
    now = deadline.plus(Duration.ofHours(49));

    books.makeAll(action.id(), dir);

    assertThat(csv(dir)).contains("Before").doesNotContain("Late", "Signed After");
    assertThat(csv(dir.resolve("supplement")))
        .contains("Late", "Later")
        .doesNotContain("Before", "Too Late", "Signed After");
  }

  @Test
  void givesTheSameFilesAgainWheneverItIsMade() throws IOException {
    sign("Ana Sample", deadline.minusSeconds(60), deadline.minusSeconds(30));
    now = deadline.plusSeconds(60);
    PetitionBook first = books.make(action.id(), BookPart.BOOK, dir.resolve("first"));
    now = deadline.plus(Duration.ofDays(30));
    PetitionBook second = books.make(action.id(), BookPart.BOOK, dir.resolve("second"));

    for (int i = 0; i < first.files().size(); i++) {
      assertThat(second.files().get(i)).hasSameBinaryContentAs(first.files().get(i));
    }
  }

  @Test
  void stillCountsWhoWithdrewAfterTheFreezeButNoLongerNamesThem() {
    sign("Ana Sample", deadline.minusSeconds(60), deadline.minusSeconds(30));
    sign("Ben Sample", deadline.minusSeconds(60), deadline.minusSeconds(20));
    now = deadline.plusSeconds(60);
    books.make(action.id(), BookPart.BOOK, dir);
    signed.removeFirst();

    PetitionBook copy = books.make(action.id(), BookPart.BOOK, dir);

    assertThat(copy.signatures()).isEqualTo(2);
    assertThat(copy.endedSince()).isEqualTo(1);
    assertThat(csv(dir)).contains("Ben").doesNotContain("Ana");
  }

  @Test
  void theJobFreezesEachPartOnceAndWaitsForConfirmationsOnTheirWay() {
    var freezer = new BookFreezer(new Actions(database), books, dir);
    Path folder = dir.resolve("books").resolve(action.slug().value());
    now = deadline.plus(PetitionBooks.GRACE).minusMillis(1);
    freezer.run();
    assertThat(folder).doesNotExist();

    now = deadline.plus(PetitionBooks.GRACE);
    freezer.run();
    assertThat(folder.resolve("petition-book.pdf")).isNotEmptyFile();
    assertThat(folder.resolve("supplement")).doesNotExist();

    now = deadline.plus(Duration.ofHours(49));
    freezer.run();
    assertThat(folder.resolve("supplement").resolve("manifest.json")).isNotEmptyFile();
    assertThat(books.isDue(action, BookPart.BOOK, folder)).isFalse();
    assertThat(books.isDue(action, BookPart.SUPPLEMENT, folder.resolve("supplement"))).isFalse();
  }

  @Test
  void theJobLeavesTheBookInTheHouseEvenIfACommandFrozeItFirst() {
    now = deadline.plus(PetitionBooks.GRACE);
    books.makeAll(action.id(), dir.resolve("elsewhere"));

    new BookFreezer(new Actions(database), books, dir).run();

    assertThat(dir.resolve("books").resolve(action.slug().value()).resolve("manifest.json"))
        .hasSameBinaryContentAs(dir.resolve("elsewhere").resolve("manifest.json"));
  }

  @Test
  void replacesNothingButAnEarlierBookOfTheSameAction() throws IOException {
    Path own = dir.resolve("own");
    books.makeAll(action.id(), own);
    books.makeAll(action.id(), own);

    Path site = Files.createDirectories(dir.resolve("site"));
    Files.writeString(site.resolve("manifest.json"), "{\"short_name\": \"A web page\"}");
    assertThatThrownBy(() -> books.makeAll(action.id(), site)).hasMessageContaining("" + site);
    Path other = Files.createDirectories(dir.resolve("other"));
    var manifest = Files.readString(own.resolve("manifest.json"));
    Files.writeString(
        other.resolve("manifest.json"), manifest.replace(action.slug().value(), "other"));
    assertThatThrownBy(() -> books.makeAll(action.id(), other)).hasMessageContaining("" + other);
    assertThat(other.resolve("signatures.csv")).doesNotExist();
  }

  @Test
  void whatIsFrozenCannotBeChangedEvenByTheOwnerOfTheDatabase() {
    now = deadline.plusSeconds(60);
    books.make(action.id(), BookPart.BOOK, dir);

    assertThatThrownBy(
            () ->
                TestDatabase.owner(database)
                    .sql("UPDATE petition_book SET signatures = 9")
                    .update())
        .hasMessageContaining("petition book is frozen");
  }

  private void sign(String name, Instant signedAt, Instant confirmedAt) {
    signed.add(
        new BookEntry(
            new SignatureId(UUID.randomUUID()),
            1,
            Act.LETTER,
            signedAt,
            confirmedAt,
            name,
            "",
            "US",
            "en",
            "",
            Source.WEB));
  }

  /** As {@code Signatures.forEachConfirmed} promises. */
  private void forEachConfirmed(
      ActionId id,
      Instant signedBefore,
      Instant from,
      Instant before,
      Instant countedAt,
      Consumer<BookEntry> reader) {
    signed.stream()
        .filter(entry -> entry.signedAt().isBefore(signedBefore))
        .filter(entry -> !entry.confirmedAt().isBefore(from))
        .filter(entry -> entry.confirmedAt().isBefore(before))
        .forEach(reader);
  }

  private static String csv(Path dir) {
    try {
      return Files.readString(dir.resolve("signatures.csv"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
