package org.joinvoices.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.joinvoices.action.SampleActions;
import org.joinvoices.platform.crypto.MasterKey;
import org.joinvoices.platform.database.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BookCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Path temp;

  BookCommandTest(@TempDir Path temp) {
    this.temp = temp;
  }

  @Test
  void writesTheBookOfAHomeAndTellsWhatItCounts() {
    MasterKey.loadOrCreate(temp.resolve("keys/master.json"));
    try (var database = Database.open(temp)) {
      SampleActions.stored(database.dataSource());
    }

    assertThat(book("sample-letter")).as("%s", err).isZero();
    assertThat(out.toString())
        .startsWith("book, frozen, as of 2021-01-20T17:00:00Z: 0 signatures")
        .contains("supplement, frozen, as of 2021-01-22T17:00:00Z");
    assertThat(temp.resolve("out/petition-book.pdf")).isNotEmptyFile();
    assertThat(temp.resolve("out/supplement/manifest.json")).isNotEmptyFile();

    assertThat(book("no-such-letter")).isEqualTo(2);
    assertThat(err.toString()).contains("--action should be an action of this house");
  }

  @Test
  void saysWhichKeyIsMissingAndStartsNothing() {
    assertThat(book("sample-letter")).isEqualTo(2);
    assertThat(err.toString()).contains("master.json");
    assertThat(temp.resolve("postgres")).doesNotExist();
  }

  private int book(String slug) {
    return new CommandLine(new BookCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(
            "--action", slug, "--out", temp.resolve("out").toString(), "--home", temp.toString());
  }
}
