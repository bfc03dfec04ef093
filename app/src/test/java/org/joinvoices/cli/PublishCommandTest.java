package org.joinvoices.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.joinvoices.action.SeedAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishCommandTest {

  @TempDir private Path directory = Path.of("");

  private final Typing typing = new Typing();

  @Test
  void takesAFolderToAHouseAndBack() throws IOException {
    Path written = directory.resolve("written");
    SeedAction.folder().write(written);
    Path exported = directory.resolve("exported");

    assertThat(publish(written)).isZero();
    assertThat(export(exported)).isZero();

    assertThat(typing.out.toString())
        .contains(
            "join-voices-with-asylum-seekers: a new action, letter version 1",
            "Deadline: 20 January 2021, 12:00 America/New_York.",
            "until the end of 30 April 2021: 100 calendar days, 20 January 2021 being day 0.",
            "Published.");
    assertThat(exported.resolve("en.md")).hasSameTextualContentAs(written.resolve("en.md"));
  }

  @Test
  void exportsOnlyFromAHouse() {
    assertThat(export(directory.resolve("new"))).isOne();
    assertThat(typing.err.toString()).startsWith("There is no house in ");
    assertThat(directory.resolve("house")).doesNotExist();
  }

  @Test
  void namesFaultsBeforeTouchingAnyHouse() throws IOException {
    Files.writeString(directory.resolve("action.yaml"), "slug: A\n");

    assertThat(publish(directory)).isOne();
    assertThat(typing.err.toString()).contains("action.yaml:1: slug cannot be read");
    assertThat(directory.resolve("house")).doesNotExist();
  }

  @Test
  void saysThatThereIsNoSuchFolder() {
    assertThat(publish(directory.resolve("nowhere"))).isOne();
    assertThat(typing.err.toString()).startsWith("There is no folder");
  }

  @Test
  void looksAtAFolderWithoutBeginningAHouse() throws IOException {
    Path written = directory.resolve("written");
    SeedAction.folder().write(written);
    Path house = directory.resolve("house");

    assertThat(typing.type("publish", written, "--dry-run", "--home", house)).isZero();
    assertThat(typing.out.toString()).startsWith("No faults. There is no house in ");
    assertThat(house).doesNotExist();
  }

  private int publish(Path folder) {
    return typing.type("publish", folder, "--home", directory.resolve("house"));
  }

  private int export(Path folder) {
    return typing.type(
        "export-action", SeedAction.SLUG, folder, "--home", directory.resolve("house"));
  }
}
