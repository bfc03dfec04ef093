package org.joinvoices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.joinvoices.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/personal-data.txt} to the tables there are. */
class PersonalDataTest {

  private static final Set<String> HOW = Set.of("clear", "sealed", "keyed hash");

  @Test
  void listsEveryColumnOnceAndNoneThatIsNotThere() throws IOException {
    List<String> columns =
        TestDatabase.owner(TestDatabase.fresh())
            .sql(
                """
                SELECT table_name || '.' || column_name FROM information_schema.columns
                WHERE table_schema = 'public'
                """)
            .query(String.class)
            .list();

    List<String> listed = new ArrayList<>(personal().map(parts -> parts.get(0)).toList());
    listed.addAll(impersonal());

    assertThat(columns).hasSizeGreaterThan(100);
    assertThat(listed).containsExactlyInAnyOrderElementsOf(columns);
  }

  @Test
  void saysOfPersonalDataHowWhyUntilWhenAndWhatErasesIt() throws IOException {
    assertThat(personal())
        .isNotEmpty()
        .allSatisfy(
            parts -> {
              assertThat(parts).hasSize(5).noneMatch(String::isBlank);
              assertThat(HOW).contains(parts.get(1));
            });
  }

  /** Names tell what is sealed or hashed under a key, so that neither can be listed as harmless. */
  @Test
  void callsNothingHarmlessThatIsSealed() throws IOException {
    assertThat(impersonal()).noneMatch(column -> column.contains(".sealed_"));
  }

  private static Stream<List<String>> personal() throws IOException {
    return lines().filter(line -> line.contains("|")).map(PersonalDataTest::parts);
  }

  private static List<String> parts(String line) {
    return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
  }

  private static List<String> impersonal() throws IOException {
    return lines()
        .filter(line -> !line.contains("|"))
        .flatMap(
            line -> {
              String table = line.substring(0, line.indexOf(':'));
              return Arrays.stream(line.substring(line.indexOf(':') + 1).split(",", -1))
                  .map(column -> table + "." + column.strip());
            })
        .toList();
  }

  private static Stream<String> lines() throws IOException {
    return Files.readAllLines(Path.of("../docs/personal-data.txt")).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"));
  }
}
