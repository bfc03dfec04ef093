package org.joinvoices.signing;

import com.google.crypto.tink.util.Bytes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.joinvoices.action.ActionId;
import org.joinvoices.action.LetterMark;
import org.joinvoices.action.Letters;
import org.joinvoices.platform.database.FreshPlan;
import org.joinvoices.platform.database.SqlArrays;
import org.joinvoices.platform.mail.MailQueue;
import org.jspecify.annotations.Nullable;

/** Stores a batch of signatures with their consents and mails, in the caller's transaction. */
final class IntakeWriter {

  /**
   * D8: what one mailbox gets in one action while a link lives, so that nobody can be flooded with
   * mail: to confirm, or to hear that one is counted already.
   */
  static final int MAILS_PER_MAILBOX = 5;

  static final String MAIL = "confirm";

  /** What became of one row of a batch that is committed. */
  sealed interface Taken {

    /** As {@code id}: its own or that of the same form sent before. */
    record Stored(UUID id) implements Taken {}

    /** Not stored: the letter has other words now. */
    record Outdated() implements Taken {}
  }

  private record Column(String type, Function<PendingRow, @Nullable Object> value) {}

  private record Words(ActionId action, LetterMark letter) {

    static Words of(PendingRow row) {
      return new Words(row.key().action(), row.request().letter());
    }
  }

  private static final List<Column> COLUMNS =
      List.of(
          new Column("uuid", row -> row.key().action().value()),
          new Column("uuid", row -> row.key().signature().value()),
          new Column("int4", row -> row.request().letter().number()),
          new Column("text", row -> row.request().act().word()),
          new Column("text", row -> row.request().language()),
          new Column("text", row -> row.request().display().word()),
          new Column("bool", row -> row.request().replyWanted()),
          new Column("bool", row -> row.request().consentOwnWords()),
          new Column("bool", row -> row.request().minor()),
          new Column("text", row -> row.request().address().country()),
          new Column("text", PendingRow::region),
          new Column("text", PendingRow::zip3),
          new Column("text", PendingRow::seats),
          new Column("text", row -> StoredMatch.of(row.match()).json()),
          new Column("bytea", row -> row.contact().toByteArray()),
          new Column("bytea", row -> row.ownWords().map(Bytes::toByteArray).orElse(null)),
          new Column("bytea", row -> row.prints().mailbox().toByteArray()),
          new Column("bytea", row -> row.prints().person().toByteArray()),
          new Column("bytea", row -> row.prints().household().map(Bytes::toByteArray).orElse(null)),
          new Column("bytea", row -> row.prints().content().toByteArray()),
          new Column("bytea", row -> row.prints().suppression().toByteArray()),
          new Column("text", PendingRow::flagWords),
          new Column("timestamptz", row -> row.at().atOffset(ZoneOffset.UTC)),
          new Column("timestamptz", row -> voidBefore(row)));

  /**
   * A form that waits is looked for by its hash, and its action compared after that ({@code IS NOT
   * DISTINCT FROM}): by an equal action PostgreSQL takes, as long as it has no statistics, the
   * index of all that wait, and reads each of them.
   *
   * <p>A form that waits in vain, because its link is too old or no mail went out, does not stand
   * in the way of the same form sent again.
   */
  private static final String FREE_FORMS =
      """
      UPDATE signature s SET content_hash = NULL
      FROM unnest(?::uuid[], ?::bytea[], ?::timestamptz[]) AS given (action_id, content_hash, void_before)
      WHERE s.content_hash = given.content_hash AND s.action_id IS NOT DISTINCT FROM given.action_id
        AND s.state = 'pending' AND (s.muted OR s.signed_at <= given.void_before) AND s.id <> ALL (?::uuid[])
      """;

  /**
   * A form that waits already is not stored again. A row beyond the mailbox's measure, or to a
   * mailbox that wants no mail, is stored muted, so that the answer tells nobody which it was.
   */
  private static final String INSERT =
      """
      INSERT INTO signature (action_id, id, letter_version, state, act, language, display, reply_wanted,
          own_words_public, minor, country, region, zip3, seats, match, sealed_contact, sealed_own_words,
          mailbox_hash, person_hash, household_hash, content_hash, muted, flags, signed_at)
      SELECT n.action_id, n.id, n.letter_version, 'pending', n.act, n.language, n.display, n.reply_wanted,
          n.own_words_public, n.minor, n.country, n.region, n.zip3, n.seats::text[], n.match::jsonb,
          n.sealed_contact, n.sealed_own_words, n.mailbox_hash, n.person_hash, n.household_hash, n.content_hash,
          EXISTS (SELECT 1 FROM suppressed_mailbox s WHERE s.mailbox_hash = n.suppression_hash)
          OR row_number() OVER (PARTITION BY n.action_id, n.mailbox_hash ORDER BY n.id)
             + (SELECT count(*) FILTER (WHERE NOT p.muted AND p.signed_at > n.void_before)
                FROM signature p WHERE p.action_id = n.action_id AND p.mailbox_hash = n.mailbox_hash) > ?,
          n.flags::text[], n.signed_at
      FROM (SELECT DISTINCT ON (given.action_id, given.content_hash) given.*
            FROM unnest(?::uuid[], ?::uuid[], ?::int4[], ?::text[], ?::text[], ?::text[], ?::bool[], ?::bool[],
                ?::bool[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[], ?::bytea[],
                ?::bytea[], ?::bytea[], ?::bytea[], ?::bytea[], ?::bytea[], ?::text[], ?::timestamptz[],
                ?::timestamptz[])
              AS given (action_id, id, letter_version, act, language, display, reply_wanted, own_words_public,
                minor, country, region, zip3, seats, match, sealed_contact, sealed_own_words, mailbox_hash,
                person_hash, household_hash, content_hash, suppression_hash, flags, signed_at, void_before)
            WHERE NOT EXISTS (SELECT 1 FROM signature s WHERE s.content_hash = given.content_hash
                AND s.action_id IS NOT DISTINCT FROM given.action_id AND s.state = 'pending')
            ORDER BY given.action_id, given.content_hash, given.id) AS n
      ON CONFLICT (action_id, content_hash) WHERE state = 'pending' DO NOTHING
      RETURNING id, muted
      """;

  private static final String FIND_TWINS =
      """
      SELECT DISTINCT ON (given.id) given.id, s.id AS twin
      FROM unnest(?::uuid[], ?::uuid[], ?::bytea[], ?::bytea[])
        AS given (action_id, id, mailbox_hash, content_hash)
      JOIN signature s ON s.action_id = given.action_id AND s.mailbox_hash = given.mailbox_hash
        AND s.content_hash = given.content_hash
      ORDER BY given.id, s.id DESC
      """;

  /** Those that are frozen for good, as committed long before: nobody need ask again. */
  private final Set<Words> frozen = ConcurrentHashMap.newKeySet();

  /**
   * Stores the batch, except for those who read other words than the letter has now.
   *
   * @return what became of each row, in their order; empty if it is the same form as one sent
   *     before, and that one went away meanwhile
   */
  List<Optional<Taken>> write(Connection connection, List<PendingRow> batch) throws SQLException {
    Set<Words> joined = freezeLetters(connection, batch);
    List<PendingRow> bound = batch.stream().filter(r -> joined.contains(Words.of(r))).toList();
    Map<UUID, UUID> stored = bound.isEmpty() ? Map.of() : store(connection, bound);
    return batch.stream()
        .map(
            row ->
                joined.contains(Words.of(row))
                    ? Optional.ofNullable(stored.get(id(row))).<Taken>map(Taken.Stored::new)
                    : Optional.<Taken>of(new Taken.Outdated()))
        .toList();
  }

  private static Map<UUID, UUID> store(Connection connection, List<PendingRow> batch)
      throws SQLException {
    Map<UUID, Boolean> muted = insert(connection, batch);
    List<PendingRow> kept = batch.stream().filter(r -> !muted.containsKey(id(r))).toList();
    if (!kept.isEmpty() && freeForms(connection, kept, muted.keySet()) > 0) {
      muted.putAll(insert(connection, kept));
    }
    List<PendingRow> stored = batch.stream().filter(r -> muted.containsKey(id(r))).toList();
    ConsentWriter.write(connection, stored);
    MailQueue.enqueue(
        connection,
        stored.stream()
            .filter(r -> !muted.getOrDefault(id(r), true))
            .map(r -> new MailQueue.Item(MAIL, r.key().action().value(), id(r)))
            .toList(),
        batch.getFirst().at());
    return storedAs(connection, batch, stored);
  }

  private static UUID id(PendingRow row) {
    return row.key().signature().value();
  }

  /** Which of the words that the batch joins are the letter's own. */
  private Set<Words> freezeLetters(Connection connection, List<PendingRow> batch)
      throws SQLException {
    Map<Words, Instant> first = new HashMap<>();
    batch.forEach(row -> first.putIfAbsent(Words.of(row), row.at()));
    Set<Words> joined = new HashSet<>();
    for (var words : first.entrySet()) {
      Words read = words.getKey();
      if (frozen.contains(read) || freeze(connection, read, words.getValue())) {
        joined.add(read);
      }
    }
    return joined;
  }

  private boolean freeze(Connection connection, Words read, Instant at) throws SQLException {
    return switch (Letters.freeze(connection, read.action(), read.letter(), at)) {
      case FROZEN_NOW -> true; // if this commits
      case FROZEN_BEFORE -> {
        frozen.add(read);
        yield true;
      }
      case OTHER_WORDS -> false;
    };
  }

  private static OffsetDateTime voidBefore(PendingRow row) {
    return row.at().minus(Confirmation.LIFETIME).atOffset(ZoneOffset.UTC);
  }

  /** How many forms of others than {@code those} no longer stand in the way. */
  private static int freeForms(Connection connection, List<PendingRow> batch, Set<UUID> those)
      throws SQLException {
    try (var update = FreshPlan.prepare(connection, FREE_FORMS)) {
      update.setArray(1, SqlArrays.of(connection, "uuid", batch, r -> r.key().action().value()));
      update.setArray(
          2, SqlArrays.of(connection, "bytea", batch, r -> r.prints().content().toByteArray()));
      update.setArray(3, SqlArrays.of(connection, "timestamptz", batch, IntakeWriter::voidBefore));
      update.setArray(4, connection.createArrayOf("uuid", those.toArray()));
      return update.executeUpdate();
    }
  }

  private static Map<UUID, Boolean> insert(Connection connection, List<PendingRow> batch)
      throws SQLException {
    Map<UUID, Boolean> muted = new HashMap<>();
    try (var insert = FreshPlan.prepare(connection, INSERT)) {
      insert.setInt(1, MAILS_PER_MAILBOX);
      for (int i = 0; i < COLUMNS.size(); i++) {
        Column column = COLUMNS.get(i);
        insert.setArray(i + 2, SqlArrays.of(connection, column.type(), batch, column.value()));
      }
      var rows = insert.executeQuery();
      while (rows.next()) {
        muted.put(rows.getObject("id", UUID.class), rows.getBoolean("muted"));
      }
    }
    return muted;
  }

  private static Map<UUID, UUID> storedAs(
      Connection connection, List<PendingRow> batch, List<PendingRow> stored) throws SQLException {
    Map<UUID, UUID> storedAs = new HashMap<>();
    stored.forEach(row -> storedAs.put(id(row), id(row)));
    List<PendingRow> twins = batch.stream().filter(r -> !storedAs.containsKey(id(r))).toList();
    if (twins.isEmpty()) {
      return storedAs;
    }
    try (var select = FreshPlan.prepare(connection, FIND_TWINS)) {
      select.setArray(1, SqlArrays.of(connection, "uuid", twins, r -> r.key().action().value()));
      select.setArray(2, SqlArrays.of(connection, "uuid", twins, IntakeWriter::id));
      select.setArray(
          3, SqlArrays.of(connection, "bytea", twins, r -> r.prints().mailbox().toByteArray()));
      select.setArray(
          4, SqlArrays.of(connection, "bytea", twins, r -> r.prints().content().toByteArray()));
      var rows = select.executeQuery();
      while (rows.next()) {
        storedAs.put(rows.getObject("id", UUID.class), rows.getObject("twin", UUID.class));
      }
    }
    return storedAs;
  }
}
