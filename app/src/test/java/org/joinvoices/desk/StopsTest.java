package org.joinvoices.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import org.joinvoices.delivery.DeliveryHouse;
import org.joinvoices.delivery.LaneStops;
import org.joinvoices.platform.mail.StoppedMails;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class StopsTest {

  @Test
  void saysWhatIsStoppedWhyAndHowItGoesOn(@TempDir Path folder) throws SQLException {
    try (var house = new DeliveryHouse(folder)) {
      var database = house.house.database;
      var stops = new Stops(database, InstantSource.system());
      house.confirmed("OH", "44103");
      assertThat(stops.list()).isEmpty();

      try (var connection = database.getConnection()) {
        StoppedMails.stopAll(connection);
        LaneStops.stopAll(connection, Instant.EPOCH);
      }
      JdbcClient.create(database)
          .sql("UPDATE delivery_lane SET reason = '401' WHERE lane = 'senate'")
          .update();

      assertThat(stops.list())
          .satisfiesExactly(
              restored -> assertThat(restored).contains("from a backup").endsWith("resume house"),
              refused -> assertThat(refused).contains("code 401").endsWith("resume senate"),
              mail -> assertThat(mail).contains("by e-mail").endsWith("resume office_mail"),
              mails -> assertThat(mails).contains(": 1.").endsWith("resume mails"));
    }
  }
}
