package org.joinvoices.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.joinvoices.districts.SampleInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What {@code data compile} says to the operator. */
class DataCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private final Path temp;

  DataCommandTest(@TempDir Path temp) {
    this.temp = temp;
  }

  @Test
  void writesAReleaseAndTellsWhatIsInIt() throws Exception {
    Path file = temp.resolve("s.gz");
    Path inputs = SampleInputs.copyTo(temp.resolve("in")).directory();

    assertThat(data("compile", inputs.toString(), "--out", file.toString(), "--name", "s-1"))
        .isZero();
    assertThat(file).isNotEmptyFile();
    assertThat(out.toString())
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

    assertThat(data("compile", inputs.directory().toString(), "--out", file.toString()))
        .isEqualTo(2);
    assertThat(file).doesNotExist();
    assertThat(err.toString())
        .contains("Nothing written. To mend (1):")
        .contains("zip/zip_cd117.csv:2: zip should be five digits, not '4410'");
  }

  @Test
  void aFileThatCannotBeWrittenIsToldWithoutAStackTrace() throws Exception {
    Path inputs = SampleInputs.copyTo(temp.resolve("in")).directory();
    String nowhere = temp.resolve("no/such/s.gz").toString();

    assertThat(data("compile", inputs.toString(), "--out", nowhere)).isEqualTo(2);
    assertThat(err.toString()).startsWith("Cannot read ").doesNotContain("\tat ");
  }

  private int data(String... args) {
    return new CommandLine(new DataCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }
}
