package org.joinvoices.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.joinvoices.action.SeedAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PublishCommandTest {

  @TempDir private Path directory = Path.of("");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void takesAFolderToAHouseAndBack() throws IOException {
    Path written = directory.resolve("written");
    SeedAction.folder().write(written);
    Path exported = directory.resolve("exported");

    assertThat(publish(written)).isZero();
    assertThat(run(new ExportActionCommand(), SeedAction.SLUG.value(), exported)).isZero();

    assertThat(out.toString())
        .contains(
            "join-voices-with-asylum-seekers: a new action, letter version 1",
            "Deadline: 20 January 2021, 12:00 America/New_York.",
            "until the end of 30 April 2021: 100 calendar days, 20 January 2021 being day 0.",
            "Published.");
    assertThat(exported.resolve("en.md")).hasSameTextualContentAs(written.resolve("en.md"));
  }

  @Test
  void exportsOnlyFromAHouse() {
    assertThat(run(new ExportActionCommand(), SeedAction.SLUG.value(), directory.resolve("new")))
        .isOne();
    assertThat(err.toString()).startsWith("There is no house in ");
    assertThat(directory.resolve("house")).doesNotExist();
  }

  @Test
  void namesFaultsBeforeTouchingAnyHouse() throws IOException {
    Files.writeString(directory.resolve("action.yaml"), "slug: A\n");

    assertThat(publish(directory)).isOne();
    assertThat(err.toString()).contains("action.yaml:1: slug cannot be read");
    assertThat(directory.resolve("house")).doesNotExist();
  }

  @Test
  void saysThatThereIsNoSuchFolder() {
    assertThat(publish(directory.resolve("nowhere"))).isOne();
    assertThat(err.toString()).startsWith("There is no folder");
  }

  private int publish(Path folder) {
    return new CommandLine(new PublishCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(folder.toString(), "--home", directory.resolve("house").toString());
  }

  private int run(Object command, String slug, Path folder) {
    return new CommandLine(command)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(slug, folder.toString(), "--home", directory.resolve("house").toString());
  }
}
