package org.joinvoices.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.joinvoices.action.SampleActions;
import org.joinvoices.platform.crypto.MasterKey;
import org.joinvoices.platform.database.BegunHome;
import org.joinvoices.platform.database.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookCommandTest {

  private final Typing typing = new Typing();
  private final Path temp;

  BookCommandTest(@TempDir Path temp) {
    this.temp = temp;
  }

  @Test
  void writesTheBookOfAHomeAndTellsWhatItCounts() {
    MasterKey.loadOrCreate(temp.resolve("keys/master.json"));
    BegunHome.in(temp);
    try (var database = Database.open(temp)) {
      SampleActions.stored(database.dataSource());
    }

    assertThat(book("sample-letter")).as("%s", typing.err).isZero();
    assertThat(typing.out.toString())
        .startsWith("book, frozen, as of 2021-01-20T17:00:00Z: signatures 0 (")
        .contains("supplement, frozen, as of 2021-01-22T17:00:00Z");
    assertThat(temp.resolve("out/petition-book.pdf")).isNotEmptyFile();
    assertThat(temp.resolve("out/supplement/manifest.json")).isNotEmptyFile();

    assertThat(book("no-such-letter")).isOne();
    assertThat(typing.err.toString())
        .isEqualToIgnoringNewLines("There is no action no-such-letter in this house.");
  }

  @Test
  void makesNoHouseOfAMistypedFolder() {
    assertThat(book("sample-letter")).isOne();
    assertThat(typing.err.toString()).startsWith("There is no house in ");
    assertThat(temp.resolve("postgres")).doesNotExist();
  }

  private int book(String slug) {
    return typing.type("book", "--action", slug, "--out", temp.resolve("out"), "--home", temp);
  }
}
