package org.joinvoices.platform.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.joinvoices.platform.backup.Backup.Book;
import org.joinvoices.platform.backup.Backup.StoredFile;
import org.joinvoices.platform.backup.Backup.Table;
import org.joinvoices.platform.crypto.Sha256;
import org.joinvoices.platform.database.BareDatabase;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.FileSystemUtils;

/** Brings a backup back into an empty house. Everything is checked before anything is changed. */
public final class BackupReader {

  /** What a house must not do again because it is brought back; part of the filling transaction. */
  @FunctionalInterface
  public interface Stop {

    /**
     * @param connection to the tables as they were at the backup's release
     */
    void apply(Connection connection) throws SQLException;
  }

  private final Path folder;
  private final List<RecipientStanzaReader> identities;
  private final Backup backup;

  private BackupReader(Path folder, List<RecipientStanzaReader> identities, Backup backup) {
    this.folder = folder;
    this.identities = identities;
    this.backup = backup;
  }

  /**
   * Reads every file of the backup to its end.
   *
   * @param identity file of age keys; empty where none was needed
   * @throws BackupFault naming the first file that is missing, damaged or cannot be decrypted
   */
  public static BackupReader check(Path folder, Optional<Path> identity) {
    var backup = manifest(folder);
    if (backup.encrypted() && identity.isEmpty()) {
      throw new BackupFault("The backup is encrypted; name the age key with --identity FILE.");
    }
    List<RecipientStanzaReader> identities =
        backup.encrypted() ? Age.identities(identity.orElseThrow()) : List.of();
    var reader = new BackupReader(folder, identities, backup);
    backup.tables().forEach(reader::check);
    backup.books().forEach(book -> reader.lines(book.file()));
    return reader;
  }

  /** What the backup says of itself, without reading the rest of it. */
  private static Backup manifest(Path folder) {
    if (Files.notExists(folder)) {
      throw new BackupFault("There is no folder " + folder + ". Nothing was changed.");
    }
    byte[] json = bytes(folder, BackupWriter.MANIFEST);
    String sum = new String(bytes(folder, BackupWriter.MANIFEST_SUM), UTF_8);
    if (!sum.startsWith(Sha256.hex(json))) {
      throw damaged(BackupWriter.MANIFEST);
    }
    var backup = ManifestJson.read(json);
    if (!backup.format().equals(Backup.FORMAT)) {
      throw new BackupFault(
          "This release reads %s, not %s.".formatted(Backup.FORMAT, backup.format()));
    }
    return backup;
  }

  public Backup backup() {
    return backup;
  }

  /**
   * Fills an empty house and brings it to this release.
   *
   * @param books folder of the house's petition books
   * @param stops committed together with the rows, so that at no moment there is a house without
   * @throws BackupFault if the house is not empty or the backup is of a later release; if anything
   *     fails, the house is as empty as before
   */
  public void restore(BareDatabase database, Path books, List<Stop> stops) {
    if (!database.isEmpty() || Files.exists(books)) {
      throw new BackupFault(
          "There is a house already. A backup is only brought back into an empty one.");
    }
    if (!database.knows(backup.schemaVersion())) {
      throw new BackupFault(
          "The backup is of a later release (%s); bring it back with that one."
              .formatted(backup.release()));
    }
    try {
      database.migrateTo(backup.schemaVersion());
      fill(database, stops);
      database.migrate();
      backup.books().forEach(book -> restore(book, books));
    } catch (RuntimeException e) {
      database.clear();
      deleteBooks(books);
      throw e;
    }
  }

  private void fill(BareDatabase database, List<Stop> stops) {
    try (Connection connection = database.owner().getConnection()) {
      connection.setAutoCommit(false);
      for (Table table : backup.tables()) {
        fill(connection, table);
      }
      var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
      var catalog = new Catalog(jdbc);
      countAgain(catalog);
      goOnCounting(jdbc, catalog);
      for (Stop stop : stops) {
        stop.apply(connection);
      }
      connection.commit();
    } catch (SQLException e) {
      throw new BackupFault("The database failed: SQLState " + e.getSQLState() + ".", e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    }
  }

  private void fill(Connection connection, Table table) throws SQLException, IOException {
    try (var empty = connection.createStatement();
        var in = open(table.file())) {
      empty.execute("DELETE FROM " + Catalog.quoted(table.name())); // what a migration put there
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(
              "COPY %s (%s) FROM STDIN"
                  .formatted(
                      Catalog.quoted(table.name()),
                      table.columns().stream().map(Catalog::quoted).collect(joining(", "))),
              in);
    }
  }

  private void countAgain(Catalog catalog) {
    for (Table table : backup.tables()) {
      long rows = catalog.rows(table.name());
      if (rows != table.rows()) {
        throw new BackupFault(
            "Table %s has %d rows instead of %d.".formatted(table.name(), rows, table.rows()));
      }
    }
  }

  private static void goOnCounting(JdbcClient jdbc, Catalog catalog) {
    for (var counter : catalog.counters()) {
      jdbc.sql(
              "SELECT setval('%s', coalesce(max(%s), 0) + 1, false) FROM %s"
                  .formatted(
                      counter.sequence().replace("'", "''"),
                      Catalog.quoted(counter.column()),
                      Catalog.quoted(counter.table())))
          .query(Long.class)
          .single();
    }
  }

  private void restore(Book book, Path books) {
    Path to = books.resolve(book.path()).normalize();
    if (!to.startsWith(books)) {
      throw new BackupFault("The path of a book leaves its folder: " + book.path());
    }
    try (var in = open(book.file())) {
      Files.createDirectories(to.getParent());
      Files.copy(in, to);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + to, e);
    }
  }

  private static void deleteBooks(Path books) {
    try {
      FileSystemUtils.deleteRecursively(books);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + books, e);
    }
  }

  /** COPY writes a line per row, whatever the row holds. */
  private void check(Table table) {
    if (lines(table.file()) != table.rows()) {
      throw damaged(table.file().path());
    }
  }

  /** How many there are in it, read to its end as it lies there and as it was before. */
  private long lines(StoredFile file) {
    var hash = Sha256.digest();
    try (var in = new DigestInputStream(Files.newInputStream(folder.resolve(file.path())), hash)) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (NoSuchFileException e) {
      throw missing(file.path(), e);
    } catch (IOException e) {
      throw unreadable(file.path(), e);
    }
    if (!HexFormat.of().formatHex(hash.digest()).equals(file.sha256())) {
      throw damaged(file.path());
    }
    try (var in = open(file)) {
      long lines = 0;
      for (int next = in.read(); next >= 0; next = in.read()) {
        lines += next == '\n' ? 1 : 0;
      }
      return lines;
    } catch (IOException e) {
      throw unreadable(file.path(), e);
    }
  }

  private InputStream open(StoredFile file) throws IOException {
    var stored = new BufferedInputStream(Files.newInputStream(folder.resolve(file.path())));
    try {
      return new BufferedInputStream(
          new GZIPInputStream(identities.isEmpty() ? stored : Age.decrypting(stored, identities)));
    } catch (IOException | RuntimeException e) {
      stored.close();
      throw e;
    }
  }

  private static byte[] bytes(Path folder, String name) {
    try {
      return Files.readAllBytes(folder.resolve(name));
    } catch (NoSuchFileException e) {
      throw missing(name, e);
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private static BackupFault missing(String file, IOException cause) {
    return new BackupFault(file + " is missing. Nothing was changed.", cause);
  }

  private static BackupFault damaged(String file) {
    return new BackupFault(
        file + " is damaged: its checksum or count is another. Nothing was changed.");
  }

  private static BackupFault unreadable(String file, IOException cause) {
    return new BackupFault(
        file + " cannot be read, or not with these age keys. Nothing was changed.", cause);
  }
}
