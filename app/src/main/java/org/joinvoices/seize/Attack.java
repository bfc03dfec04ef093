package org.joinvoices.seize;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.joinvoices.platform.database.BareDatabase;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Searches a copy of all files of a house, with every key among them: first as they lie there, then
 * with the database started on them.
 */
final class Attack {

  /**
   * What came of it.
   *
   * @param places of signatures, as the rows tell them
   */
  record Outcome(Phase phase, Findings findings, List<SignedPlace> places) {
    Outcome {
      places = List.copyOf(places);
    }
  }

  /**
   * PostgreSQL's pages of the log: as large, and with a header of 24 bytes, or 40 with this bit.
   */
  private static final int WAL_PAGE = 8_192;

  private static final int WAL_HEADER = 24;
  private static final int WAL_LONG_HEADER = 40;
  private static final int WAL_FLAGS = 2;
  private static final int WAL_IS_LONG = 2;

  /** As long as a row; what is cut by the end of a segment is found with the next. */
  private static final int OVERLAP = 1 << 14;

  private final Path seized;
  private final Needles needles;
  private final Seals seals;
  private final Rows rows;
  private final Findings findings = new Findings();
  private byte[] end = {};

  private Attack(Path seized, Keyring keyring, List<Person> candidates) {
    this.seized = seized;
    this.needles = Clues.of(candidates, keyring.keys());
    this.seals = new Seals(keyring);
    this.rows = new Rows(candidates, needles, seals);
  }

  /**
   * @param seized the copy; the database is started in it
   * @param candidates of whom some have signed
   */
  static Outcome on(Path seized, List<Person> candidates) throws IOException {
    var keyring = Keyring.find(seized, seized.resolve(HouseFiles.KEY_STORE));
    var attack = new Attack(seized, keyring, candidates);
    attack.searchFiles();
    return new Outcome(keyring.phase(), attack.findings, attack.searchDatabase());
  }

  private void searchFiles() throws IOException {
    Map<Source, List<Path>> files;
    try (Stream<Path> all = Files.walk(seized)) {
      files =
          all.filter(Files::isRegularFile)
              .sorted()
              .collect(Collectors.groupingBy(file -> Source.of(seized.relativize(file))));
    }
    // files before the log, which often leaves out whose a value is
    for (Source source : Source.values()) {
      for (Path file : files.getOrDefault(source, List.of())) {
        search(source, file);
      }
      seals.openRest(plain -> needles.find(plain, at(source)));
    }
  }

  private void search(Source source, Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    search(source, source == Source.WAL ? goingOn(withoutPageHeaders(bytes)) : bytes);
    if (file.toString().endsWith(".gz")) {
      try (InputStream in = unpacked(file)) {
        if (source == Source.BACKUPS) {
          rows.read(in, at(source));
        } else {
          search(source, in.readAllBytes());
        }
      }
    }
  }

  private static InputStream unpacked(Path file) throws IOException {
    return new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file)));
  }

  private void search(Source source, byte[] bytes) {
    needles.find(bytes, at(source));
    seals.openAll(bytes, plain -> needles.find(plain, at(source)));
  }

  private Needles.Finder at(Source source) {
    return (person, kind) -> findings.add(source, person, kind);
  }

  /** So that a row that goes over the edge of a page is whole. */
  private static byte[] withoutPageHeaders(byte[] log) {
    var whole = new ByteArrayOutputStream(log.length);
    for (int page = 0; page < log.length; page += WAL_PAGE) {
      boolean isLong = page + WAL_FLAGS < log.length && (log[page + WAL_FLAGS] & WAL_IS_LONG) != 0;
      int begin = Math.min(log.length, page + (isLong ? WAL_LONG_HEADER : WAL_HEADER));
      whole.write(log, begin, Math.min(log.length, page + WAL_PAGE) - begin);
    }
    return whole.toByteArray();
  }

  /** With the end of the segment before. */
  private byte[] goingOn(byte[] log) {
    byte[] both = Arrays.copyOf(end, end.length + log.length);
    System.arraycopy(log, 0, both, end.length, log.length);
    end = Arrays.copyOfRange(log, Math.max(0, log.length - OVERLAP), log.length);
    return both;
  }

  private List<SignedPlace> searchDatabase() throws IOException {
    try (var database = BareDatabase.open(seized.resolve(HouseFiles.HOME))) {
      DataSource owner = database.owner();
      var jdbc = JdbcClient.create(owner);
      List<String> tables =
          jdbc.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
              .query(String.class)
              .list();
      try (Connection connection = owner.getConnection()) {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        for (String table : tables) {
          var lines = new ByteArrayOutputStream();
          copy.copyOut("COPY \"" + table + "\" TO STDOUT", lines);
          rows.read(new ByteArrayInputStream(lines.toByteArray()), at(Source.ROWS));
        }
      }
      return SignedPlace.list(jdbc);
    } catch (SQLException e) {
      throw new IOException("the seized database cannot be read: SQLState " + e.getSQLState(), e);
    }
  }
}
