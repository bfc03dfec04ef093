package org.joinvoices.signing.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows to mend, as they were, with what is wrong in a column of its own; can be imported again
 * once mended. Only its owner may read it.
 */
public final class FaultsCsv implements AutoCloseable {

  static final String FAULT = "fault";

  private final CsvWriter csv;
  private final int columns;
  private final int at;

  private FaultsCsv(CsvWriter csv, int columns, int at) {
    this.csv = csv;
    this.columns = columns;
    this.at = at;
  }

  static FaultsCsv begin(Path out, List<String> header, char separator) throws IOException {
    Files.deleteIfExists(out);
    Files.createFile(
        out, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    var csv =
        CsvWriter.builder().fieldSeparator(separator).build(Files.newBufferedWriter(out, UTF_8));
    int known = header.indexOf(FAULT);
    var faults = new FaultsCsv(csv, header.size(), known < 0 ? header.size() : known);
    faults.add(header, FAULT);
    return faults;
  }

  public void add(TypedRow row, String fault) {
    add(row.fields(), fault);
  }

  private void add(List<String> fields, String fault) {
    List<String> line = new ArrayList<>(fields);
    while (line.size() <= Math.max(columns - 1, at)) {
      line.add("");
    }
    line.set(at, fault);
    csv.writeRecord(line);
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
