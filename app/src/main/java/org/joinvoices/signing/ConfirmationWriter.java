package org.joinvoices.signing;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.google.crypto.tink.util.Bytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.joinvoices.signing.ConfirmOutcome.UnderReview;
import org.joinvoices.signing.ConfirmOutcome.Unknown;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Turns pending signatures into counted ones by the rules of design decision D8, or into ones an
 * organizer looks at first where something was unusual ({@link Flag}): a batch in the caller's
 * transaction, each as if it came alone and after those before it.
 */
final class ConfirmationWriter {

  /**
   * Somebody confirms.
   *
   * @param open whether the action takes signatures
   */
  record Ask(SignatureKey key, boolean open, Instant at) {}

  static final int PEOPLE_PER_MAILBOX = 2;

  /** A mailbox, as one action knows it. */
  private record Box(ActionId action, Bytes mailbox) {}

  private record Candidate(
      SignatureKey key,
      SignatureState state,
      boolean muted,
      boolean flagged,
      Optional<Box> box,
      Optional<Bytes> person,
      Optional<Bytes> household,
      boolean onPaper,
      Instant signedAt) {

    static Candidate read(ResultSet row) throws SQLException {
      var action = new ActionId(row.getObject("action_id", UUID.class));
      return new Candidate(
          new SignatureKey(action, new SignatureId(row.getObject("id", UUID.class))),
          SignatureState.parse(row.getString("state")),
          row.getBoolean("muted"),
          row.getBoolean("flagged"),
          bytes(row, "mailbox_hash").map(mailbox -> new Box(action, mailbox)),
          bytes(row, "person_hash"),
          bytes(row, "household_hash"),
          Source.parse(row.getString("source")) == Source.SHEET,
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
      SELECT s.action_id, s.id, s.state, s.muted, s.flags <> '{}' AS flagged, s.mailbox_hash, s.person_hash,
        s.household_hash, s.source, s.signed_at
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

  /** Those that wait for an organizer, too: let go later, they must not break the rules. */
  private static final String STANDING_FROM =
      COLUMNS
          + """
          WHERE s.mailbox_hash = ANY (?::bytea[]) AND s.state IN ('confirmed', 'under_review') ORDER BY s.id
          """;

  private static final String HOLD_FOR_REVIEW =
      """
      UPDATE signature s SET state = 'under_review', review_since = ?
      FROM unnest(?::uuid[], ?::uuid[]) AS given (action_id, id)
      WHERE s.action_id = given.action_id AND s.id = given.id
      """;

  /** Whoever has joined on paper has joined since then: whatever a book says stays true. */
  private static final String TAKE_OVER =
      """
      WITH old AS (
        UPDATE signature s SET state = 'withdrawn', ended_at = :now, erased_at = :now, %s
        FROM (SELECT was.action_id, was.id, was.confirmed_at, was.sheet_hash, given.heir
              FROM unnest(:actions::uuid[], :ids::uuid[], :heirs::uuid[]) AS given (action_id, id, heir)
              JOIN signature was ON was.action_id = given.action_id AND was.id = given.id) AS was
        WHERE s.action_id = was.action_id AND s.id = was.id
        RETURNING was.action_id, was.heir, was.confirmed_at, was.sheet_hash)
      UPDATE signature s SET confirmed_at = old.confirmed_at, sheet_hash = old.sheet_hash
      FROM old WHERE s.action_id = old.action_id AND s.id = old.heir
      """
          .formatted(PersonColumns.BLANK);

  private static final String COUNT =
      """
      UPDATE signature s SET state = 'confirmed', confirmed_at = coalesce(s.confirmed_at, ?)
      FROM unnest(?::uuid[], ?::uuid[]) AS given (action_id, id)
      WHERE s.action_id = given.action_id AND s.id = given.id
      """;

  /** Those of the batch that are there, as they were found. */
  private final Map<SignatureKey, Candidate> rows;

  /** Counted, or under review. */
  private final Map<Box, List<Candidate>> standing;

  private final List<SignatureKey> confirmed = new ArrayList<>();
  private final List<SignatureKey> held = new ArrayList<>();

  /** Rows of sheets, by the signature of the same person that is to count in their place. */
  private final Map<SignatureKey, Candidate> takenOver = new LinkedHashMap<>();

  private ConfirmationWriter(
      Map<SignatureKey, Candidate> rows, Map<Box, List<Candidate>> standing) {
    this.rows = rows;
    this.standing = standing;
  }

  /**
   * @return what became of each, in their order
   */
  static List<Optional<ConfirmOutcome>> write(Connection connection, List<Ask> batch)
      throws SQLException {
    Map<SignatureKey, Candidate> rows =
        lock(connection, batch.stream().map(Ask::key).distinct().toList());
    var writer = new ConfirmationWriter(rows, standingFrom(connection, boxes(rows)));
    List<Optional<ConfirmOutcome>> outcomes =
        batch.stream().map(ask -> Optional.of(writer.settle(ask))).toList();
    writer.store(connection, batch.getFirst().at());
    return outcomes;
  }

  /**
   * What would come of counting signatures that an organizer decides about, whatever their state,
   * beside those that are counted. Nobody else is counted from their mailboxes until the
   * transaction ends, so that it stays true; rows of sheets that stand for the same persons end
   * now.
   */
  static Map<SignatureKey, ConfirmOutcome> weigh(
      Connection connection, List<SignatureKey> keys, Instant now) throws SQLException {
    Map<SignatureKey, Candidate> rows = lock(connection, keys);
    Map<Box, List<Candidate>> counted = standingFrom(connection, boxes(rows));
    counted.values().forEach(some -> some.removeIf(one -> one.state() != SignatureState.CONFIRMED));
    var writer = new ConfirmationWriter(rows, counted);
    Map<SignatureKey, ConfirmOutcome> outcomes = new HashMap<>();
    keys.forEach(key -> outcomes.put(key, new Unknown()));
    // Rows of sheets last: of one person both may be among them, and one alone is to count.
    keys.stream()
        .flatMap(key -> Optional.ofNullable(rows.get(key)).stream())
        .sorted(comparing(Candidate::onPaper))
        .forEach(row -> outcomes.put(row.key(), writer.weigh(row)));
    writer.takeOver(connection, now);
    return outcomes;
  }

  private static Set<Box> boxes(Map<SignatureKey, Candidate> rows) {
    return rows.values().stream().flatMap(row -> row.box().stream()).collect(toSet());
  }

  /**
   * Whether a signature that counts, or may count yet, may go on as another person, or from another
   * household. Nobody else confirms from its mailbox until the caller's transaction ends.
   */
  static CorrectOutcome become(Connection connection, SignatureKey key, Fingerprints.Of prints)
      throws SQLException {
    var box = new Box(key.action(), prints.mailbox());
    List<Candidate> others =
        standingFrom(connection, Set.of(box)).getOrDefault(box, List.of()).stream()
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
      case UNDER_REVIEW -> new UnderReview(ask.key());
      case WITHDRAWN, INVALIDATED -> new Unknown();
      case PENDING -> row.muted() ? new Unknown() : settlePending(ask, row);
    };
  }

  private ConfirmOutcome settlePending(Ask ask, Candidate row) {
    boolean inTime = ask.at().isBefore(row.signedAt().plus(Confirmation.LIFETIME));
    if (!inTime || row.box().isEmpty() || !ask.open()) {
      return new Expired();
    }
    ConfirmOutcome outcome = weigh(row);
    if (outcome instanceof Confirmed && row.flagged()) {
      takenOver.remove(ask.key()); // on the word of a witness it counts meanwhile
      held.add(ask.key());
      return new UnderReview(ask.key());
    }
    if (outcome instanceof Confirmed) {
      confirmed.add(ask.key());
    }
    return outcome;
  }

  /** Whether it may stand beside those of its mailbox; if so, the next ones find it there. */
  private ConfirmOutcome weigh(Candidate row) {
    if (row.box().isEmpty()) {
      return new Unknown();
    }
    List<Candidate> others = standing.computeIfAbsent(row.box().get(), _ -> new ArrayList<>());
    var same = others.stream().filter(o -> o.person().equals(row.person())).toList();
    var proven = same.stream().filter(o -> row.onPaper() || !o.onPaper()).findFirst();
    if (proven.isPresent()) {
      return isHeld(proven.get())
          ? new UnderReview(proven.get().key())
          : new AlreadyCounted(proven.get().key());
    }
    // Whoever owns the mailbox is not kept out by what a witness said of it.
    List<Candidate> owners =
        row.onPaper() ? others : others.stream().filter(o -> !o.onPaper()).toList();
    if (owners.size() >= PEOPLE_PER_MAILBOX || !owners.stream().allMatch(row::sharesHousehold)) {
      return new MailboxTaken();
    }
    for (Candidate paper : same) {
      takenOver.put(row.key(), paper);
      others.remove(paper);
    }
    others.add(row);
    return new Confirmed(row.key());
  }

  /** By this batch, or before. */
  private static boolean isHeld(Candidate other) {
    return other.state() == SignatureState.UNDER_REVIEW
        || other.state() == SignatureState.PENDING && other.flagged();
  }

  private static Map<SignatureKey, Candidate> lock(Connection connection, List<SignatureKey> keys)
      throws SQLException {
    try (var select = FreshPlan.prepare(connection, LOCK)) {
      setKeys(connection, select, 1, keys);
      return read(select).stream().collect(toMap(Candidate::key, Function.identity()));
    }
  }

  private static Map<Box, List<Candidate>> standingFrom(Connection connection, Set<Box> boxes)
      throws SQLException {
    if (boxes.isEmpty()) {
      return new HashMap<>();
    }
    List<Bytes> mailboxes = boxes.stream().map(Box::mailbox).toList();
    MailboxLocks.hold(connection, mailboxes);
    try (var select = FreshPlan.prepare(connection, STANDING_FROM)) {
      select.setArray(1, SqlArrays.of(connection, "bytea", mailboxes, Bytes::toByteArray));
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
    update(connection, HOLD_FOR_REVIEW, held, at);
    if (confirmed.isEmpty()) {
      return;
    }
    takeOver(connection, at);
    update(connection, COUNT, confirmed, at);
    new EventLog(JdbcClient.create(new SingleConnectionDataSource(connection, true)))
        .append(SignatureEvent.Kind.CONFIRMED, confirmed, at);
  }

  /** Ends the rows of sheets in whose place somebody counts from now on. */
  private void takeOver(Connection connection, Instant at) {
    if (takenOver.isEmpty()) {
      return;
    }
    var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    List<SignatureKey> ended = takenOver.values().stream().map(Candidate::key).toList();
    jdbc.sql(TAKE_OVER)
        .param("now", at.atOffset(ZoneOffset.UTC))
        .param("actions", uuids(ended, key -> key.action().value()))
        .param("ids", uuids(ended, key -> key.signature().value()))
        .param("heirs", uuids(takenOver.keySet(), key -> key.signature().value()))
        .update();
    var events = new EventLog(jdbc);
    events.append(
        SignatureEvent.Kind.WITHDRAWN,
        takenOver.values().stream()
            .filter(paper -> paper.state() == SignatureState.CONFIRMED)
            .map(Candidate::key)
            .toList(),
        at);
    events.append(SignatureEvent.Kind.ERASED, ended, at);
  }

  private static SqlArrayValue uuids(
      Collection<SignatureKey> keys, Function<SignatureKey, UUID> part) {
    return new SqlArrayValue("uuid", keys.stream().map(part).toArray());
  }

  private static void update(Connection connection, String sql, List<SignatureKey> keys, Instant at)
      throws SQLException {
    if (keys.isEmpty()) {
      return;
    }
    try (var update = FreshPlan.prepare(connection, sql)) {
      update.setObject(1, at.atOffset(ZoneOffset.UTC));
      setKeys(connection, update, 2, keys);
      update.executeUpdate();
    }
  }

  private static void setKeys(
      Connection connection, PreparedStatement statement, int first, List<SignatureKey> keys)
      throws SQLException {
    statement.setArray(first, SqlArrays.of(connection, "uuid", keys, k -> k.action().value()));
    statement.setArray(
        first + 1, SqlArrays.of(connection, "uuid", keys, k -> k.signature().value()));
  }
}
