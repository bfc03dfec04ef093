package org.joinvoices.signing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.google.crypto.tink.util.Bytes;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.joinvoices.action.ActionId;
import org.joinvoices.platform.database.FreshPlan;
import org.joinvoices.platform.database.SqlArrays;
import org.joinvoices.signing.ConfirmOutcome.AlreadyCounted;
import org.joinvoices.signing.ConfirmOutcome.Confirmed;
import org.joinvoices.signing.ConfirmOutcome.Expired;
import org.joinvoices.signing.ConfirmOutcome.MailboxTaken;
import org.joinvoices.signing.ConfirmOutcome.Unknown;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Turns pending signatures into counted ones by the rules of design decision D8: a batch in the
 * caller's transaction, each as if it came alone and after those before it.
 */
final class ConfirmationWriter {

  /**
   * Somebody confirms.
   *
   * @param open whether the action takes signatures
   */
  record Ask(SignatureKey key, boolean open, Instant at) {}

  private static final int PEOPLE_PER_MAILBOX = 2;

  /** A mailbox, as one action knows it. */
  private record Box(ActionId action, Bytes mailbox) {}

  private record Candidate(
      SignatureKey key,
      SignatureState state,
      boolean muted,
      Optional<Box> box,
      Optional<Bytes> person,
      Optional<Bytes> household,
      Instant signedAt) {

    static Candidate read(ResultSet row) throws SQLException {
      var action = new ActionId(row.getObject("action_id", UUID.class));
      return new Candidate(
          new SignatureKey(action, new SignatureId(row.getObject("id", UUID.class))),
          SignatureState.parse(row.getString("state")),
          row.getBoolean("muted"),
          bytes(row, "mailbox_hash").map(mailbox -> new Box(action, mailbox)),
          bytes(row, "person_hash"),
          bytes(row, "household_hash"),
          row.getObject("signed_at", OffsetDateTime.class).toInstant());
    }

    private static Optional<Bytes> bytes(ResultSet row, String column) throws SQLException {
      return Optional.ofNullable(row.getBytes(column)).map(Bytes::copyFrom);
    }

    boolean sharesHousehold(Candidate other) {
      return household.isPresent() && household.equals(other.household);
    }
  }

  private static final String COLUMNS =
      """
      SELECT s.action_id, s.id, s.state, s.muted, s.mailbox_hash, s.person_hash, s.household_hash, s.signed_at
      FROM signature s
      """;

  /** In one order, so that two nodes never wait for each other. */
  private static final String LOCK =
      COLUMNS
          + """
          JOIN unnest(?::uuid[], ?::uuid[]) AS asked (action_id, id)
            ON s.action_id = asked.action_id AND s.id = asked.id
          ORDER BY s.action_id, s.id FOR UPDATE OF s
          """;

  /** Nobody else confirms from these mailboxes until this transaction ends. */
  private static final String LOCK_MAILBOXES =
      "SELECT pg_advisory_xact_lock(number) FROM unnest(?::int8[]) AS number";

  private static final String COUNTED_FROM =
      COLUMNS + "WHERE s.mailbox_hash = ANY (?::bytea[]) AND s.state = 'confirmed' ORDER BY s.id";

  private static final String COUNT =
      """
      UPDATE signature s SET state = 'confirmed', confirmed_at = ?
      FROM unnest(?::uuid[], ?::uuid[]) AS given (action_id, id)
      WHERE s.action_id = given.action_id AND s.id = given.id
      """;

  /** Those of the batch that are there, as they were found. */
  private final Map<SignatureKey, Candidate> rows;

  private final Map<Box, List<Candidate>> counted;
  private final List<SignatureKey> confirmed = new ArrayList<>();

  private ConfirmationWriter(Map<SignatureKey, Candidate> rows, Map<Box, List<Candidate>> counted) {
    this.rows = rows;
    this.counted = counted;
  }

  /**
   * @return what became of each, in their order
   */
  static List<Optional<ConfirmOutcome>> write(Connection connection, List<Ask> batch)
      throws SQLException {
    Map<SignatureKey, Candidate> rows = lock(connection, batch);
    Set<Box> boxes = rows.values().stream().flatMap(row -> row.box().stream()).collect(toSet());
    var writer = new ConfirmationWriter(rows, countedFrom(connection, boxes));
    List<Optional<ConfirmOutcome>> outcomes =
        batch.stream().map(ask -> Optional.of(writer.settle(ask))).toList();
    writer.store(connection, batch.getFirst().at());
    return outcomes;
  }

  /**
   * Whether a signature that counts may go on as another person, or from another household. Nobody
   * else confirms from its mailbox until the caller's transaction ends.
   */
  static CorrectOutcome become(Connection connection, SignatureKey key, Fingerprints.Of prints)
      throws SQLException {
    var box = new Box(key.action(), prints.mailbox());
    List<Candidate> others =
        countedFrom(connection, Set.of(box)).getOrDefault(box, List.of()).stream()
            .filter(other -> !other.key().equals(key))
            .toList();
    if (others.stream().anyMatch(o -> o.person().equals(Optional.of(prints.person())))) {
      return new CorrectOutcome.AlreadyCounted();
    }
    boolean shared =
        prints.household().isPresent()
            && others.stream().allMatch(o -> o.household().equals(prints.household()));
    return others.isEmpty() || shared
        ? new CorrectOutcome.Corrected()
        : new CorrectOutcome.OtherHousehold();
  }

  private ConfirmOutcome settle(Ask ask) {
    Candidate row = rows.get(ask.key());
    if (row == null) {
      return new Unknown();
    }
    return switch (row.state()) {
      case CONFIRMED -> new AlreadyCounted(ask.key());
      case UNDER_REVIEW, WITHDRAWN, INVALIDATED -> new Unknown();
      case PENDING -> row.muted() ? new Unknown() : settlePending(ask, row);
    };
  }

  private ConfirmOutcome settlePending(Ask ask, Candidate row) {
    boolean inTime = ask.at().isBefore(row.signedAt().plus(Confirmation.LIFETIME));
    if (!inTime || row.box().isEmpty() || !ask.open()) {
      return new Expired();
    }
    List<Candidate> others = counted.computeIfAbsent(row.box().get(), _ -> new ArrayList<>());
    var samePerson = others.stream().filter(o -> o.person().equals(row.person())).findFirst();
    if (samePerson.isPresent()) {
      return new AlreadyCounted(samePerson.get().key());
    }
    if (others.size() >= PEOPLE_PER_MAILBOX || !others.stream().allMatch(row::sharesHousehold)) {
      return new MailboxTaken();
    }
    others.add(row);
    confirmed.add(ask.key());
    return new Confirmed(ask.key());
  }

  private static Map<SignatureKey, Candidate> lock(Connection connection, List<Ask> batch)
      throws SQLException {
    List<SignatureKey> keys = batch.stream().map(Ask::key).distinct().toList();
    try (var select = FreshPlan.prepare(connection, LOCK)) {
      setKeys(connection, select, 1, keys);
      return read(select).stream().collect(toMap(Candidate::key, Function.identity()));
    }
  }

  private static Map<Box, List<Candidate>> countedFrom(Connection connection, Set<Box> boxes)
      throws SQLException {
    List<byte[]> mailboxes = boxes.stream().map(box -> box.mailbox().toByteArray()).toList();
    List<Long> numbers =
        mailboxes.stream().map(m -> ByteBuffer.wrap(m).getLong()).sorted().toList();
    if (boxes.isEmpty()) {
      return new HashMap<>();
    }
    try (var lock = connection.prepareStatement(LOCK_MAILBOXES);
        var select = FreshPlan.prepare(connection, COUNTED_FROM)) {
      lock.setArray(1, SqlArrays.of(connection, "int8", numbers, number -> number));
      lock.execute();
      select.setArray(1, SqlArrays.of(connection, "bytea", mailboxes, mailbox -> mailbox));
      return read(select).stream()
          .collect(
              groupingBy(c -> c.box().orElseThrow(), HashMap::new, toCollection(ArrayList::new)));
    }
  }

  private static List<Candidate> read(PreparedStatement select) throws SQLException {
    List<Candidate> found = new ArrayList<>();
    var rows = select.executeQuery();
    while (rows.next()) {
      found.add(Candidate.read(rows));
    }
    return found;
  }

  /** At the moment of the first: nobody is counted after the action closed. */
  private void store(Connection connection, Instant at) throws SQLException {
    if (confirmed.isEmpty()) {
      return;
    }
    try (var update = FreshPlan.prepare(connection, COUNT)) {
      update.setObject(1, at.atOffset(ZoneOffset.UTC));
      setKeys(connection, update, 2, confirmed);
      update.executeUpdate();
    }
    new EventLog(JdbcClient.create(new SingleConnectionDataSource(connection, true)))
        .append(SignatureEvent.Kind.CONFIRMED, confirmed, at);
  }

  private static void setKeys(
      Connection connection, PreparedStatement statement, int first, List<SignatureKey> keys)
      throws SQLException {
    statement.setArray(first, SqlArrays.of(connection, "uuid", keys, k -> k.action().value()));
    statement.setArray(
        first + 1, SqlArrays.of(connection, "uuid", keys, k -> k.signature().value()));
  }
}
