package org.joinvoices.districts.bulk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of a CSV file, read as if each byte were a character, so that what is not ours to read
 * goes on unchanged, in whatever charset.
 */
final class InputCsv implements AutoCloseable {

  /** No address list has such a field, but an open quote makes one of all that follows. */
  private static final int LONGEST = 1 << 20;

  private static final byte[] MARK = "\uFEFF".getBytes(UTF_8);

  private final CloseableIterator<CsvRecord> rows;
  private final boolean marked;
  private long line;

  InputCsv(Path file) throws IOException {
    var in = new BufferedInputStream(Files.newInputStream(file));
    in.mark(MARK.length);
    marked = Arrays.equals(in.readNBytes(MARK.length), MARK);
    if (!marked) {
      in.reset();
    }
    rows =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .maxBufferSize(LONGEST)
            .ofCsvRecord(in, ISO_8859_1)
            .iterator();
  }

  /** The mark of byte order if the file has one, else nothing; as it is to be written. */
  byte[] mark() {
    return marked ? MARK.clone() : new byte[0];
  }

  /** The next rows; fewer than wanted only at the end of the file. */
  List<CsvRecord> next(int most) throws IOException, BadCsv {
    List<CsvRecord> some = new ArrayList<>();
    while (some.size() < most && hasNext()) {
      CsvRecord row = rows.next();
      line = row.getStartingLineNumber();
      some.add(row);
    }
    return some;
  }

  void skip(long count) throws IOException, BadCsv {
    for (long left = count; left > 0 && hasNext(); left--) {
      rows.next();
    }
  }

  private boolean hasNext() throws IOException, BadCsv {
    try {
      return rows.hasNext();
    } catch (UncheckedIOException e) {
      throw new IOException(e.getCause());
    } catch (CsvParseException e) {
      throw new BadCsv(
          "the row after the one of line %d has a quote that is not closed, or text behind one that is, or a field longer than 1 MiB."
              .formatted(line));
    }
  }

  /** A field as people read it, without white space around. */
  static String text(String field) {
    return new String(field.getBytes(ISO_8859_1), UTF_8).strip();
  }

  /** Text of ours as a field is kept here. */
  static String field(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
