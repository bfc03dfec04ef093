package org.joinvoices.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActionFolderTest {

  @TempDir private Path directory = Path.of("");

  @Test
  void comesBackFromADirectory() throws IOException {
    SeedAction.folder().write(directory);
    Files.writeString(directory.resolve(".editor"), "hidden");

    assertThat(ActionFolder.read(directory)).isEqualTo(SeedAction.folder());
  }

  @Test
  void overwritesNothing() throws IOException {
    Path notes = Files.writeString(directory.resolve("README.md"), "mine");

    assertThatThrownBy(() -> SeedAction.folder().write(directory))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(notes).hasContent("mine");
  }

  @Test
  void reportsBytesThatAreNotUtf8AtTheirLine() throws IOException {
    SeedAction.folder().write(directory);
    Files.write(directory.resolve("fr.md"), new byte[] {'-', '-', '-', '\n', (byte) 0xE9, '\n'});

    assertThat(Publishing.faults(ActionFolder.read(directory)))
        .extracting(Fault::toString)
        .contains("fr.md:2: character U+FFFD is not allowed. Save the file as UTF-8.");
  }

  @Property(tries = 300)
  void readsBackWhateverTextItWrites(
      @ForAll("lines") String line, @ForAll("paragraphs") String text) {
    Action action = worded(line, text);

    assertThat(new FolderReader(FolderWriter.folder(action)).read())
        .hasValueSatisfying(draft -> assertThat(draft.action(action.id(), 1)).isEqualTo(action));
  }

  /** Letters, marks that YAML and Markdown give a meaning to, and other scripts. */
  @Provide
  Arbitrary<String> lines() {
    return Arbitraries.strings()
        .withChars("ab :#-'\"?!%@{}[],|~=+.\\/$^1“”áñ\u00A0漢")
        .ofMinLength(6)
        .ofMaxLength(40)
        .map(text -> "x" + text.strip().replaceAll("-{3,}|={3,}", "-") + "yyyyyy");
  }

  @Provide
  Arbitrary<String> paragraphs() {
    return lines().list().ofMinSize(1).ofMaxSize(3).map(lines -> String.join("\n\n", lines));
  }

  private static Action worded(String line, String text) {
    Action sample = SampleActions.letter();
    LetterText words =
        new LetterText(
            "en",
            TextStatus.REVIEWED,
            line,
            text,
            line,
            text,
            List.of(new Demand(1, line), new Demand(2, line)),
            text,
            line,
            text,
            text,
            List.of());
    return ActionSettings.of(sample)
        .action(
            sample.id(),
            sample.slug(),
            sample.opens(),
            sample.deadline(),
            sample.closes(),
            new LetterVersion(1, List.of(words)));
  }
}
