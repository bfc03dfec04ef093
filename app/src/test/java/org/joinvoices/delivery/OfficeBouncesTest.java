package org.joinvoices.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.joinvoices.platform.mail.Bounce;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What comes back from offices after our mail server took it. */
@SuppressWarnings("NullAway.Init")
class OfficeBouncesTest {

  private final DeliveryHouse house;
  private JdbcClient jdbc;
  private UUID code;

  OfficeBouncesTest(@TempDir Path folder) {
    house = new DeliveryHouse(folder);
  }

  @BeforeEach
  void sendOneByMail() {
    house.confirmed("OH", DeliveryHouse.ZIP);
    jdbc = JdbcClient.create(house.house.database);
    jdbc.sql(
            """
            UPDATE delivery SET channel = 'mail', lane = 'office_mail', state = 'accepted', receipt = delivery_code,
              settled_at = created_at
            WHERE target = 'OH-11'
            """)
        .update();
    code =
        UUID.fromString(
            jdbc.sql("SELECT delivery_code::uuid::text FROM delivery WHERE target = 'OH-11'")
                .query(String.class)
                .single());
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void refusesAMessageThatCameBackForGoodOnceOnly() {
    bounced(true, "5.1.1");
    bounced(true, "5.1.1");

    assertThat(row()).isEqualTo("refused, no receipt");
    assertThat(attempts()).containsExactly("bounced 5.1.1");
  }

  @Test
  void notesADelayAndKeepsTheMessageAccepted() {
    bounced(false, "4.4.1");
    assertThat(row()).isEqualTo("accepted, receipt");
    assertThat(attempts()).containsExactly("bounced 4.4.1");

    bounced(true, "4.4.7");
    assertThat(row()).as("given up, whatever the status says").isEqualTo("refused, no receipt");
  }

  @Test
  void clearsUpWhatWasUnclear() {
    jdbc.sql("UPDATE delivery SET state = 'needs_review', receipt = NULL WHERE target = 'OH-11'")
        .update();
    bounced(true, "5.2.1");
    assertThat(row()).isEqualTo("refused, no receipt");
  }

  @Test
  void changesNothingThatDidNotGoByMailOrNeverWent() {
    jdbc.sql("UPDATE delivery SET state = 'queued', settled_at = NULL WHERE target = 'OH-11'")
        .update();
    bounced(true, "5.1.1");
    jdbc.sql(
            "UPDATE delivery SET channel = 'cwc', lane = 'house', state = 'accepted' WHERE target = 'OH-11'")
        .update();
    bounced(true, "5.1.1");
    new OfficeBounces(house.house.database, house.house.clock, house::machineTime)
        .bounced(new Bounce(UUID.randomUUID(), true, "5.1.1"));

    assertThat(row()).startsWith("accepted");
    assertThat(attempts()).isEmpty();
  }

  private void bounced(boolean failed, String status) {
    new OfficeBounces(house.house.database, house.house.clock, house::machineTime)
        .bounced(new Bounce(code, failed, status));
  }

  private String row() {
    return jdbc.sql(
            """
            SELECT state || CASE WHEN receipt IS NULL THEN ', no receipt' ELSE ', receipt' END
            FROM delivery WHERE target = 'OH-11'
            """)
        .query(String.class)
        .single();
  }

  private List<String> attempts() {
    return jdbc.sql("SELECT result || ' ' || code FROM delivery_attempt ORDER BY attempt_no")
        .query(String.class)
        .list();
  }
}
