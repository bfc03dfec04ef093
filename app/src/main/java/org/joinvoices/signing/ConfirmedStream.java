package org.joinvoices.signing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.jspecify.annotations.Nullable;

/** Walks over confirmed signatures with a cursor, so that a million of them need no memory. */
final class ConfirmedStream {

  private static final int ROWS_PER_FETCH = 500;

  private static final String SELECT =
      """
      SELECT id, letter_version, act, signed_at, confirmed_at, region, country, language, display,
        own_words_public, source, sealed_contact, sealed_own_words
      FROM signature
      WHERE action_id = ? AND state = 'confirmed' AND least(signed_at, confirmed_at) < ? AND confirmed_at >= ? AND confirmed_at < ?
        AND NOT (restored_at IS NOT NULL AND ended_at <= ? AND restored_at > ?)
      ORDER BY confirmed_at, id
      """;

  /**
   * Between the instant that a change carries and the moment from which on others see it. Within it
   * nobody knows whether a book counted the signature; it is left out, which a book can bear.
   */
  private static final Duration UNCERTAIN = Duration.ofSeconds(5);

  private final DataSource dataSource;
  private final SealedContact sealed;

  ConfirmedStream(DataSource dataSource, SealedContact sealed) {
    this.dataSource = dataSource;
    this.sealed = sealed;
  }

  /**
   * One statement sees one snapshot, however long it is read. Whoever stood on a sheet of paper and
   * then signed on the web has joined since the former.
   */
  void forEach(
      ActionId action,
      Instant signedBefore,
      Instant confirmedFrom,
      Instant confirmedBefore,
      Instant countedAt,
      Consumer<BookEntry> reader) {
    try (Connection connection = dataSource.getConnection()) {
      // The driver streams only within a transaction.
      connection.setAutoCommit(false);
      try (var select = connection.prepareStatement(SELECT)) {
        select.setFetchSize(ROWS_PER_FETCH);
        select.setObject(1, action.value());
        select.setObject(2, signedBefore.atOffset(ZoneOffset.UTC));
        select.setObject(3, confirmedFrom.atOffset(ZoneOffset.UTC));
        select.setObject(4, confirmedBefore.atOffset(ZoneOffset.UTC));
        select.setObject(5, countedAt.plus(UNCERTAIN).atOffset(ZoneOffset.UTC));
        select.setObject(6, countedAt.minus(UNCERTAIN).atOffset(ZoneOffset.UTC));
        read(action, select.executeQuery(), reader);
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read signatures: " + e.getSQLState());
    }
  }

  /** Rows are opened on all cores, and handed on in their order by the thread that asked. */
  private void read(ActionId action, ResultSet rows, Consumer<BookEntry> reader)
      throws SQLException {
    var opened = new ArrayDeque<Future<List<BookEntry>>>();
    int cores = Runtime.getRuntime().availableProcessors();
    try (ExecutorService openers = Executors.newFixedThreadPool(cores)) {
      try {
        var next = new ArrayList<Row>();
        while (rows.next()) {
          next.add(new Row(action, rows));
          if (next.size() == ROWS_PER_FETCH) {
            List<Row> some = next;
            next = new ArrayList<>();
            opened.add(openers.submit(() -> entries(action, some)));
          }
          if (opened.size() > 2 * cores) {
            entries(opened.remove()).forEach(reader);
          }
        }
        while (!opened.isEmpty()) {
          entries(opened.remove()).forEach(reader);
        }
        entries(action, next).forEach(reader);
      } finally {
        openers.shutdownNow(); // where the reader wants no more
      }
    }
  }

  private static List<BookEntry> entries(Future<List<BookEntry>> opened) {
    try {
      return opened.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException("cannot open signatures");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while opening signatures", e);
    }
  }

  private List<BookEntry> entries(ActionId action, List<Row> rows) {
    boolean over = sealed.isOver(action);
    return rows.stream().map(row -> row.entry(sealed, over)).toList();
  }

  /** A row as it was read, sealed. */
  private static final class Row {

    private final SignatureKey key;
    private final int letterVersion;
    private final Act act;
    private final Instant signedAt;
    private final Instant confirmedAt;
    private final String region;
    private final String country;
    private final String language;
    private final Display display;
    private final boolean ownWordsPublic;
    private final Source source;
    private final byte @Nullable [] contact;
    private final byte @Nullable [] ownWords;

    private Row(ActionId action, ResultSet row) throws SQLException {
      key = new SignatureKey(action, new SignatureId(row.getObject("id", UUID.class)));
      letterVersion = row.getInt("letter_version");
      act = Act.parse(row.getString("act"));
      signedAt = Signatures.instant(row, "signed_at").orElseThrow();
      confirmedAt = Signatures.instant(row, "confirmed_at").orElseThrow();
      region = row.getString("region");
      country = row.getString("country");
      language = row.getString("language");
      display = Display.parse(row.getString("display"));
      ownWordsPublic = row.getBoolean("own_words_public");
      source = Source.parse(row.getString("source"));
      contact = row.getBytes("sealed_contact");
      ownWords = row.getBytes("sealed_own_words");
    }

    /**
     * Opens the seals only where something behind them was allowed to be shown.
     *
     * @param over whether nothing can be opened any more
     */
    private BookEntry entry(SealedContact sealed, boolean over) {
      return new BookEntry(
          key.signature(),
          letterVersion,
          act,
          signedAt,
          confirmedAt,
          over ? "" : shownAs(sealed),
          region,
          country,
          language,
          over ? "" : ownWords(sealed),
          source);
    }

    private String shownAs(SealedContact sealed) {
      return contact == null || display == Display.COUNT_ONLY
          ? ""
          : display.show(sealed.openContact(key, contact).name());
    }

    private String ownWords(SealedContact sealed) {
      return ownWords == null || !ownWordsPublic ? "" : sealed.openOwnWords(key, ownWords);
    }
  }
}
