package org.joinvoices.signing.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A file of rows typed in from sheets: CSV in UTF-8, with or without a mark of byte order, its
 * columns parted by commas, semicolons or tabs. It is read once before anything is made of it, so
 * that a broken file is refused as a whole.
 */
public final class SheetCsv implements AutoCloseable {

  /** No row of a sheet has such a field, but an open quote makes one of all that follows. */
  private static final int LONGEST = 1 << 16;

  private static final char MARK = '\uFEFF';

  private final CloseableIterator<CsvRecord> rows;
  private final List<String> header;
  private final char separator;
  private final SheetColumns columns;

  private SheetCsv(Path file, Map<String, String> given) throws IOException, BadSheetFile {
    separator = separator(file);
    rows = rows(file, separator);
    if (!rows.hasNext()) {
      rows.close();
      throw new BadSheetFile("the file is empty.");
    }
    header = rows.next().getFields();
    try {
      columns = SheetColumns.of(header, given);
    } catch (BadSheetFile e) {
      rows.close();
      throw e;
    }
  }

  /**
   * @param given names of columns by field, where they are not known by themselves
   */
  public static SheetCsv open(Path file, Map<String, String> given)
      throws IOException, BadSheetFile {
    check(file);
    return new SheetCsv(file, given);
  }

  private static void check(Path file) throws IOException, BadSheetFile {
    long line = 0;
    try (var all = rows(file, separator(file))) {
      while (all.hasNext()) {
        line = all.next().getStartingLineNumber();
      }
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw notUtf8(line);
      }
      throw e;
    } catch (CharacterCodingException e) {
      throw notUtf8(line);
    } catch (CsvParseException e) {
      throw e.getCause() instanceof CharacterCodingException
          ? notUtf8(line)
          : new BadSheetFile(
              "the row after the one of line %d has a quote that is not closed, or text behind one that is, or a very long field."
                  .formatted(line));
    }
  }

  private static BadSheetFile notUtf8(long line) {
    return new BadSheetFile(
        "after line %d it is not in UTF-8, so names with accents would be spoilt. In a spreadsheet program choose “CSV UTF-8” when you save it."
            .formatted(line));
  }

  private static CloseableIterator<CsvRecord> rows(Path file, char separator) throws IOException {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .maxBufferSize(LONGEST)
        .ofCsvRecord(reader(file))
        .iterator();
  }

  private static Reader reader(Path file) throws IOException {
    var strict =
        UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var in = new BufferedReader(new InputStreamReader(Files.newInputStream(file), strict));
    in.mark(1);
    if (in.read() != MARK) {
      in.reset();
    }
    return in;
  }

  /** What the first line has most of; programs set to Spanish write semicolons. */
  private static char separator(Path file) throws IOException, BadSheetFile {
    String line;
    try (var in = new BufferedReader(reader(file))) {
      line = in.readLine();
    } catch (CharacterCodingException e) {
      throw notUtf8(0);
    }
    char best = ',';
    for (char one : new char[] {';', '\t'}) {
      if (line != null && count(line, one) > count(line, best)) {
        best = one;
      }
    }
    return best;
  }

  private static long count(String line, char one) {
    return line.chars().filter(c -> c == one).count();
  }

  /** Columns that nothing is read of. */
  public List<String> unread() {
    return columns.unread();
  }

  /** The next rows; fewer than wanted only at the end of the file. Blank lines are left out. */
  public List<TypedRow> next(int most) {
    List<TypedRow> some = new ArrayList<>();
    while (some.size() < most && rows.hasNext()) {
      List<String> fields = rows.next().getFields();
      var row = new TypedRow(fields, columns.typed(fields));
      if (!row.isBlank()) {
        some.add(row);
      }
    }
    return some;
  }

  /**
   * A file for rows to mend, with the columns of this one.
   *
   * @param out replaced where it is there
   */
  public FaultsCsv faults(Path out) throws IOException {
    return FaultsCsv.begin(out, header, separator);
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
