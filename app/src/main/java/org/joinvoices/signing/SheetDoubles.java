package org.joinvoices.signing;

import com.google.crypto.tink.util.Bytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.joinvoices.action.ActionId;
import org.joinvoices.platform.database.FreshPlan;
import org.joinvoices.platform.database.SqlArrays;
import org.jspecify.annotations.Nullable;

/**
 * Who is counted already, among those that rows of sheets speak of: by the mailbox, as on the web
 * (design decision D8), and by name and place.
 */
final class SheetDoubles {

  /** What becomes of a row. */
  enum Verdict {
    COUNTS,
    DOUBLE,
    MAILBOX_TAKEN
  }

  /**
   * One row.
   *
   * @param row by name and place, where there is a place
   */
  record Person(Fingerprints.Of prints, Optional<Bytes> row) {}

  private record Known(Bytes person, Optional<Bytes> household) {}

  private static final String BY_MAILBOX =
      """
      SELECT mailbox_hash, person_hash, household_hash, sheet_hash FROM signature
      WHERE mailbox_hash = ANY (?::bytea[]) AND action_id = ? AND state IN ('confirmed', 'under_review')
      """;

  private static final String BY_ROW =
      """
      SELECT mailbox_hash, person_hash, household_hash, sheet_hash FROM signature
      WHERE sheet_hash = ANY (?::bytea[]) AND action_id = ? AND state = 'confirmed'
      """;

  private final ActionId action;
  private final Map<Bytes, Set<Known>> mailboxes = new HashMap<>();
  private final Set<Bytes> rows = new HashSet<>();

  SheetDoubles(ActionId action) {
    this.action = action;
  }

  /** Keeps others from confirming for these people while the transaction lasts. */
  static void lock(Connection connection, List<Person> people) throws SQLException {
    MailboxLocks.hold(
        connection,
        people.stream()
            .flatMap(
                person ->
                    Stream.concat(Stream.of(person.prints().mailbox()), person.row().stream()))
            .toList());
  }

  /** Learns what the database knows of these people. */
  void learn(Connection connection, List<Person> people) throws SQLException {
    learn(
        connection, BY_MAILBOX, people.stream().map(person -> person.prints().mailbox()).toList());
    learn(connection, BY_ROW, people.stream().flatMap(person -> person.row().stream()).toList());
  }

  private void learn(Connection connection, String sql, List<Bytes> hashes) throws SQLException {
    try (PreparedStatement select = FreshPlan.prepare(connection, sql)) {
      select.setArray(1, SqlArrays.of(connection, "bytea", hashes, Bytes::toByteArray));
      select.setObject(2, action.value());
      var found = select.executeQuery();
      while (found.next()) {
        Bytes mailbox = Bytes.copyFrom(found.getBytes("mailbox_hash"));
        know(
            mailbox,
            new Known(
                Bytes.copyFrom(found.getBytes("person_hash")),
                bytes(found.getBytes("household_hash"))),
            bytes(found.getBytes("sheet_hash")));
      }
    }
  }

  private static Optional<Bytes> bytes(byte @Nullable [] column) {
    return Optional.ofNullable(column).map(Bytes::copyFrom);
  }

  private void know(Bytes mailbox, Known person, Optional<Bytes> row) {
    mailboxes.computeIfAbsent(mailbox, _ -> new LinkedHashSet<>()).add(person);
    row.ifPresent(rows::add);
  }

  /** Judges one row after the other; one that counts is known from then on. */
  Verdict judge(Person person) {
    var self = new Known(person.prints().person(), person.prints().household());
    Set<Known> others = mailboxes.getOrDefault(person.prints().mailbox(), Set.of());
    boolean counted =
        person.row().filter(rows::contains).isPresent()
            || others.stream().anyMatch(other -> other.person().equals(self.person()));
    if (counted) {
      return Verdict.DOUBLE;
    }
    boolean shared =
        others.stream()
            .allMatch(
                other ->
                    self.household().isPresent() && self.household().equals(other.household()));
    if (others.size() >= ConfirmationWriter.PEOPLE_PER_MAILBOX || !shared) {
      return Verdict.MAILBOX_TAKEN;
    }
    know(person.prints().mailbox(), self, person.row());
    return Verdict.COUNTS;
  }
}
