package org.joinvoices.platform.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.joinvoices.platform.backup.Backup.Book;
import org.joinvoices.platform.backup.Backup.Table;
import org.joinvoices.platform.backup.Catalog.Portable;
import org.joinvoices.platform.crypto.Sha256;
import org.joinvoices.platform.database.BareDatabase;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * Writes a backup while the house runs: every table from one snapshot, and the petition books. The
 * folder appears under its name when all of it is on the disk, and not before.
 */
public final class BackupWriter {

  static final String MANIFEST = "manifest.json";

  /** As {@code sha256sum -c} reads it. */
  static final String MANIFEST_SUM = "manifest.json.sha256";

  private final BareDatabase database;
  private final Path books;
  private final String release;
  private final Portable portable;

  /**
   * @param books folder of the petition books; may be missing
   * @param release of this program
   * @param portable for columns that mean nothing in another database: by table and column, what to
   *     store instead, as SQL over the row {@code t}
   */
  public BackupWriter(
      BareDatabase database,
      Path books,
      String release,
      Map<String, Map<String, String>> portable) {
    this.database = database;
    this.books = books;
    this.release = release;
    this.portable = new Portable(portable);
  }

  /**
   * @param folder must not exist
   * @param recipients age keys; none: not encrypted
   * @throws BackupFault if it cannot be made; nothing is left of it then
   */
  public Backup write(Path folder, List<String> recipients, Instant now) {
    var keys = Age.recipients(recipients);
    Path target = folder.toAbsolutePath().normalize();
    if (Files.exists(target)) {
      throw new BackupFault(folder + " exists. Each backup gets a folder of its own.");
    }
    Path parent = Objects.requireNonNull(target.getParent(), "the root of a disk exists");
    try {
      Files.createDirectories(parent);
      Path part =
          Files.createTempDirectory(
              parent,
              "backup.part",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      try {
        var made = fill(new FileWriter(part, keys), !keys.isEmpty(), now);
        flushFolders(part);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        FileWriter.flush(parent);
        return made;
      } finally {
        FileSystemUtils.deleteRecursively(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + folder, e);
    }
  }

  private Backup fill(FileWriter files, boolean encrypted, Instant now) throws IOException {
    String version =
        database
            .standing()
            .version()
            .orElseThrow(() -> new BackupFault("There is no house in this database."));
    try (Connection connection = database.owner().getConnection()) {
      connection.setAutoCommit(false);
      var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
      jdbc.sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY").update();
      var made =
          new Backup(
              Backup.FORMAT,
              release,
              version,
              now,
              jdbc.sql("SELECT offset_millis FROM civic_clock").query(Long.class).optional(),
              encrypted,
              tables(connection, new Catalog(jdbc), files),
              books(files));
      connection.rollback();
      byte[] manifest = ManifestJson.write(made);
      files.writePlain(MANIFEST, manifest);
      files.writePlain(
          MANIFEST_SUM, (Sha256.hex(manifest) + "  " + MANIFEST + "\n").getBytes(UTF_8));
      return made;
    } catch (SQLException e) {
      throw new BackupFault("The database failed: SQLState " + e.getSQLState() + ".", e);
    }
  }

  private List<Table> tables(Connection connection, Catalog catalog, FileWriter files)
      throws IOException, SQLException {
    var all = new ArrayList<Table>();
    for (String name : catalog.tables()) {
      all.add(table(connection, name, catalog.columns(name), catalog.key(name), files));
    }
    return all;
  }

  private Table table(
      Connection connection,
      String name,
      List<String> columns,
      List<String> order,
      FileWriter files)
      throws IOException, SQLException {
    String select =
        "COPY (SELECT %s FROM %s t ORDER BY %s) TO STDOUT"
            .formatted(
                columns.stream()
                    .map(column -> portable.expression(name, column))
                    .collect(joining(", ")),
                Catalog.quoted(name),
                order.stream().map(column -> "t." + Catalog.quoted(column)).collect(joining(", ")));
    var copy = connection.unwrap(PGConnection.class).getCopyAPI();
    var rows = new ArrayList<Long>();
    var file =
        files.write(
            "tables/" + name,
            out -> {
              try {
                rows.add(copy.copyOut(select, out));
              } catch (SQLException e) {
                throw new IOException("SQLState " + e.getSQLState(), e);
              }
            });
    return new Table(name, columns, order, rows.getFirst(), file);
  }

  private List<Book> books(FileWriter files) throws IOException {
    if (!Files.isDirectory(books)) {
      return List.of();
    }
    var all = new ArrayList<Book>();
    for (Path path : whole(books)) {
      String name = books.relativize(path).toString();
      all.add(new Book(name, files.write("books/" + name, out -> Files.copy(path, out))));
    }
    return all;
  }

  /** All files but those of books that are being made, which come and go in hidden folders. */
  private static List<Path> whole(Path books) throws IOException {
    var files = new TreeSet<Path>();
    Files.walkFileTree(
        books,
        new SimpleFileVisitor<>() {

          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            return isHidden(dir) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (isHidden(file)) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }

          private boolean isHidden(Path path) {
            return !path.equals(books) && path.getFileName().toString().startsWith(".");
          }
        });
    return List.copyOf(files);
  }

  private static void flushFolders(Path root) throws IOException {
    try (var folders = Files.walk(root)) {
      for (Path folder : folders.filter(Files::isDirectory).toList()) {
        FileWriter.flush(folder);
      }
    }
  }
}
