package org.joinvoices.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.joinvoices.districts.SampleInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code data compile} says to the operator. */
class DataCommandTest {

  private final Typing typing = new Typing();

  private final Path temp;

  DataCommandTest(@TempDir Path temp) {
    this.temp = temp;
  }

  @Test
  void writesAReleaseAndTellsWhatIsInIt() throws Exception {
    Path file = temp.resolve("s.gz");
    Path inputs = SampleInputs.copyTo(temp.resolve("in")).directory();

    assertThat(typing.type("data", "compile", inputs, "--out", file, "--name", "s-1")).isZero();
    assertThat(file).isNotEmptyFile();
    assertThat(typing.out.toString())
        .startsWith("Release s-1: ")
        .contains("map of the 117th Congress, 2021-01-03 until 2023-01-03: 4 ZIP codes")
        .contains("Note: the map of the 116th Congress")
        .contains("Credit: GeoNames.org");
  }

  @Test
  void listsFaultsAndWritesNothing() throws Exception {
    Path file = temp.resolve("s.gz");
    SampleInputs inputs = SampleInputs.copyTo(temp.resolve("in"));
    inputs.replace("zip/zip_cd117.csv", "44107", "4410");

    assertThat(typing.type("data", "compile", inputs.directory(), "--out", file)).isOne();
    assertThat(file).doesNotExist();
    assertThat(typing.err.toString())
        .contains("Nothing was written. To mend: 1")
        .contains("zip/zip_cd117.csv:2: zip should be five digits, not '4410'");
  }

  @Test
  void aFileThatCannotBeWrittenIsToldWithoutAStackTrace() throws Exception {
    Path inputs = SampleInputs.copyTo(temp.resolve("in")).directory();
    String nowhere = temp.resolve("no/such/s.gz").toString();

    assertThat(typing.type("data", "compile", inputs, "--out", nowhere)).isOne();
    assertThat(typing.err.toString()).startsWith("cannot read ").doesNotContain("\tat ");
  }
}
