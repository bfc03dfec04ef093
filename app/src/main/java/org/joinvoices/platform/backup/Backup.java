package org.joinvoices.platform.backup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a backup says of itself: its {@code manifest.json}.
 *
 * @param format {@value #FORMAT}
 * @param release of the program that wrote it
 * @param schemaVersion number of the newest migration that had run, such as {@code 0004}
 * @param takenAt machine time of the snapshot
 * @param civicOffsetMillis how far a demo's clock was ahead; empty in a real house
 * @param encrypted whether the files are encrypted by age
 * @param tables in the order in which they can be filled again
 * @param books the petition books of the home
 */
public record Backup(
    String format,
    String release,
    String schemaVersion,
    Instant takenAt,
    Optional<Long> civicOffsetMillis,
    boolean encrypted,
    List<Table> tables,
    List<Book> books) {

  static final String FORMAT = "joinvoices-backup/1";

  public Backup {
    tables = List.copyOf(tables);
    books = List.copyOf(books);
  }

  /**
   * A table, as PostgreSQL's COPY writes text.
   *
   * @param columns their order in the file
   * @param order by which columns the rows are sorted
   */
  public record Table(
      String name, List<String> columns, List<String> order, long rows, StoredFile file) {
    public Table {
      columns = List.copyOf(columns);
      order = List.copyOf(order);
    }
  }

  /**
   * A file of a petition book.
   *
   * @param path below the folder {@code books} of the home, with slashes
   */
  public record Book(String path, StoredFile file) {}

  /**
   * A file as it lies in the backup.
   *
   * @param path below the backup, with slashes
   * @param sha256 64 hexadecimal digits
   */
  public record StoredFile(String path, long bytes, String sha256) {}

  /** Rows of all tables. */
  public long rows() {
    return tables.stream().mapToLong(Table::rows).sum();
  }
}
