package org.joinvoices.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.joinvoices.signing.SampleForms.letter;
import static org.joinvoices.signing.SampleForms.with;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.joinvoices.signing.SignatureEvent.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignatureEventsTest {

  private static final String READER = "test.reader";

  private final SigningHouse house = new SigningHouse();
  private final List<SignatureEvent> read = new ArrayList<>();

  @AfterEach
  void close() {
    house.close();
  }

  private int readOn(int limit) {
    return house.events.read(READER, limit, (_, events) -> read.addAll(events));
  }

  private SignatureKey confirmed(int number) {
    return house.confirmed(with(letter(), "email", "reader" + number + "@mail.example"));
  }

  @Test
  void givesEachReaderEveryEventOnceInOrder() {
    SignatureKey first = confirmed(1);
    SignatureKey second = confirmed(2);
    house.signing.withdraw(first);

    assertThat(readOn(2)).isEqualTo(2);
    assertThat(readOn(2)).isEqualTo(1);
    assertThat(readOn(2)).isZero();

    assertThat(read).extracting(SignatureEvent::key).containsExactly(first, second, first);
    assertThat(read)
        .extracting(SignatureEvent::kind)
        .containsExactly(Kind.CONFIRMED, Kind.CONFIRMED, Kind.WITHDRAWN);
    assertThat(house.events.read("another.reader", 10, (_, _) -> {})).isEqualTo(3);
  }

  @Test
  void neverPassesATransactionThatIsStillOpen() throws SQLException {
    SignatureKey slow = house.sign(letter());
    try (Connection open = house.database.getConnection()) {
      open.setAutoCommit(false);
      append(open, slow);

      SignatureKey fast = confirmed(1);
      assertThat(readOn(10)).isZero();

      open.commit();
      assertThat(readOn(10)).isEqualTo(2);
      assertThat(read).extracting(SignatureEvent::key).containsExactly(slow, fast);
    }
  }

  @Test
  void ordersTransactionsAsNumbersAndNotAsWords() throws SQLException {
    SignatureKey first = house.sign(with(letter(), "email", "first@mail.example"));
    SignatureKey second = house.sign(with(letter(), "email", "second@mail.example"));
    try (Connection connection = house.database.getConnection()) {
      append(connection, first, "9");
      append(connection, second, "10");
    }

    assertThat(readOn(10)).isEqualTo(2);
    assertThat(readOn(10)).isZero();
    assertThat(read).extracting(SignatureEvent::key).containsExactly(first, second);
  }

  private static void append(Connection connection, SignatureKey key) throws SQLException {
    append(connection, key, "pg_current_xact_id()");
  }

  private static void append(Connection connection, SignatureKey key, String xid)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            INSERT INTO signature_event (xid, action_id, signature_id, kind, at, salt)
            VALUES ((%s)::text::xid8, ?, ?, 'confirmed', '2021-01-10T17:00:00Z', ?)
            """
                .formatted(xid))) {
      insert.setObject(1, key.action().value());
      insert.setObject(2, key.signature().value());
      insert.setBytes(3, new byte[32]);
      insert.executeUpdate();
    }
  }

  @Test
  void leavesEverythingAsItWasWhenABatchFails() {
    confirmed(1);

    assertThatThrownBy(
            () ->
                house.events.read(
                    READER,
                    10,
                    (_, _) -> {
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");

    assertThat(readOn(10)).isEqualTo(1);
  }

  @Test
  void worksForOneReaderAtATime() {
    confirmed(1);

    house.events.read(READER, 10, (_, _) -> assertThat(readOn(10)).isZero());

    assertThat(read).isEmpty();
  }
}
